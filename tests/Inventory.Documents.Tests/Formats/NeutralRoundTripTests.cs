using FsCheck;
using FsCheck.Fluent;
using Microsoft.FSharp.Core;

namespace Inventory.Documents.Tests;

public sealed class NeutralRoundTripTests
{
    private const ulong Seed = 20260301;

    [Test]
    public void Every_rule_is_read_back_as_it_was_written_from_JSON_and_from_YAML()
    {
        TestContext.Out.WriteLine($"Replay: new Rnd({Seed})");
        SampleExtensionDocument[] extensions = [new(), new("another")];
        IRuleDocumentFormat[] each = [new NeutralJsonFormat(extensions), new NeutralYamlFormat(extensions)];
        var formats = new RuleDocumentFormats(each);
        var seen = 0;
        var config = Config.QuickThrowOnFailure.WithMaxTest(2500).WithReplay(FSharpOption<Replay>.Some(new Replay(new Rnd(Seed), FSharpOption<int>.None)));

        Check.One(config, Prop.ForAll(Rules.Documents.ToArbitrary(), document =>
        {
            seen++;
            foreach (var format in each)
            {
                var text = format.Write(document);
                Assert.That(formats.Detect(text), Is.SameAs(format), text);
                Assert.That(formats.Read(text), Is.EqualTo(document), text);
                Assert.That(format.Write(format.Read(text)), Is.EqualTo(text));
            }
        }));

        Assert.That(seen, Is.EqualTo(2500));
    }
}

using FsCheck;
using FsCheck.Fluent;
using Microsoft.FSharp.Core;

namespace Inventory.Documents.Tests;

public sealed class NeutralJsonRoundTripTests
{
    private const ulong Seed = 20260301;

    [Test]
    public void Every_rule_is_read_back_as_it_was_written()
    {
        TestContext.Out.WriteLine($"Replay: new Rnd({Seed})");
        var format = new NeutralJsonFormat([new SampleExtensionDocument(), new SampleExtensionDocument("another")]);
        var formats = new RuleDocumentFormats([format]);
        var seen = 0;
        var config = Config.QuickThrowOnFailure.WithMaxTest(5000).WithReplay(FSharpOption<Replay>.Some(new Replay(new Rnd(Seed), FSharpOption<int>.None)));

        Check.One(config, Prop.ForAll(Rules.Documents.ToArbitrary(), document =>
        {
            var text = format.Write(document);
            seen++;
            Assert.That(formats.Read(text), Is.EqualTo(document));
            Assert.That(format.Write(format.Read(text)), Is.EqualTo(text));
        }));

        Assert.That(seen, Is.EqualTo(5000));
    }
}

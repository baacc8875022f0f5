using System.Collections;
using System.Text;
using Inventory.Documents;

namespace Inventory.BaiduBos.Tests.Mapping;

/// <summary>Lists that no bucket has: what is done for them is bounded by how long they are.</summary>
[TestFixture]
public sealed class HugeListTests
{
    private const string Id = "4db4b34d-653d-4d9a-b49b-3049ca786409";

    [TestCase("0")]
    [TestCase("{}")]
    [TestCase("""{"a":0,"a":0}""")]
    public async Task More_rules_than_any_bucket_has_are_a_malformed_answer_before_one_is_read(string item)
    {
        var body = List(item, 1024 * 1024 / (item.Length + 1));
        var redacted = 0;

        Assert.That(() => BosAnswers.ReadList(body, Wire.Source, text => $"{text}{redacted++}"), Throws.InstanceOf<InvalidDocumentException>());
        using var service = ScriptedBos.Service(new(ScriptedHandler.Answer(200, body, ("x-bce-request-id", Id))));
        var error = await Caught.ByAsync(() => service.AllAsync(ScriptedBos.Source));

        Assert.That(redacted, Is.Zero, "no rule was read, so none was set aside");
        Assert.That((error.Kind, error.RequestId, error.HttpStatus), Is.EqualTo((InventoryErrorKind.MalformedResponse, Id, 200)));
        Assert.That(error, Is.Not.InstanceOf<UnreadableRulesException>());
        Assert.That(error.Message, Does.Contain("more than 1000 are no list of a bucket's").And.Property(nameof(string.Length)).LessThan(1000));
    }

    [Test]
    public void As_many_rules_as_the_bound_are_read()
    {
        var page = BosAnswers.ReadList(List(Wire.With("x", "1"), BosAnswers.MostRules), Wire.Source, text => text);

        Assert.That((page.Rules.Count, page.Unreadable), Is.EqualTo((1000, (IReadOnlyList<UnreadableRule>?)null)));
    }

    [Test]
    public void Problems_of_the_text_are_looked_at_a_few_times_each_however_many_rules_there_are()
    {
        const string item = """{"id":"a","a":0,"a":0,"a":0,"a":0}""";
        var found = new DocumentProblems();
        var document = JsonNodes.Parse(List(item, BosAnswers.MostRules), found);
        var counted = new Counted(found.Found);

        var page = BosAnswers.ReadList(document, counted, Wire.Source, text => text);

        Assert.That(counted.Count, Is.EqualTo(3 * BosAnswers.MostRules));
        Assert.That(page.Unreadable, Has.Count.EqualTo(BosAnswers.MostRules));
        Assert.That(counted.Looks, Is.LessThanOrEqualTo(3 * counted.Count));
    }

    [Test]
    public void A_problem_of_the_text_is_said_of_its_own_rule_alone()
    {
        var items = Enumerable.Range(0, 12).Select(i => i is 1 or 10 ? Wire.With("id", $"\"r{i}\"").Insert(1, $"\"m{i}\":1,\"m{i}\":2,") : Wire.With("id", $"\"r{i}\""));

        var page = BosAnswers.ReadList(Encoding.UTF8.GetBytes($$"""{"inventoryRuleList":[{{string.Join(',', items)}}]}"""), Wire.Source, text => text);

        Assert.That(page.Rules, Has.Count.EqualTo(10));
        Assert.That(page.Unreadable!.Select(r => r.Id), Is.EqualTo(new[] { "r1", "r10" }));
        Assert.That(page.Unreadable![0].Reason, Does.Contain("'m1'").And.Not.Contain("'m10'"));
        Assert.That(page.Unreadable[1].Reason, Does.Contain("'m10'").And.Not.Contain("'m1'"));
    }

    [Test]
    public void Of_a_rule_with_thousands_of_problems_a_hundred_are_told()
    {
        var item = $$"""{"id":"a",{{string.Join(',', Enumerable.Repeat("\"m\":0", 10_000))}}}""";

        var rule = BosAnswers.ReadList(List(item, 1), Wire.Source, text => text).Unreadable!.Single();

        Assert.That(rule.Reason.Split("more than once").Length - 1, Is.EqualTo(100));
    }

    [Test]
    public async Task Ten_times_as_many_rules_as_a_bucket_holds_are_listed_and_not_one_more()
    {
        using var full = ScriptedBos.Service(new(ScriptedHandler.Answer(200, List(Wire.With("x", "1"), 200))));
        using var more = ScriptedBos.Service(new(ScriptedHandler.Answer(200, List(Wire.With("x", "1"), 201), ("x-bce-request-id", Id))));

        var rules = await full.AllAsync(ScriptedBos.Source);
        var error = await Caught.ByAsync(() => more.AllAsync(ScriptedBos.Source));

        Assert.That(rules, Has.Count.EqualTo(200));
        Assert.That((error.Kind, error.RequestId, error.HttpStatus, error.Attempts), Is.EqualTo((InventoryErrorKind.MalformedResponse, Id, 200, 1)));
        Assert.That(error.Message, Does.Contain("more than 200 rules"));
    }

    [Test]
    public async Task Unreadable_rules_above_a_hundred_are_counted_and_the_request_is_named()
    {
        using var service = ScriptedBos.Service(new(ScriptedHandler.Answer(200, List("""{"id":"a"}""", 150), ("x-bce-request-id", Id))));

        var error = await Caught.ByAsync<UnreadableRulesException>(() => service.AllAsync(ScriptedBos.Source));

        Assert.That((error.Rules.Count, error.More), Is.EqualTo((100, 50)));
        Assert.That((error.RequestId, error.HttpStatus, error.Attempts), Is.EqualTo((Id, 200, 1)));
        Assert.That(error.Message, Does.Contain("listed 150 inventory rule(s)").And.EndWith("and 140 more."));
    }

    private static byte[] List(string item, int count) => Encoding.UTF8.GetBytes($$"""{"inventoryRuleList":[{{string.Join(',', Enumerable.Repeat(item, count))}}]}""");

    /// <summary>Problems, and how often one was handed out.</summary>
    private sealed class Counted(IReadOnlyList<DocumentProblem> problems) : IReadOnlyList<DocumentProblem>
    {
        public int Looks { get; private set; }

        public int Count => problems.Count;

        public DocumentProblem this[int index]
        {
            get
            {
                Looks++;
                return problems[index];
            }
        }

        public IEnumerator<DocumentProblem> GetEnumerator()
        {
            foreach (var problem in problems)
            {
                Looks++;
                yield return problem;
            }
        }

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }
}

using Inventory.Documents;

namespace Inventory.Planning.Tests;

public sealed class PlanJsonTests
{
    private static readonly PlanJson Json = new(SettingExtension.Documents);

    [Test]
    public async Task A_plan_reads_back_as_it_was_written()
    {
        var plan = await SamplePlan.MakeAsync();

        var read = Json.Parse(Json.Write(plan));

        Assert.That(read, Is.EqualTo(plan));
        Assert.That(Json.Write(read), Is.EqualTo(Json.Write(plan)));
    }

    [Test]
    public async Task Tools_find_the_version_the_hash_and_the_counts()
    {
        var plan = await SamplePlan.MakeAsync();

        var members = JsonNodes.Parse(Json.Write(plan)).Members.ToDictionary(m => m.Name, m => m.Node);

        Assert.That((members["version"].Text, members["hash"].Text, members["prune"].Text), Is.EqualTo(("1", plan.Hash, "false")));
        Assert.That(members["summary"].Members.Select(m => $"{m.Name} {m.Node.Text}"), Is.EqualTo(
        [
            "isEmpty false", "isDrastic false", "create 2", "replace 1", "enable 1", "disable 0", "delete 0", "unchanged 1", "refused 1", "unmanaged 1", "failedBuckets 1",
        ]));
    }

    [Test]
    public void Names_that_command_a_terminal_are_escaped_and_read_back()
    {
        var plan = new Plan
        {
            Hash = "h",
            Buckets = [new() { Account = "a\u202e", Bucket = "b\u001b[31m", Unmanaged = ["c\u009b\u2028\n\"\\"] }],
        };

        var text = Json.Write(plan);

        Assert.That(text.Where(c => c != '\n' && (char.IsControl(c) || c is '\u202e' or '\u2028')), Is.Empty);
        Assert.That(Json.Parse(text), Is.EqualTo(plan));
    }

    [Test]
    public void Another_version_is_refused_by_that_alone()
    {
        var refusal = Assert.Throws<InvalidDocumentException>(() => Json.Parse("""{ "version": 2, "novelty": true }"""));

        Assert.That(refusal!.Problems.Single().ToString(), Is.EqualTo("line 1, column 14: version: It is 2, and what is read here is 1. Make the plan anew."));
    }

    [Test]
    public void What_is_no_plan_is_refused_with_every_problem()
    {
        const string text = """
            {
              "version": 1, "hash": "h", "prune": "yes", "buckets": [
                { "account": "a", "bucket": "b", "unchanged": -1, "typo": 1, "changes": [ { "kind": "Destroy", "ruleId": "r", "isDeleteAndPut": false, "after": { "id": "r" } } ] }
              ]
            }
            """;

        var refusal = Assert.Throws<InvalidDocumentException>(() => Json.Parse(text));

        Assert.That(refusal!.Problems.Select(p => p.Path), Is.EquivalentTo(
        [
            "prune", "buckets[0].unchanged", "buckets[0].typo", "buckets[0].changes[0].kind", "buckets[0].changes[0].before", "buckets[0].changes[0].after.destination", "buckets[0].changes[0].after.schedule",
        ]));
        Assert.That(refusal.Problems, Is.All.Matches<DocumentProblem>(p => p.Line > 1));
    }

    [TestCase(ChangeKind.Create, "after", "before")]
    [TestCase(ChangeKind.Delete, "before", "after")]
    public void A_change_that_cannot_be_made_is_refused(ChangeKind kind, string needed, string foreign)
    {
        const string rule = """{ "id": "r", "destination": { "bucket": "b" }, "schedule": "Weekly" }""";
        string[] changes =
        [
            $$"""{ "kind": "{{kind}}", "ruleId": "r", "isDeleteAndPut": false }""",
            $$"""{ "kind": "{{kind}}", "ruleId": "r", "isDeleteAndPut": false, "before": {{rule}}, "after": {{rule}} }""",
            $$"""{ "kind": "{{kind}}", "ruleId": "other", "isDeleteAndPut": false, "{{needed}}": {{rule}} }""",
            $$"""{ "kind": "Enable", "ruleId": "r", "isDeleteAndPut": false, "{{needed}}": {{rule}} }""",
        ];
        var text = $$"""{ "version": 1, "hash": "h", "prune": false, "buckets": [ { "account": "a", "bucket": "b", "unchanged": 0, "changes": [ {{string.Join(", ", changes)}} ] } ] }""";

        var refusal = Assert.Throws<InvalidDocumentException>(() => Json.Parse(text));

        Assert.That(refusal!.Problems.Select(p => p.Path), Is.EquivalentTo(
            [$"buckets[0].changes[0].{needed}", $"buckets[0].changes[1].{foreign}", $"buckets[0].changes[2].{needed}", $"buckets[0].changes[3].{foreign}", "buckets[0].changes"]));
    }

    [Test]
    public async Task A_bucket_that_is_there_twice_is_refused()
    {
        var plan = await SamplePlan.MakeAsync();

        var refusal = Assert.Throws<InvalidDocumentException>(() => Json.Parse(Json.Write(plan with { Buckets = [.. plan.Buckets, plan.Buckets[0]] })));

        Assert.That(refusal!.Problems.Select(p => p.Path), Is.EqualTo(["buckets[4].bucket"]));
    }

    [TestCase("")]
    [TestCase("[]")]
    [TestCase("{}")]
    [TestCase("null")]
    [TestCase("{ \"version\": 1")]
    public void What_is_no_document_is_refused(string text) =>
        Assert.That(() => Json.Parse(text), Throws.TypeOf<InvalidDocumentException>().With.Message.StartsWith("The document cannot be read as a plan:\n  "));

    [Test]
    public void A_text_without_end_is_refused_before_it_is_read() =>
        Assert.That(() => Json.Parse(new string(' ', PlanJson.MaxLength + 1)), Throws.TypeOf<InvalidDocumentException>().With.Message.Contains("longer than 64 Mi"));

    [Test]
    public async Task Hostile_texts_are_read_or_refused_and_nothing_else()
    {
        var sound = Json.Write(await SamplePlan.MakeAsync());

        PropertyRun.Check(300, HostileBody.Of(sound), body => _ = body.IsRead(() => Json.Parse(body.Text), InventoryErrorKind.InvalidDocument), HostileBody.Shrink);
    }
}

using Inventory.Documents;

namespace Inventory.Planning.Tests;

[TestFixture]
public sealed class ApplySchemaTests() : DocumentSchemaTests(ApplySchema.Text)
{
    private static readonly BucketFailure Failure = new()
    {
        Account = "first", Bucket = "logs", RuleId = "a", Kind = InventoryErrorKind.MalformedResponse, Reason = "It is cut off.", RequestId = "5F", Unreadable = ["x"], MoreUnreadable = 2,
    };

    protected override string Everything => ApplyJson.Write(new()
    {
        PlanHash = new('0', 64),
        IsCancelled = true,
        Refusals = [new(ApplyRefusalKind.Drastic, "It deletes 4.")],
        Buckets =
        [
            new()
            {
                Account = "first",
                Bucket = "logs",
                Refused = 1,
                Changes = [new() { Kind = ChangeKind.Replace, RuleId = "a", Outcome = ChangeOutcome.Failed, RequestId = "5F", IsInJournal = true, Failure = Failure }],
                Failure = Failure,
            },
        ],
    });

    protected override IReadOnlyList<(string Schema, string Document)> Read =>
    [
        ("", ""), ("definitions/refusal", "refusals/0"), ("definitions/bucket", "buckets/0"), ("definitions/change", "buckets/0/changes/0"), ("definitions/failure", "buckets/0/failure"),
    ];

    protected override IReadOnlyList<(string Schema, string Document)> Unread => [("definitions/summary", "summary"), ("definitions/listedFailure", "failures/0")];

    protected override IReadOnlyList<(string Path, string[] Names)> Enumerations =>
    [
        ("definitions/refusal/properties/kind", Enum.GetNames<ApplyRefusalKind>()),
        ("definitions/change/properties/kind", Enum.GetNames<ChangeKind>()),
        ("definitions/change/properties/outcome", Enum.GetNames<ChangeOutcome>()),
        ("definitions/failure/properties/kind", Enum.GetNames<InventoryErrorKind>()),
        ("definitions/listedFailure/properties/kind", Enum.GetNames<InventoryErrorKind>()),
    ];

    [Test]
    public Task It_accepts_every_result() => PropertyRun.CheckAsync(100, RandomFleet.Generator, async random =>
    {
        using var bench = ApplyBench.Of(random);
        var plan = await bench.PlanAsync(random.Desired, prune: true);
        bench.KillAt(Math.Max(1, plan.Counts.Changes), isDoneBefore: false);

        var killed = await bench.ApplyAsync(plan, new() { Force = true });
        var refused = ApplyResult.NotApplied(plan, Assert.CatchAsync<ApplyRefusedException>(() => bench.ApplyAsync(plan, new() { PlanHash = "h" }))!);

        foreach (var result in new[] { killed, refused })
        {
            var text = ApplyJson.Write(result);
            Accept(text);
            Assert.That(ApplyJson.Parse(text), Is.EqualTo(result));
        }
    });

    [Test]
    public void What_it_says_of_a_failure_the_schemas_of_a_plan_and_of_a_recovery_say_too()
    {
        var failures = new[] { ApplySchema.Text, PlanSchema.Text, RecoverySchema.Text }.Select(s => JsonNodes.Write(new SchemaDocument(s).At("definitions/failure"), isIndented: false));

        Assert.That(failures.Distinct().Count(), Is.EqualTo(1));
    }

    protected override void Parse(string text) => _ = ApplyJson.Parse(text);
}

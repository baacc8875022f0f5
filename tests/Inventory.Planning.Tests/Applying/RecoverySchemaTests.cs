namespace Inventory.Planning.Tests;

[TestFixture]
public sealed class RecoverySchemaTests() : DocumentSchemaTests(RecoverySchema.Text)
{
    protected override string Everything => RecoveryJson.Write(new()
    {
        Entries =
        [
            new()
            {
                Account = "first",
                Bucket = "logs",
                RuleId = "a",
                File = "0.json",
                Outcome = RecoveryOutcome.PutOld,
                RequestId = "5F",
                IsInJournal = true,
                Failure = new()
                {
                    Account = "first", Bucket = "logs", RuleId = "a", Kind = InventoryErrorKind.Conflict, Reason = "It differs.", RequestId = "5F", Unreadable = ["x"], MoreUnreadable = 2,
                },
            },
        ],
        Unreadable = [new("cut.json", "It ends too early.")],
    });

    protected override IReadOnlyList<(string Schema, string Document)> Read =>
        [("", ""), ("definitions/entry", "entries/0"), ("definitions/failure", "entries/0/failure"), ("definitions/unreadable", "unreadable/0")];

    protected override IReadOnlyList<(string Path, string[] Names)> Enumerations =>
    [
        ("definitions/entry/properties/outcome", Enum.GetNames<RecoveryOutcome>()),
        ("definitions/failure/properties/kind", Enum.GetNames<InventoryErrorKind>()),
    ];

    [Test]
    public Task It_accepts_every_result() => PropertyRun.CheckAsync(100, RandomFleet.Generator, async random =>
    {
        using var bench = ApplyBench.Of(random);
        var plan = await bench.PlanAsync(random.Desired, prune: true);
        bench.KillAt(Math.Max(1, plan.Counts.Changes), isDoneBefore: true);
        _ = await bench.ApplyAsync(plan, new() { Force = true });

        var kept = await bench.RecoverAsync();
        bench.Revive();
        var settled = await bench.RecoverAsync();

        foreach (var result in new[] { kept, settled })
        {
            var text = RecoveryJson.Write(result);
            Accept(text);
            Assert.That(RecoveryJson.Parse(text), Is.EqualTo(result));
        }
    });

    protected override void Parse(string text) => _ = RecoveryJson.Parse(text);
}

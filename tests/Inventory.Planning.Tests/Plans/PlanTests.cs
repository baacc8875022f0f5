namespace Inventory.Planning.Tests;

public sealed class PlanTests
{
    [TestCase(10, 3, false)]
    [TestCase(10, 4, true)]
    [TestCase(9, 9, false)]
    [TestCase(100, 30, false)]
    [TestCase(100, 31, true)]
    public void More_than_thirty_percent_of_ten_or_more_is_drastic(int rules, int gone, bool isDrastic)
    {
        var half = gone / 2;
        var plan = Of(rules - gone, (ChangeKind.Delete, half), (ChangeKind.Replace, gone - half), (ChangeKind.Create, 50));

        Assert.That(plan.Counts.Managed, Is.EqualTo(rules));
        Assert.That(plan.IsDrastic, Is.EqualTo(isDrastic));
    }

    [Test]
    public void Enabling_disabling_and_creating_are_not_drastic() =>
        Assert.That(Of(0, (ChangeKind.Enable, 50), (ChangeKind.Disable, 50), (ChangeKind.Create, 50)).IsDrastic, Is.False);

    [Test]
    public void The_counts_read_as_a_sentence() =>
        Assert.That(
            Of(3, (ChangeKind.Create, 2), (ChangeKind.Delete, 1)).ToString(),
            Is.EqualTo("Rules: 2 to create, 1 to delete, 3 unchanged. Plan hash"));

    [Test]
    public void A_plan_of_nothing_says_so() =>
        Assert.That(Of(0).ToString(), Is.EqualTo("No changes. Plan hash"));

    private static Plan Of(int unchanged, params (ChangeKind Kind, int Count)[] changes) => new()
    {
        Hash = "hash",
        Buckets =
        [
            new()
            {
                Account = "a",
                Bucket = "b",
                Unchanged = unchanged,
                Changes = [.. changes.SelectMany(c => Enumerable.Range(0, c.Count).Select(n => new PlannedChange { Kind = c.Kind, RuleId = $"{c.Kind}{n}" }))],
            },
        ],
    };
}

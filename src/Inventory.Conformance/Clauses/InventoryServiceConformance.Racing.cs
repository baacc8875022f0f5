namespace Inventory.Conformance;

/// <content>Calls for one rule at the same time.</content>
public abstract partial class InventoryServiceConformance
{
    private const int Racers = 8;

    [Clause]
    public async Task Of_several_puts_that_only_create_one_rule_one_creates_it_as_far_as_the_provider_promises()
    {
        var rules = Rivals();

        var ends = await Task.WhenAll(rules.Select(r => Task.Run(() => EndOfAsync(r, PutMode.CreateOnly))));

        var created = ends.Where(e => e.Outcome == PutOutcome.Created).ToList();
        Assert.That(ends.Where(e => e.Outcome is null).Select(e => e.Failure), Has.All.EqualTo(InventoryErrorKind.RuleAlreadyExists));
        Assert.That(created, Is.Not.Empty, "one of them must create the rule");
        if (Capabilities.NativePut == NativePut.CreateOnly)
        {
            Assert.That(created, Has.Count.EqualTo(1), "the provider's own put only creates, so no two may");
        }

        Assert.That(created.Select(e => Service.Normalize(e.Rule)), Has.Member(await Service.FindAsync(SourceBucket, rules[0].Id)));
        Assert.That(await ListAsync(), Has.Count.EqualTo(1));
    }

    [Clause]
    public async Task Several_puts_of_one_rule_at_once_leave_what_one_of_them_put()
    {
        var rules = Rivals();
        _ = await Service.PutAsync(SourceBucket, rules[0]);

        var ends = await Task.WhenAll(rules.Select(r => Task.Run(() => EndOfAsync(r, PutMode.CreateOrReplace))));

        Assert.That(ends.Where(e => e.Outcome is null).Select(e => e.Failure), Has.All.EqualTo(InventoryErrorKind.Conflict).Or.EqualTo(InventoryErrorKind.ReplaceInterrupted));
        Assert.That(rules.Select(Service.Normalize), Has.Member(await Service.FindAsync(SourceBucket, rules[0].Id)));
        Assert.That(await ListAsync(), Has.Count.EqualTo(1));
    }

    /// <summary>One id, several rules.</summary>
    private List<InventoryRule> Rivals()
    {
        var rule = Baseline();
        return [.. Enumerable.Range(0, Racers).Select(i => rule with { IsEnabled = i % 2 == 0, Destination = rule.Destination with { Prefix = PrefixOf(i) } })];
    }

    private string? PrefixOf(int number) =>
        new[] { $"kit/{number}/", $"kit/{number}", $"kit{number}" }.FirstOrDefault(p => Capabilities.DestinationPrefix?.Problem(p) is null);

    private async Task<(InventoryRule Rule, PutOutcome? Outcome, InventoryErrorKind? Failure)> EndOfAsync(InventoryRule rule, PutMode mode)
    {
        try
        {
            return (rule, (await Service.PutAsync(SourceBucket, rule, new() { Mode = mode })).Outcome, null);
        }
        catch (InventoryException e)
        {
            return (rule, null, e.Kind);
        }
    }
}

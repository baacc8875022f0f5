namespace Inventory.Conformance;

/// <content>What the service promises to give back.</content>
public abstract partial class InventoryServiceConformance
{
    [Clause]
    public void Normalizing_twice_gives_what_normalizing_once_gives()
    {
        var rules = ClauseCases.Features.Where(f => LevelOf(f) != SupportLevel.NotOffered).Select(SampleOf).Append(Baseline() with { IsEnabled = false });
        foreach (var rule in rules.Where(r => Service.Validate(r).All(v => v.Severity != ViolationSeverity.Error)))
        {
            var once = Service.Normalize(rule);
            var twice = Service.Normalize(once);

            Assert.That(twice, Is.EqualTo(once), () => $"differing: {string.Join(", ", twice.DifferingPaths(once))}");
        }
    }

    [Clause]
    public async Task Normalizing_refuses_what_a_put_refuses()
    {
        var rule = Baseline().WithExtension(new ForeignExtension());

        var refusal = await Caught.ByAsync<InventoryRuleRejectedException>(() => Task.FromResult(Service.Normalize(rule)));

        Assert.That(refusal.Violations, Is.EqualTo(Service.Validate(rule)));
    }

    [Clause]
    public void Normalizing_keeps_the_id()
    {
        var rule = Baseline();

        Assert.That(Service.Normalize(rule).Id, Is.EqualTo(rule.Id));
    }
}

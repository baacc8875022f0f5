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

    [Clause]
    public async Task What_is_said_of_a_rule_is_said_of_it_in_a_bucket_as_a_put_there_says_it()
    {
        InventoryRule[] rules = [Baseline(), Baseline().WithExtension(new ForeignExtension())];
        foreach (var rule in rules)
        {
            var said = Service.ValidateFor(SourceBucket, rule);

            Assert.That(said, Is.SupersetOf(Service.Validate(rule)));
        }

        var refusal = await Caught.ByAsync<InventoryRuleRejectedException>(() => Service.PutAsync(SourceBucket, rules[1]));
        Assert.That(refusal.Violations, Is.EquivalentTo(Service.ValidateFor(SourceBucket, rules[1])), "the put refuses what was said before it");
        Assert.That(Service.ValidateFor(SourceBucket, rules[0]).Where(v => v.Severity == ViolationSeverity.Error), Is.Empty, "the baseline is held in the fixture's bucket");
    }
}

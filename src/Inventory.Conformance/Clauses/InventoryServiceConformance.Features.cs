namespace Inventory.Conformance;

/// <content>Every feature by itself, as the capabilities declare it.</content>
public abstract partial class InventoryServiceConformance
{
    [Clause, TestCaseSource(typeof(ClauseCases), nameof(ClauseCases.Features))]
    public Task A_feature_round_trips_or_is_refused_by_name_or_is_warned_of(InventoryFeature feature) => AssertIsAsDeclaredAsync(SampleOf(feature), feature);

    [Clause]
    public async Task A_conditional_feature_round_trips_or_the_put_fails_by_name()
    {
        InventoryFeature[] conditional = [.. FeaturesAt(SupportLevel.Conditional)];
        List<string> outcomes = [];

        foreach (var feature in conditional)
        {
            outcomes.Add($"{feature}: {await OutcomeOfAsync(SampleOf(feature))}");
        }

        await TestContext.Out.WriteLineAsync($"{conditional.Length} conditional features. {string.Join("; ", outcomes)}");
    }

    private Task AssertIsAsDeclaredAsync(InventoryRule rule, InventoryFeature feature) => LevelOf(feature) switch
    {
        SupportLevel.Supported => AssertIsSupportedAsync(rule),
        SupportLevel.Conditional => AssertIsWarnedOfAsync(rule, feature),
        _ => AssertIsRefusedByNameAsync(rule, feature),
    };

    private async Task AssertIsSupportedAsync(InventoryRule rule)
    {
        Assert.That(Service.Validate(rule).Where(v => v.Severity == ViolationSeverity.Error), Is.Empty);

        await AssertRoundTripsAsync(rule);
    }

    private async Task AssertIsRefusedByNameAsync(InventoryRule rule, InventoryFeature feature)
    {
        var use = rule.FeaturesUsed().First(u => u.Feature == feature);

        var refusal = await RefusalOfAsync(rule);

        var violation = refusal.Violations.FirstOrDefault(v => v.Feature == feature && v.Path == use.Path);
        Assert.That(violation, Is.Not.Null, $"the refusal must name {feature} at {use.Path}: {refusal.Message}");
        AssertExplains(violation!);
        Assert.That(violation!.Evidence.IsEmpty, Is.False, "the refusal must say who says so");
        Assert.That(await Service.FindAsync(SourceBucket, rule.Id), Is.Null, "nothing may be stored");
    }

    private Task AssertIsWarnedOfAsync(InventoryRule rule, InventoryFeature feature)
    {
        var warnings = Service.Validate(rule).Where(v => v.Feature == feature).ToList();

        Assert.That(warnings, Is.Not.Empty, $"Validate must warn of {feature}");
        Assert.That(warnings.Select(v => v.Kind), Has.All.EqualTo(RuleViolationKind.Conditional));
        Assert.That(warnings.Select(v => v.Severity), Has.All.EqualTo(ViolationSeverity.Warning));
        return Task.CompletedTask;
    }

    private async Task<string> OutcomeOfAsync(InventoryRule rule)
    {
        try
        {
            var result = await Service.PutAsync(SourceBucket, rule);
            Assert.That(result.Warnings, Is.EqualTo(Service.Validate(rule)), "the put must pass the warnings on");
        }
        catch (InventoryException e) when (e.Kind is InventoryErrorKind.RuleRejected or InventoryErrorKind.NotStoredAsSent or InventoryErrorKind.InvalidRequest)
        {
            return e.Kind.ToString();
        }

        AssertIsHeld(await Service.FindAsync(SourceBucket, rule.Id), rule);
        return "round-trips";
    }
}

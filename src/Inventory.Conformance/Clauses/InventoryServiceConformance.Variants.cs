namespace Inventory.Conformance;

/// <content>Features that a rule can use in several ways: one way may work and another not.</content>
public abstract partial class InventoryServiceConformance
{
    [Clause, TestCaseSource(typeof(RangeSides), nameof(RangeSides.All))]
    public Task A_range_that_is_bounded_on_one_side_alone_round_trips_or_is_refused_by_name(string side)
    {
        var feature = RangeSides.FeatureOf(side);
        var rule = FeatureSamples.Using(feature, Baseline(), Capabilities);

        return AssertIsTakenAsDeclaredAsync(rule with { Filter = RangeSides.Only(side, rule.Filter) }, feature);
    }

    [Clause, TestCaseSource(typeof(ClauseCases), nameof(ClauseCases.DaysOfAMonth))]
    public Task A_day_of_the_month_round_trips_or_is_refused_by_name(int day)
    {
        var rule = Baseline() with { Schedule = InventorySchedule.Monthly(day) };

        return AssertIsTakenAsDeclaredAsync(rule, rule.FeaturesUsed().Single(u => u.Path == RulePaths.Schedule).Feature);
    }

    /// <summary>The rule is what the table says of a feature; on a condition, it is put as well.</summary>
    private async Task AssertIsTakenAsDeclaredAsync(InventoryRule rule, InventoryFeature feature)
    {
        await AssertIsAsDeclaredAsync(rule, feature);
        if (LevelOf(feature) == SupportLevel.Conditional)
        {
            var outcome = await OutcomeOfAsync(rule);
            await TestContext.Out.WriteLineAsync($"{feature}: {outcome}");
        }
    }
}

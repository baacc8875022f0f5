namespace Inventory.Conformance;

/// <content>Every feature by itself on the wire: the kit's back end takes whatever a cloud might refuse.</content>
public abstract partial class HttpInventoryServiceConformance
{
    [Clause, TestCaseSource(typeof(ClauseCases), nameof(ClauseCases.Features))]
    public async Task A_feature_comes_back_as_it_was_sent_and_one_that_is_not_offered_is_not_sent(InventoryFeature feature)
    {
        var bench = await BenchAsync();
        var rule = Sample(feature, bench.NewRule(), bench.Capabilities);
        Assert.That(rule.FeaturesUsed().Select(u => u.Feature), Has.Member(feature), "the sample must use the feature");

        var end = await bench.RunAsync(HttpOperation.Put, rule);

        if (bench.Capabilities.Features[feature].Level == SupportLevel.NotOffered)
        {
            Assert.That(end.Failure is InventoryRuleRejectedException, Is.True, $"the put must be refused, and ended as {end}");
            Assert.That(end.Received, Is.Empty, "nothing may be sent");
            return;
        }

        await AssertSucceededAsync(bench, end);
        Assert.That(Statements.Of(rule).Except(Statements.Of(bench.Service.Normalize(rule))), Is.Empty, "what a rule states may not get lost, though normalizing says so beforehand");
    }
}

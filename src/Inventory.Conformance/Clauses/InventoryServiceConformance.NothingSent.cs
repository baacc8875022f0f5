namespace Inventory.Conformance;

/// <content>What must not reach the service. Every clause here needs <see cref="RequestCount"/>.</content>
public abstract partial class InventoryServiceConformance
{
    [Clause]
    public async Task The_request_count_of_the_fixture_counts()
    {
        var before = Counted();

        _ = await Service.FindAsync(SourceBucket, Ids.Next());

        Assert.That(Counted(), Is.GreaterThan(before), "the clauses below prove nothing with a count that stands still");
    }

    [Clause]
    public async Task Nothing_is_sent_for_a_rule_that_is_wrong_in_one_way_or_in_every_way()
    {
        InventoryFeature[] notOffered = [.. FeaturesAt(SupportLevel.NotOffered)];
        var wrongInEveryWay = FeatureCombinations.Of(notOffered, Baseline, Sample).Append(Baseline()).Select(MadeWrong);
        var rules = notOffered.Select(SampleOf).Concat(wrongInEveryWay).ToList();
        var before = Counted();

        foreach (var rule in rules)
        {
            _ = await Caught.ByAsync<InventoryRuleRejectedException>(() => Service.PutAsync(SourceBucket, rule));
        }

        Assert.That(Counted() - before, Is.Zero);
        await TestContext.Out.WriteLineAsync($"{rules.Count} rules refused, {notOffered.Length} of them for one feature each.");
    }

    [Clause]
    public async Task Nothing_is_sent_for_an_extension_of_another_provider()
    {
        InventoryRule[] rules = [Baseline().WithExtension(new ForeignExtension()), Baseline().WithExtension(new ForeignAccessExtension())];
        var before = Counted();

        foreach (var rule in rules)
        {
            _ = await Caught.ByAsync<InventoryRuleRejectedException>(() => Service.PutAsync(SourceBucket, rule));
        }

        Assert.That(Counted() - before, Is.Zero);
    }

    [Clause]
    public async Task Nothing_is_sent_for_an_id_that_is_not_allowed()
    {
        string[] ids = ["", Ids.OfLength(Capabilities.RuleId.MaxLength + 1)];
        var before = Counted();

        foreach (var id in ids)
        {
            _ = await Caught.ByAsync<InventoryRuleRejectedException>(() => Service.PutAsync(SourceBucket, Baseline() with { Id = id }));
        }

        Assert.That(Counted() - before, Is.Zero);
    }

    [Clause]
    public async Task Nothing_is_sent_for_a_name_that_no_bucket_can_have()
    {
        var before = Counted();

        foreach (var (_, call) in EveryOperation(MalformedBucketName(), Baseline()))
        {
            _ = await Caught.ByAsync<InventoryException>(call);
        }

        Assert.That(Counted() - before, Is.Zero);
    }

    [Clause]
    public async Task Nothing_is_sent_for_a_call_that_is_cancelled_already()
    {
        var before = Counted();

        foreach (var (_, call) in EveryOperation(SourceBucket, Baseline(), new CancellationToken(canceled: true)))
        {
            _ = await Caught.ByAsync<OperationCanceledException>(call);
        }

        Assert.That(Counted() - before, Is.Zero);
    }

    [Clause]
    public void Nothing_is_sent_to_validate_and_to_normalize()
    {
        var rule = Baseline();
        var before = Counted();

        _ = Service.Validate(rule);
        _ = Service.ValidateFor(SourceBucket, rule);
        _ = Service.Normalize(rule);
        _ = Service.Capabilities;

        Assert.That(Counted() - before, Is.Zero);
    }

    private long Counted()
    {
        if (RequestCount is null)
        {
            Assert.Ignore($"Not proved: the fixture cannot count requests. Override {nameof(RequestCount)}.");
        }

        return RequestCount!.Value;
    }
}

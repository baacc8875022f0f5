namespace Inventory.Planning.Tests;

/// <summary>A move from the first account, whose cloud holds everything, to the second, of a lesser cloud that holds one prefix a rule.</summary>
internal sealed class TestMove(TestFleet fleet)
{
    public const string Source = "logs";
    public const string Target = "logs-there";

    /// <summary>What a lesser cloud holds that has no several prefixes.</summary>
    public static InventoryCapabilities OnePrefix { get; } = LesserCloud.Capabilities with
    {
        Features = LesserCloud.Capabilities.Features.With(KeyValuePair.Create(
            InventoryFeature.MultiplePrefixFilter,
            FeatureSupport.NotOffered("A rule selects by one prefix.", "Put one rule for each.", new Evidence("One prefix.", "This test", new DateOnly(2026, 1, 1))))),
    };

    /// <summary>Ordinary options: one bucket to one of another name.</summary>
    public static MoveOptions Options { get; } = new() { From = TestFleet.First, To = TestFleet.Second, Buckets = [new(Source, Target)] };

    public TestFleet Fleet => fleet;

    /// <summary>A fleet whose source has these rules.</summary>
    public static async Task<TestMove> OfAsync(params InventoryRule[] rules)
    {
        var fleet = new TestFleet(second: new() { Capabilities = OnePrefix });
        await fleet.PutAsync(TestFleet.First, Source, rules);
        return new(fleet);
    }

    public static MoveOptions Accepting(params string[] accept) => Options with { Accept = [.. accept.Select(MoveAcceptance.Parse)] };

    public Task<MovePlan> PlanAsync(params string[] accept) => PlanAsync(Accepting(accept));

    public async Task<MovePlan> PlanAsync(MoveOptions options)
    {
        var move = new FleetMove(fleet.Of, SettingExtension.Documents, options);
        return move.Create(await new FleetReader(fleet.Of, new() { Concurrency = 1 }).ReadAsync(move.Buckets));
    }

    /// <summary>Plans a step, and does what it says.</summary>
    public async Task<MovePlan> DoAsync(MoveOptions options)
    {
        var plan = await PlanAsync(options);
        await fleet.DoAsync(plan.Plan);
        return plan;
    }

    public Task<MovePlan> DoAsync(params string[] accept) => DoAsync(Accepting(accept));

    /// <summary>The rules of a bucket, by their ids.</summary>
    public async Task<IReadOnlyList<InventoryRule>> RulesAsync(string account, string bucket)
    {
        List<InventoryRule> rules = [];
        await foreach (var rule in fleet.Of(account).ListAsync(bucket))
        {
            rules.Add(rule);
        }

        return [.. rules.OrderBy(r => r.Id, StringComparer.Ordinal)];
    }

    public Task<IReadOnlyList<InventoryRule>> ThereAsync() => RulesAsync(TestFleet.Second, Target);
}

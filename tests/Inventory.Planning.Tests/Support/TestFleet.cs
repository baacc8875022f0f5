using Inventory.InMemory;

namespace Inventory.Planning.Tests;

/// <summary>Two accounts in memory: one whose cloud only creates and holds everything, one of a lesser cloud that overwrites.</summary>
internal sealed class TestFleet
{
    public const string First = "first";
    public const string Second = "second";

    private readonly Dictionary<string, IInventoryService> _services;

    public TestFleet(InMemoryOptions? first = null, InMemoryOptions? second = null)
    {
        FirstService = new(first ?? new() { Capabilities = SettingExtension.Held(InMemoryCapabilities.Create()) });
        SecondService = new(second ?? new() { Capabilities = LesserCloud.Capabilities });
        _services = new() { [First] = FirstService, [Second] = SecondService };
    }

    public InMemoryInventoryService FirstService { get; }

    public InMemoryInventoryService SecondService { get; }

    public long Requests => FirstService.Store.RequestCount + SecondService.Store.RequestCount;

    public static Planner PlannerOf(Func<string, IInventoryService> services) => new(services, SettingExtension.Documents);

    /// <summary>The service of an account; replaced by another where a test says so.</summary>
    public IInventoryService Of(string account) => _services[account];

    public void Replace(string account, IInventoryService service) => _services[account] = service;

    public Task PutAsync(string account, string bucket, params InventoryRule[] rules) =>
        Task.WhenAll(rules.Select(rule => Of(account).PutAsync(bucket, rule)));

    public async Task<Plan> PlanAsync(DesiredState desired, bool prune = false) =>
        PlannerOf(Of).Create(desired, await new FleetReader(Of, new() { Concurrency = 1 }).ReadAsync(desired), new() { Prune = prune });

    /// <summary>Does what a plan says, as somebody would by hand.</summary>
    public async Task DoAsync(Plan plan)
    {
        foreach (var bucket in plan.Buckets)
        {
            foreach (var change in bucket.Changes)
            {
                var service = Of(bucket.Account);
                if (change.After is not { } after)
                {
                    await service.DeleteAsync(bucket.Bucket, change.RuleId);
                    continue;
                }

                PutOptions options = change.Before is { } before ? new() { Mode = PutMode.ReplaceOnly, IfCurrently = before } : new() { Mode = PutMode.CreateOnly };
                _ = await service.PutAsync(bucket.Bucket, after, options);
            }
        }
    }
}

using Inventory.InMemory;
using Microsoft.Extensions.Configuration;

namespace Inventory.DependencyInjection.Tests;

/// <summary>The options of a third party's adapter: one of everything that configuration can hold.</summary>
public sealed class ThirdOptions
{
    public string? Region { get; set; }

    public int Limit { get; set; } = 10;

    public bool? IsStrict { get; set; }

    public TimeSpan Deadline { get; set; }

    public DayOfWeek Day { get; set; }

    public IList<string> Accept { get; } = [];

    public IReadOnlyCollection<DayOfWeek>? Days { get; set; }

    public ThirdLimits Limits { get; set; } = new();

    public Dictionary<string, string> Tags { get; } = [];

    [ConfigurationKeyName("old-name")]
    public string? Renamed { get; set; }

    /// <summary>Not what a configuration can hold.</summary>
    public Action? Callback { get; set; }

    /// <summary>Nor this.</summary>
    public InventoryRule? Rule { get; set; }

    public string Computed => Region ?? "";
}

public sealed class ThirdLimits
{
    public int Attempts { get; init; } = 3;
}

/// <summary>A third party's service, which tells when it is disposed of.</summary>
public sealed class ThirdService : IInventoryService, IDisposable
{
    private readonly InMemoryInventoryService _memory = new();

    public ThirdService(ThirdOptions options, TimeProvider time)
    {
        (Options, Time) = (options, time);
        Capabilities = InMemoryCapabilities.Create() with { Provider = "third", DisplayName = options.Region ?? "Third" };
        lock (Made)
        {
            Made.Add(options.Limit > 0 ? this : throw new ArgumentException("Limit: it must be 1 or more."));
        }
    }

    /// <summary>The services that were made, in order; of the test that runs.</summary>
    public static List<ThirdService> Made { get; } = [];

    public ThirdOptions Options { get; }

    public TimeProvider Time { get; }

    public bool IsDisposed { get; private set; }

    /// <summary>What a find waits for.</summary>
    public Task Gate { get; set; } = Task.CompletedTask;

    public InventoryCapabilities Capabilities { get; }

    public IReadOnlyList<RuleViolation> Validate(InventoryRule rule) => _memory.Validate(rule);

    public IReadOnlyList<RuleViolation> ValidateFor(string bucket, InventoryRule rule) => bucket != "closed" ? Validate(rule) :
    [
        new() { Kind = RuleViolationKind.Contradiction, Path = RulePaths.Id, Provider = "third", Reason = "This bucket is closed.", Remedy = "Take another." },
    ];

    public InventoryRule Normalize(InventoryRule rule) => _memory.Normalize(rule);

    public Task<PutResult> PutAsync(string bucket, InventoryRule rule, PutOptions? options = null, CancellationToken cancellationToken = default) =>
        _memory.PutAsync(bucket, rule, options, cancellationToken);

    public async Task<InventoryRule?> FindAsync(string bucket, string ruleId, CancellationToken cancellationToken = default)
    {
        await Gate;
        return await _memory.FindAsync(bucket, ruleId, cancellationToken);
    }

    public IAsyncEnumerable<InventoryRule> ListAsync(string bucket, CancellationToken cancellationToken = default) => _memory.ListAsync(bucket, cancellationToken);

    public Task DeleteAsync(string bucket, string ruleId, CancellationToken cancellationToken = default) => _memory.DeleteAsync(bucket, ruleId, cancellationToken);

    public bool DisposeThrows { get; set; }

    public void Dispose() => IsDisposed = !DisposeThrows ? true : throw new InvalidOperationException("This service cannot be disposed of.");
}

/// <summary>How a third party registers its adapter.</summary>
public static class ThirdRegistration
{
    public static InventoryBuilder AddThird(
        this InventoryBuilder builder, string name = "third", Action<InventoryProviderBuilder<ThirdOptions>>? configure = null) =>
        builder.AddProvider<ThirdOptions>(name, third => new ThirdService(third.Options, third.Time), configure, fixedKeys: [nameof(ThirdOptions.Region)]);
}

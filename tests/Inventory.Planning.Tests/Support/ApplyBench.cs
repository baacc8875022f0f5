namespace Inventory.Planning.Tests;

/// <summary>Two accounts whose every request a test sees, and a journal: plans are made, applied and recovered.</summary>
internal sealed class ApplyBench : IDisposable
{
    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("inventory-journal-");

    public ApplyBench(InventoryCapabilities? first = null)
    {
        First = new(first, new() { Time = Clock });
        Second = new(LesserCloud.Capabilities, new() { Time = Clock });
        Services = Cloud;
    }

    /// <summary>Its cloud only creates.</summary>
    public ScriptedCloud First { get; }

    /// <summary>Its cloud overwrites.</summary>
    public ScriptedCloud Second { get; }

    public SkippingClock Clock { get; } = new();

    public Func<string, IInventoryService> Services { get; set; }

    /// <summary>A folder that is not there yet.</summary>
    public string Folder => Path.Combine(_root.FullName, "state", "journal");

    public ApplyJournal Journal => new(Folder, SettingExtension.Documents);

    /// <summary>The names of the entries in the journal.</summary>
    public IReadOnlyList<string> Entries => Directory.Exists(Folder) ? [.. Directory.EnumerateFiles(Folder, "*.json").Select(f => Path.GetFileName(f))] : [];

    public IEnumerable<string> Requests => First.Requests.Concat(Second.Requests);

    /// <summary>A bench whose clouds have the live rules of a fleet.</summary>
    public static ApplyBench Of(RandomFleet fleet)
    {
        var bench = new ApplyBench();
        foreach (var bucket in fleet.Live)
        {
            bench.Cloud(bucket.Account).Hold(bucket.Bucket, [.. bucket.Rules]);
        }

        return bench;
    }

    public ScriptedCloud Cloud(string account) => account == TestFleet.First ? First : Second;

    /// <summary>Ends the process at its n-th request, over both clouds.</summary>
    /// <param name="number">Which request, from 1.</param>
    /// <param name="isDoneBefore">Whether the cloud has done it already.</param>
    public void KillAt(int number, bool isDoneBefore)
    {
        var count = 0;
        Task Count(string request) => Volatile.Read(ref count) >= number ? throw new KilledException() : Task.CompletedTask;
        Task CountUp(string request) => Interlocked.Increment(ref count) >= number ? throw new KilledException() : Task.CompletedTask;
        foreach (var cloud in new[] { First, Second })
        {
            cloud.Before = isDoneBefore ? Count : CountUp;
            cloud.After = isDoneBefore ? CountUp : Count;
        }
    }

    /// <summary>Starts another process.</summary>
    public void Revive()
    {
        First.Revive();
        Second.Revive();
    }

    public async Task<Plan> PlanAsync(DesiredState desired, bool prune = false) =>
        TestFleet.PlannerOf(Services).Create(desired, await new FleetReader(Services, new() { Concurrency = 1 }).ReadAsync(desired), new() { Prune = prune });

    public Task<ApplyResult> ApplyAsync(Plan plan, FleetApplyOptions? options = null, IProgress<ApplyProgress>? progress = null, CancellationToken cancellationToken = default) =>
        new FleetApplier(Services, Journal, options).ApplyAsync(plan, progress, cancellationToken);

    public Task<RecoveryResult> RecoverAsync() => new FleetRecovery(Services, Journal, new() { SettleTime = TimeSpan.FromSeconds(1), Time = Clock }).RunAsync();

    public void Dispose() => _root.Delete(recursive: true);
}

using System.Diagnostics;
using Inventory.AlibabaOss;
using Inventory.BaiduBos;
using Inventory.Documents;
using Inventory.Planning;

namespace Inventory.Benchmarks.Fleet;

/// <summary>How long the parts of an apply took, in milliseconds.</summary>
internal sealed record FleetTimes(double Read, double Plan, double Apply)
{
    public bool IsSecondPlanEmpty { get; init; }

    public double Whole => Read + Plan + Apply;
}

/// <summary>The library's way: read, plan, apply.</summary>
internal sealed class FleetWork(Func<string, IInventoryService> services, int concurrency)
{
    private static readonly IExtensionDocument[] Extensions = [new OssExtensionDocument(), new OssAccessDocument(), new BosExtensionDocument()];

    /// <summary>Makes a fleet as desired, and says how long each part took. Throws where a rule was not written.</summary>
    public async Task<FleetTimes> RunAsync(DesiredState desired, bool prune)
    {
        var folder = Directory.CreateTempSubdirectory();
        try
        {
            var applier = new FleetApplier(services, new ApplyJournal(Path.Combine(folder.FullName, "journal"), Extensions), new() { Concurrency = concurrency });
            var started = Stopwatch.GetTimestamp();
            var live = await new FleetReader(services, new() { Concurrency = concurrency }).ReadAsync(desired);
            var read = Stopwatch.GetTimestamp();
            var plan = new Planner(services, Extensions).Create(desired, live, new() { Prune = prune });
            var planned = Stopwatch.GetTimestamp();
            var result = await applier.ApplyAsync(plan);
            var applied = Stopwatch.GetTimestamp();
            return result.IsAllDone
                ? new(Milliseconds(started, read), Milliseconds(read, planned), Milliseconds(planned, applied))
                : throw new InvalidOperationException(ApplyText.Write(result));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    public async Task<Plan> PlanAsync(DesiredState desired, bool prune) =>
        new Planner(services, Extensions).Create(desired, await new FleetReader(services, new() { Concurrency = concurrency }).ReadAsync(desired), new() { Prune = prune });

    private static double Milliseconds(long from, long to) => Stopwatch.GetElapsedTime(from, to).TotalMilliseconds;
}

using System.Collections.Concurrent;
using System.Globalization;

namespace Inventory.Benchmarks.Fleet;

/// <summary>A fleet of 400 buckets and 4,000 rules read, planned and applied, beside a bare client that sends the same requests in the same way, in turns.</summary>
internal static class FleetRun
{
    private const double Bar = 1.25;
    private const int Concurrency = 32;

    /// <summary>Runs <c>fleet [--rounds N] [--delay 20ms]</c>; 0 if both bars are met and every second plan is empty.</summary>
    public static async Task<int> RunAsync(string[] args)
    {
        var rounds = int.Parse(Value(args, "--rounds") ?? "5", CultureInfo.InvariantCulture);
        await using var emulator = await EmulatorProcess.StartAsync(Value(args, "--delay") ?? "20ms");
        ConcurrentQueue<RecordedCall> calls = [];
        _ = await ApplyAsync(emulator, () => new RecordingHandler(calls), isPlannedAgain: false);
        var counts = await emulator.CountsAsync();
        var bare = new BareFleet(calls, Concurrency);
        _ = await BareAsync(emulator, bare);
        var isBareAlike = Same(counts, await emulator.CountsAsync());

        List<FleetTimes> library = [];
        List<(TimeSpan Lists, TimeSpan Whole)> floor = [];
        var isEmpty = true;
        for (var round = 0; round < rounds; round++)
        {
            var times = await ApplyAsync(emulator, () => null, isPlannedAgain: true);
            library.Add(times);
            isEmpty &= times.IsSecondPlanEmpty;
            floor.Add(await BareAsync(emulator, bare));
            Say($"round {round + 1}: read {times.Read:N0} ms, plan {times.Plan:N0} ms, apply {times.Apply:N0} ms, together {times.Whole:N0} ms; bare lists {floor[^1].Lists.TotalMilliseconds:N0} ms, together {floor[^1].Whole.TotalMilliseconds:N0} ms");
        }

        var (most, sent) = (Most(counts), counts.Values.Sum());
        var ratio = Median(library.Select(t => t.Whole)) / Median(floor.Select(f => f.Whole.TotalMilliseconds));
        Say($"requests: {Shown(counts)}");
        Say($"requests: {sent} of at most {most} (list pages + writes + one get a write on BOS); the bare client sent {(isBareAlike ? "the same" : "OTHERS")}");
        Say($"medians of {rounds}: library {Median(library.Select(t => t.Whole)):N0} ms (read {Median(library.Select(t => t.Read)):N0}, plan {Median(library.Select(t => t.Plan)):N0}, apply {Median(library.Select(t => t.Apply)):N0}), bare {Median(floor.Select(f => f.Whole.TotalMilliseconds)):N0} ms (lists {Median(floor.Select(f => f.Lists.TotalMilliseconds)):N0}), ratio {ratio:N3} (bar {Bar})");
        Say($"the plan after it: {(isEmpty ? "empty" : "NOT EMPTY")}");
        await MixedAsync(emulator);
        return sent <= most && ratio <= Bar && isEmpty && isBareAlike ? 0 : 1;
    }

    /// <summary>Reads, plans and applies the whole fleet where there is nothing, and plans again where that is asked for.</summary>
    private static async Task<FleetTimes> ApplyAsync(EmulatorProcess emulator, Func<HttpMessageHandler?> handler, bool isPlannedAgain)
    {
        await emulator.FreshAsync();
        var (oss, bos) = FleetCloud.Services(emulator, handler);
        using var one = oss;
        using var other = bos;
        var work = new FleetWork(account => account == FleetCloud.Oss ? oss : bos, Concurrency);
        var times = await work.RunAsync(FleetCloud.Whole, prune: false);
        return isPlannedAgain ? times with { IsSecondPlanEmpty = (await work.PlanAsync(FleetCloud.Whole, prune: true)).IsEmpty } : times;
    }

    private static async Task<(TimeSpan Lists, TimeSpan Whole)> BareAsync(EmulatorProcess emulator, BareFleet bare)
    {
        await emulator.FreshAsync();
        return await bare.RunAsync();
    }

    /// <summary>A fleet where in each bucket one rule is replaced, one disabled, one enabled, one deleted and one created: counts and times, without a bar.</summary>
    private static async Task MixedAsync(EmulatorProcess emulator)
    {
        await emulator.FreshAsync();
        var (oss, bos) = FleetCloud.Services(emulator, () => null);
        using var one = oss;
        using var other = bos;
        var work = new FleetWork(account => account == FleetCloud.Oss ? oss : bos, Concurrency);
        _ = await work.RunAsync(FleetCloud.Whole, prune: false);
        _ = await emulator.CountsAsync();
        var times = await work.RunAsync(FleetCloud.Changed, prune: true);
        Say($"mixed (in each bucket a replacement, one disabled, one enabled, one deleted, one new): read {times.Read:N0} ms, plan {times.Plan:N0} ms, apply {times.Apply:N0} ms");
        Say($"mixed requests: {Shown(await emulator.CountsAsync())}");
        Say($"mixed, the plan after it: {((await work.PlanAsync(FleetCloud.Changed, prune: true)).IsEmpty ? "empty" : "NOT EMPTY")}");
    }

    private static int Most(IReadOnlyDictionary<string, int> counts) =>
        counts.Where(c => !c.Key.Contains(":get:", StringComparison.Ordinal)).Sum(c => c.Value) + counts.Where(c => c.Key.StartsWith("bos:put:", StringComparison.Ordinal)).Sum(c => c.Value);

    private static bool Same(IReadOnlyDictionary<string, int> one, IReadOnlyDictionary<string, int> other) => one.Count == other.Count && !one.Except(other).Any();

    private static string Shown(IReadOnlyDictionary<string, int> counts) => string.Join(", ", counts.Select(c => string.Create(CultureInfo.InvariantCulture, $"{c.Key} {c.Value}")));

    private static double Median(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return sorted.Length % 2 == 1 ? sorted[sorted.Length / 2] : (sorted[(sorted.Length / 2) - 1] + sorted[sorted.Length / 2]) / 2;
    }

    private static void Say(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));

    private static string? Value(string[] args, string name)
    {
        var at = Array.IndexOf(args, name);
        return at < 0 || at + 1 == args.Length ? null : args[at + 1];
    }
}

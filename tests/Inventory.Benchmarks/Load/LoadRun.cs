using System.Globalization;
using Inventory.Emulator;

namespace Inventory.Benchmarks.Load;

/// <summary>The emulator under load beside a bare endpoint with the same bodies, in turns, in this process. The bare endpoint is warm, the emulator is not.</summary>
internal static class LoadRun
{
    private const double Bar = 0.40;
    private const int WarmUpSeconds = 4;
    private const int SliceSeconds = 5;
    private const int SettledSeconds = 10;

    /// <summary>Runs <c>emulator-load [--seconds N] [--wire oss|bos]</c>; 0 if no answer was wrong and the bar is met.</summary>
    public static async Task<int> RunAsync(string[] args)
    {
        var seconds = int.Parse(Value(args, "--seconds") ?? "30", CultureInfo.InvariantCulture);
        var wire = Value(args, "--wire") ?? EmulatorWire.Oss;
        await using var emulator = await InventoryEmulator.StartAsync(LoadCloud.Options);
        var requests = await LoadCloud.RecordAsync(emulator, wire);
        var endpoint = wire == EmulatorWire.Oss ? emulator.OssEndpoint : emulator.BosEndpoint;
        using var bare = new BareServer(await AnswersAsync(endpoint, requests));
        await bare.StartAsync();
        var client = new LoadClient(requests, wire);
        _ = await client.RunAsync(bare.Endpoint, TimeSpan.FromSeconds(WarmUpSeconds));

        var (ofBare, ofEmulator) = (new Tally(), new Tally());
        double? cold = null, settled = null;
        for (var spent = 0; spent < seconds; spent += SliceSeconds)
        {
            var slice = TimeSpan.FromSeconds(Math.Min(SliceSeconds, seconds - spent));
            ofBare.Add(await client.RunAsync(bare.Endpoint, slice));
            ofEmulator.Add(await client.RunAsync(endpoint, slice));
            cold ??= ofEmulator.PerSecond / ofBare.PerSecond;
            settled ??= spent + SliceSeconds >= SettledSeconds ? ManagedMegabytes() : null;
        }

        var ratio = ofEmulator.PerSecond / ofBare.PerSecond;
        var errors = ofEmulator.Errors + ofBare.Errors;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{wire}: bare {ofBare.PerSecond:N0}/s, emulator {ofEmulator.PerSecond:N0}/s, ratio {ratio:P1} (bar {Bar:P0}), of the first {SliceSeconds} s {cold:P1}, errors {errors}"));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{wire}: managed memory after {SettledSeconds} s {settled:N1} MB, at the end {ManagedMegabytes():N1} MB"));
        return errors == 0 && ratio >= Bar ? 0 : 1;
    }

    private static double ManagedMegabytes() => GC.GetTotalMemory(forceFullCollection: true) / 1_048_576.0;

    /// <summary>What the emulator answers to each request, once: the bare endpoint answers the same status and body.</summary>
    private static async Task<Dictionary<(string, string), (int, byte[])>> AnswersAsync(Uri endpoint, IReadOnlyList<LoadRequest> requests)
    {
        var answers = new Dictionary<(string, string), (int, byte[])>();
        foreach (var request in requests)
        {
            answers[(request.Method, request.Target)] = await LoadClient.AskAsync(endpoint, request);
        }

        return answers;
    }

    private static string? Value(string[] args, string name)
    {
        var at = Array.IndexOf(args, name);
        return at < 0 || at + 1 == args.Length ? null : args[at + 1];
    }

    private sealed class Tally
    {
        private long _answers;
        private TimeSpan _took;

        public long Errors { get; private set; }

        public double PerSecond => _answers / _took.TotalSeconds;

        public void Add((long Answers, long Errors, TimeSpan Took) slice)
        {
            _answers += slice.Answers;
            _took += slice.Took;
            Errors += slice.Errors;
        }
    }
}

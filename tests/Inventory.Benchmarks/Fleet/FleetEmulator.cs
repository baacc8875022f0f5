using System.Collections.Concurrent;
using System.Globalization;
using Inventory.Emulator;

namespace Inventory.Benchmarks.Fleet;

/// <summary>The emulator of a fleet in a process of its own, so that it shares neither threads nor memory with who is measured.</summary>
/// <remarks>
/// The first line on stdout is the two ports. A line on stdin is answered by one: <c>fresh</c> begins anew with no rule, on the same ports; <c>counts</c> says how many
/// requests of each kind there were since the last such line.
/// </remarks>
internal static class FleetEmulator
{
    private static readonly ConcurrentDictionary<string, int> Counts = new(StringComparer.Ordinal);

    /// <summary>Runs <c>fleet-emulator DELAY</c> until stdin ends.</summary>
    public static async Task<int> RunAsync(string[] args)
    {
        var options = new EmulatorOptions { Buckets = [.. FleetCloud.Buckets.Select(b => b.Bucket).Append(FleetCloud.Reports).Select(name => new EmulatorBucket(name))], Log = Count };
        var emulator = await StartAsync(options, args[0]);
        options = options with { OssPort = emulator.OssEndpoint.Port, BosPort = emulator.BosEndpoint.Port };
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{options.OssPort} {options.BosPort}"));
        while (await Console.In.ReadLineAsync() is { } line)
        {
            if (line == "fresh")
            {
                await emulator.DisposeAsync();
                emulator = await StartAsync(options, args[0]);
                Counts.Clear();
                Console.WriteLine("fresh");
            }
            else
            {
                Console.WriteLine(string.Join(' ', Counts.OrderBy(c => c.Key, StringComparer.Ordinal).Select(c => string.Create(CultureInfo.InvariantCulture, $"{c.Key}={c.Value}"))));
                Counts.Clear();
            }
        }

        await emulator.DisposeAsync();
        return 0;
    }

    private static async Task<InventoryEmulator> StartAsync(EmulatorOptions options, string delay) =>
        await InventoryEmulator.StartAsync(options with { Faults = delay == "0" ? [] : [FaultRule.Parse($"*:*:*=delay:{delay}")] });

    /// <summary>Counts a line of the log: wire, method, target, status.</summary>
    private static void Count(string line)
    {
        var words = line.Split(' ');
        var kind = words[1] != "GET" ? words[1].ToLowerInvariant() : words[2].Contains("id=", StringComparison.OrdinalIgnoreCase) ? "get" : "list";
        _ = Counts.AddOrUpdate($"{words[0]}:{kind}:{words[3]}", 1, (_, count) => count + 1);
    }
}

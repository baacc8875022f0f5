using System.Diagnostics;
using System.Globalization;
using Inventory.Emulator;

namespace Inventory.Benchmarks.Load;

/// <summary>How long a start takes to its first answer: of this process, and the second in it.</summary>
internal static class StartRun
{
    private const double BarMilliseconds = 50;

    /// <summary>Runs <c>emulator-start</c>; 0 if the second start meets the bar.</summary>
    public static async Task<int> RunAsync(string[] args)
    {
        _ = args;
        using var process = Process.GetCurrentProcess();
        using var client = new HttpClient();
        await StartAsync(client);
        var sinceProcess = TimeProvider.System.GetLocalNow() - process.StartTime;
        var again = Stopwatch.GetTimestamp();
        await StartAsync(client);
        var second = Stopwatch.GetElapsedTime(again).TotalMilliseconds;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"process to first answer {sinceProcess.TotalMilliseconds:N0} ms; second start to its first answer {second:N1} ms (bar {BarMilliseconds:N0} ms)"));
        return second < BarMilliseconds ? 0 : 1;
    }

    private static async Task StartAsync(HttpClient client)
    {
        await using var emulator = await InventoryEmulator.StartAsync();
        using var answer = await client.GetAsync(new Uri(emulator.OssEndpoint, "/examplebucket/?inventory"));
    }
}

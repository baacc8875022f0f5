using System.Diagnostics;
using System.Globalization;

namespace Inventory.Benchmarks.Fleet;

/// <summary>A running <see cref="FleetEmulator"/>.</summary>
internal sealed class EmulatorProcess : IAsyncDisposable
{
    private readonly Process _process;

    private EmulatorProcess(Process process, int[] ports) => (_process, OssPort, BosPort) = (process, ports[0], ports[1]);

    public int OssPort { get; }

    public int BosPort { get; }

    /// <summary>Starts it.</summary>
    /// <param name="delay">What is added to each answer, such as <c>20ms</c>; <c>0</c> for nothing.</param>
    public static async Task<EmulatorProcess> StartAsync(string delay)
    {
        var process = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, ["fleet-emulator", delay])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            UseShellExecute = false,
        })!;
        var ports = (await process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("The emulator did not start.")).Split(' ');
        return new(process, Array.ConvertAll(ports, port => int.Parse(port, CultureInfo.InvariantCulture)));
    }

    /// <summary>Takes all rules away.</summary>
    public Task FreshAsync() => AskAsync("fresh");

    /// <summary>How many requests of each kind there were, by wire, kind and status: <c>oss:put:200</c>. Counts from zero again.</summary>
    public async Task<IReadOnlyDictionary<string, int>> CountsAsync() =>
        (await AskAsync("counts")).Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(c => c.Split('=')).ToDictionary(c => c[0], c => int.Parse(c[1], CultureInfo.InvariantCulture));

    public async ValueTask DisposeAsync()
    {
        _process.StandardInput.Close();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private async Task<string> AskAsync(string line)
    {
        await _process.StandardInput.WriteLineAsync(line);
        return await _process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("The emulator ended.");
    }
}

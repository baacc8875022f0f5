using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace Inventory.Cli.Tests;

/// <summary>A running <c>inventory emulator</c>.</summary>
internal sealed class RunningEmulator : IDisposable
{
    private readonly Process _process;

    private RunningEmulator(Process process, string firstLine)
    {
        _process = process;
        FirstLine = firstLine;
        using var endpoints = JsonDocument.Parse(firstLine);
        Oss = new(endpoints.RootElement.GetProperty("oss").GetString()!);
        Bos = new(endpoints.RootElement.GetProperty("bos").GetString()!);
    }

    public string FirstLine { get; }

    public Uri Oss { get; }

    public Uri Bos { get; }

    /// <summary>Starts it and waits for its first line.</summary>
    public static async Task<RunningEmulator> StartAsync(params string[] arguments)
    {
        var process = Program.Start(["emulator", .. arguments]);
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        return new(process, await process.StandardOutput.ReadLineAsync(patience.Token) ?? throw new AssertionException(await process.StandardError.ReadToEndAsync(patience.Token)));
    }

    /// <summary>Sends a signal, and gives what the process comes to.</summary>
    public async Task<Run> SignalAsync(string signal)
    {
        using var kill = Process.Start("kill", [$"-{signal}", _process.Id.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync();
        return await Program.EndAsync(_process);
    }

    /// <summary>Says a line to it, and gives the line that it answers.</summary>
    public async Task<string?> TellAsync(string line)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        await _process.StandardInput.WriteLineAsync(line.AsMemory(), patience.Token);
        await _process.StandardInput.FlushAsync(patience.Token);
        return await _process.StandardOutput.ReadLineAsync(patience.Token);
    }

    /// <summary>Says that there will be no more lines.</summary>
    public void CloseInput() => _process.StandardInput.Close();

    /// <summary>Ends the process at once, as a crash does.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    /// <summary>Whether the process was started to ignore a signal, as a shell's background jobs are.</summary>
    public bool Ignores(int signal)
    {
        var status = $"/proc/{_process.Id}/status";
        var mask = File.Exists(status) ? File.ReadLines(status).FirstOrDefault(line => line.StartsWith("SigIgn:", StringComparison.Ordinal)) : null;
        return mask is not null && (Convert.ToUInt64(mask["SigIgn:".Length..].Trim(), 16) & (1ul << (signal - 1))) != 0;
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }

        _process.Dispose();
    }
}

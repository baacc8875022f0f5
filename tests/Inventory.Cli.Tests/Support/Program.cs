using System.Diagnostics;

namespace Inventory.Cli.Tests;

/// <summary>What a run of the program came to.</summary>
internal sealed record Run(int ExitCode, string Output, string Error);

/// <summary>The built program, beside the tests.</summary>
internal static class Program
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private static readonly string Executable = Path.Combine(AppContext.BaseDirectory, OperatingSystem.IsWindows() ? "inventory.exe" : "inventory");

    /// <summary>Runs the program to its end.</summary>
    public static async Task<Run> RunAsync(params string[] arguments)
    {
        using var process = Start(arguments);
        return await EndAsync(process);
    }

    /// <summary>Starts the program; its streams are the caller's to read.</summary>
    public static Process Start(params string[] arguments)
    {
        var start = new ProcessStartInfo(Executable, arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
            UseShellExecute = false,
        };
        if (Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet")
        {
            // The runtime of the tests serves, wherever it is installed.
            start.Environment["DOTNET_ROOT"] = Path.GetDirectoryName(Environment.ProcessPath);
        }

        return Process.Start(start)!;
    }

    /// <summary>Waits for the end of a program, and reads what is left of its streams.</summary>
    public static async Task<Run> EndAsync(Process process)
    {
        using var patience = new CancellationTokenSource(Patience);
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(patience.Token);
            var error = process.StandardError.ReadToEndAsync(patience.Token);
            await process.WaitForExitAsync(patience.Token);
            return new(process.ExitCode, await output, await error);
        }
        catch (OperationCanceledException)
        {
            process.Kill();
            throw new AssertionException($"The program did not end within {Patience.TotalSeconds} s.");
        }
    }

    /// <summary>The path of a file of the test project.</summary>
    public static string FilePath(string name) => Path.Combine(AppContext.BaseDirectory, "Files", name);
}

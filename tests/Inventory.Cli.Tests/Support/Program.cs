using System.Diagnostics;
using Inventory.Tests;
using System.Text;

namespace Inventory.Cli.Tests;

/// <summary>What a run of the program came to.</summary>
internal sealed record Run(int ExitCode, string Output, string Error);

/// <summary>What a program finds around it.</summary>
internal sealed record Surroundings
{
    /// <summary>What it reads from standard input.</summary>
    public byte[] Input { get; init; } = [];

    /// <summary>The folder that it runs in.</summary>
    public string Folder { get; init; } = TestContext.CurrentContext.WorkDirectory;

    /// <summary>Variables beside the usual ones.</summary>
    public IReadOnlyDictionary<string, string> Environment { get; init; } = new Dictionary<string, string>();
}

/// <summary>The built program, beside the tests.</summary>
internal static class Program
{
    private static readonly string[] Foreign = ["Inventory__", "OSS_", "BCE_"];

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private static readonly string Executable = Path.Combine(AppContext.BaseDirectory, OperatingSystem.IsWindows() ? "inventory.exe" : "inventory");

    /// <summary>Runs the program to its end.</summary>
    public static Task<Run> RunAsync(params string[] arguments) => RunAsync(new Surroundings(), arguments);

    /// <summary>Runs the program to its end in surroundings of its own.</summary>
    public static async Task<Run> RunAsync(Surroundings surroundings, params string[] arguments)
    {
        using var process = Start(surroundings, arguments);
        try
        {
            await process.StandardInput.BaseStream.WriteAsync(surroundings.Input);
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // It read no further than it wanted.
        }

        return await EndAsync(process);
    }

    /// <summary>Starts the program; its streams are the caller's to read.</summary>
    public static Process Start(params string[] arguments) => Start(new Surroundings(), arguments);

    private static Process Start(Surroundings surroundings, string[] arguments)
    {
        var start = new ProcessStartInfo(Executable, arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
            UseShellExecute = false,
            WorkingDirectory = surroundings.Folder,
            StandardOutputEncoding = Utf8,
            StandardErrorEncoding = Utf8,
        };

        // What whoever runs the tests has configured is none of their business.
        foreach (var name in start.Environment.Keys.Where(name => Foreign.Any(f => name.StartsWith(f, StringComparison.OrdinalIgnoreCase))).ToList())
        {
            _ = start.Environment.Remove(name);
        }

        foreach (var (name, value) in surroundings.Environment)
        {
            start.Environment[name] = value;
        }

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
            var run = new Run(process.ExitCode, await output, await error);
            SecretWatchAttribute.See("what the program said", $"{run.Output}\n{run.Error}");
            return run;
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

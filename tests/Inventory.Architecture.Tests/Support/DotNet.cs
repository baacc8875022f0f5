using System.Diagnostics;

namespace Inventory.Architecture.Tests;

/// <summary>Runs programs to their end, most of all the SDK that runs these tests.</summary>
internal static class DotNet
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    // The program that runs this test, or else the one that is found.
    private static readonly string Host = Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet" ? Environment.ProcessPath! : "dotnet";

    /// <summary>Runs a command of the SDK in a folder.</summary>
    public static Task<string> RunAsync(string folder, params string[] arguments) => RunProgramAsync(Host, folder, arguments);

    /// <summary>Runs a program, which must end with 0, and gives what it said.</summary>
    public static async Task<string> RunProgramAsync(string program, string folder, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
        };
        start.Environment["DOTNET_NOLOGO"] = "1";
        start.Environment["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1";

        // A server or a node that stays would hold the streams open, and so the test.
        start.Environment["DOTNET_CLI_USE_MSBUILD_SERVER"] = "0";
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        if (Path.GetDirectoryName(Host) is { Length: > 0 } root)
        {
            start.Environment["DOTNET_ROOT"] = root;
        }

        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        using var patience = new CancellationTokenSource(Patience);
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(patience.Token);
            var error = process.StandardError.ReadToEndAsync(patience.Token);
            await process.WaitForExitAsync(patience.Token);
            var said = await output + await error;
            Assert.That(process.ExitCode, Is.Zero, $"{program} {string.Join(' ', arguments)}\n{said}");
            return said;
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw new AssertionException($"{program} {string.Join(' ', arguments)} did not end within {Patience.TotalMinutes} minutes.");
        }
    }
}

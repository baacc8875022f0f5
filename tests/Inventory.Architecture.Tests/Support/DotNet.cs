using System.Diagnostics;

namespace Inventory.Architecture.Tests;

/// <summary>Runs programs to their end, most of all the SDK that runs these tests.</summary>
internal static class DotNet
{
    // What a build takes for a property, and what steers the runner, the runtime or a collector.
    private static readonly string[] Leaking =
    [
        "CI", "Configuration", "Platform", "Version", "VersionPrefix", "VersionSuffix", "PackageVersion", "RepositoryUrl", "REGENERATE", "TargetFramework",
        "OutputPath", "ArtifactsPath", "UseArtifactsOutput", "TreatWarningsAsErrors",
    ];

    private static readonly string[] LeakingFamilies = ["MSBUILD", "VSTEST", "TESTINGPLATFORM", "NUNIT", "CORECLR_", "COVERLET", "NUGET_PACKAGES", "DOTNET_STARTUP"];

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    // The program that runs this test, or else the one that is found.
    private static readonly string Host = Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet" ? Environment.ProcessPath! : "dotnet";

    /// <summary>Runs a command of the SDK in a folder.</summary>
    public static Task<string> RunAsync(string folder, params string[] arguments) => RunProgramAsync(Host, folder, arguments);

    /// <summary>Runs a program, which must end with 0, and gives what it said.</summary>
    public static async Task<string> RunProgramAsync(string program, string folder, params string[] arguments)
    {
        var (exitCode, said) = await EndOfAsync(program, folder, arguments, null);
        Assert.That(exitCode, Is.Zero, $"{program} {string.Join(' ', arguments)}\n{said}");
        return said;
    }

    /// <summary>Runs a command of the SDK whatever it ends with, as if nothing ran these tests: no variable that a build, a test or a tool of it reads is passed on.</summary>
    /// <param name="folder">Where.</param>
    /// <param name="variables">What to set.</param>
    /// <param name="arguments">The command.</param>
    public static Task<(int ExitCode, string Said)> RunCleanAsync(string folder, IReadOnlyDictionary<string, string> variables, IEnumerable<string> arguments) =>
        EndOfAsync(Host, folder, arguments, variables);

    private static async Task<(int ExitCode, string Said)> EndOfAsync(
        string program, string folder, IEnumerable<string> arguments, IReadOnlyDictionary<string, string>? variables)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
        };
        if (variables is not null)
        {
            foreach (var name in start.Environment.Keys.Where(Leaks).ToList())
            {
                _ = start.Environment.Remove(name);
            }

            foreach (var (name, value) in variables)
            {
                start.Environment[name] = value;
            }
        }

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
            return (process.ExitCode, await output + await error);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw new AssertionException($"{program} {string.Join(' ', arguments)} did not end within {Patience.TotalMinutes} minutes.");
        }
    }

    private static bool Leaks(string variable) =>
        Leaking.Contains(variable, StringComparer.OrdinalIgnoreCase) || LeakingFamilies.Any(family => variable.StartsWith(family, StringComparison.OrdinalIgnoreCase));
}

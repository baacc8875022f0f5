using System.CommandLine;
using Inventory.Planning;

namespace Inventory.Cli;

/// <summary>A comparison of a fleet with its file, and what it ends the process with.</summary>
internal static class FleetComparison
{
    /// <summary>Reads the file, then the configuration, then the live rules, and compares them.</summary>
    /// <param name="result">The command line.</param>
    /// <param name="options">The options of the command.</param>
    /// <param name="file">The argument that names the file.</param>
    /// <param name="prune">Whether rules that it does not name are to go.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <exception cref="InventoryException">The file or the configuration cannot be used: nothing was sent.</exception>
    public static async Task<Plan> RunAsync(ParseResult result, FleetOptions options, Argument<string> file, bool prune, CancellationToken cancellationToken)
    {
        var settings = options.Read(result);
        var desired = await FleetFile.ReadAsync(result.GetValue(file)!, result.InvocationConfiguration.Error, cancellationToken);
        using var session = FleetSession.Open(settings, desired.Buckets.Select(b => b.Account), result.InvocationConfiguration.Error);
        return await session.PlanAsync(desired, prune, cancellationToken);
    }

    /// <summary>The exit code: buckets that failed come before differences and refusals. Unmanaged rules that are left alone are neither.</summary>
    public static int ExitCode(Plan plan) =>
        plan.Counts.FailedBuckets > 0 ? ExitCodes.BucketsFailed
        : plan.IsEmpty ? ExitCodes.Done
        : ExitCodes.Refused;
}

using Inventory.Planning;

namespace Inventory.Cli;

/// <summary>What a comparison of a fleet with its file ends the process with.</summary>
internal static class PlanExit
{
    /// <summary>The code: buckets that failed come before differences and refusals. Unmanaged rules that are left alone are neither.</summary>
    public static int Of(Plan plan) =>
        plan.Counts.FailedBuckets > 0 ? ExitCodes.BucketsFailed
        : plan.IsEmpty ? ExitCodes.Done
        : ExitCodes.Refused;
}

using System.Globalization;
using Inventory.Planning;

namespace Inventory.Cli;

/// <summary>How output on fleets says things that others wrote: on one line, and nothing in it commands a terminal.</summary>
internal static class FleetWords
{
    private const int LongestName = 300;
    private const int LongestText = 4000;

    /// <summary>A name: of a bucket, an account, a rule or a path.</summary>
    public static string Name(string name) => ShownText.Of(name, LongestName);

    /// <summary>A bucket with its account.</summary>
    public static string Bucket(string account, string bucket) => $"{Name(account)}/{Name(bucket)}";

    /// <summary>A value or a sentence; <c>(none)</c> where there is none.</summary>
    public static string Text(string? text) => text is null ? "(none)" : ShownText.Of(text, LongestText);

    /// <summary>Why a bucket failed: kind, reason, and what support asks for.</summary>
    public static string Failure(BucketFailure failure) =>
        $"{failure.Kind}: {Text(failure.Reason)}{(failure.RequestId is { } id ? $" (request {Name(id)})" : "")}";

    /// <summary>What was done in a bucket, counted; what failed with it.</summary>
    public static string Done(BucketResult bucket)
    {
        var done = bucket.Changes.Where(c => c.Outcome == ChangeOutcome.Done).GroupBy(c => c.Kind).OrderBy(g => g.Key).Select(g => $"{Count(g)} {Past(g.Key)}");
        var left = bucket.Changes.Where(c => c.Outcome == ChangeOutcome.NotTried).ToList();
        var failed = bucket.Changes.Where(c => c.Failure is not null).Select(c => $"{Name(c.RuleId)} failed: {Failure(c.Failure!)}");
        return string.Join(", ", [.. done, .. left.Count > 0 ? [$"{Count(left)} not tried"] : Array.Empty<string>(), .. failed]);
    }

    private static string Count(IEnumerable<ChangeResult> changes) => changes.Count().ToString(CultureInfo.InvariantCulture);

    private static string Past(ChangeKind kind) => kind switch
    {
        ChangeKind.Create => "created",
        ChangeKind.Replace => "replaced",
        ChangeKind.Enable => "enabled",
        ChangeKind.Disable => "disabled",
        _ => "deleted",
    };
}

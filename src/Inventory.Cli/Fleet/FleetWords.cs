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
}

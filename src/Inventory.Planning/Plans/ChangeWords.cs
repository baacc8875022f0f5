using System.Globalization;

namespace Inventory.Planning;

/// <summary>How the renderings of a plan say things.</summary>
internal static class ChangeWords
{
    private const int LongestName = 300;
    private const int LongestText = 4000;

    public static string Of(ChangeKind kind) => kind switch
    {
        ChangeKind.Create => "create",
        ChangeKind.Replace => "replace",
        ChangeKind.Enable => "enable",
        ChangeKind.Disable => "disable",
        _ => "delete",
    };

    /// <summary>The kind with the rule, and that it is a delete and a put where it is.</summary>
    public static string Head(PlannedChange change) => $"{Of(change.Kind)} {Name(change.RuleId)}{(change.IsDeleteAndPut ? " (a delete and a put)" : "")}{Source(change.Source)}";

    public static string Head(RuleRefusal refusal) => $"refused {Name(refusal.RuleId)}{(refusal.IsThere ? " (what is there stays)" : "")}{Source(refusal.Source)}";

    public static string Name(string name) => ShownText.Of(name, LongestName);

    /// <summary>A bucket with its account.</summary>
    public static string Bucket(string account, string bucket) => $"{Name(account)}/{Name(bucket)}";

    public static string Text(string? text) => text is null ? "(none)" : ShownText.Of(text, LongestText);

    /// <summary>What may be accepted, on one line; none where there is nothing.</summary>
    public static IEnumerable<string> Choices(RuleRefusal refusal) =>
        refusal.Choices.IsEmpty ? [] : [Text($"To have it written, accept: {string.Join(", ", refusal.Choices)}")];

    /// <summary>A violation on one line.</summary>
    public static string Violation(RuleViolation violation) => ShownText.Of($"{(violation.Severity == ViolationSeverity.Error ? "" : $"{violation.Severity}: ")}{violation}", LongestText);

    /// <summary>Why a bucket failed, with what support asks for and each rule that cannot be read.</summary>
    public static IEnumerable<string> Failure(BucketFailure failure)
    {
        yield return $"failed: {failure.Kind}: {Text(failure.Reason)}{(failure.RequestId is { } id ? $" (request {Name(id)})" : "")}";
        foreach (var rule in failure.Unreadable)
        {
            yield return $"  cannot be read: {Name(rule)}";
        }

        if (failure.MoreUnreadable > 0)
        {
            yield return FormattableString.Invariant($"  and {failure.MoreUnreadable} more");
        }
    }

    /// <summary>The same with the bucket in front, for where nothing above it names the bucket.</summary>
    public static IEnumerable<string> PlacedFailure(BucketFailure failure) =>
        Failure(failure).Select((line, index) => index == 0 ? $"{Bucket(failure.Account, failure.Bucket)} {line}" : line);

    /// <summary>Counts in a sentence, without those of which there is none: <c>Rules: 2 created, 1 failed.</c> Empty where there is none at all.</summary>
    public static string Counted(string what, params IEnumerable<(int Count, string What)> parts)
    {
        var told = parts.Where(p => p.Count > 0).Select(p => string.Create(CultureInfo.InvariantCulture, $"{p.Count} {p.What}")).ToList();
        return told.Count == 0 ? "" : $"{what}: {string.Join(", ", told)}.";
    }

    /// <summary>Buckets that failed, as a part of such a sentence.</summary>
    public static (int Count, string What) FailedBuckets(int count) => (count, count == 1 ? "bucket failed" : "buckets failed");

    private static string Source(string? source) => source is null ? "" : $"  [{Name(source)}]";
}

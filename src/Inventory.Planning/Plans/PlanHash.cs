using System.Security.Cryptography;
using System.Text;
using Inventory.Documents;

namespace Inventory.Planning;

/// <summary>Stands for the desired and the live state that a plan was made of: SHA-256 over one JSON object without white space.</summary>
internal static class PlanHash
{
    // Whoever changes the form below gives it another number: a hash of the old form then differs from every one of the new.
    private const string FormVersion = "1";

    /// <summary>64 lower-case hexadecimal digits.</summary>
    public static string Of(IEnumerable<PlannedState> buckets, bool isPruning)
    {
        var inOrder = buckets.OrderBy(b => b.Account, StringComparer.Ordinal).ThenBy(b => b.Bucket, StringComparer.Ordinal).Select(Bucket);
        var form = Object(("version", FormVersion), ("prune", isPruning ? "true" : "false"), ("buckets", Array(inOrder)));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(form)));
    }

    /// <summary>Whether a text has the form of a hash.</summary>
    public static bool IsOne(string text) => text.Length == 2 * SHA256.HashSizeInBytes && text.All(char.IsAsciiHexDigitLower);

    private static string Bucket(PlannedState bucket) => Object(
        ("account", Text(bucket.Account)),
        ("bucket", Text(bucket.Bucket)),
        ("provider", Text(bucket.Provider)),
        ("desired", Array(bucket.Desired.Select(Desire).Order(StringComparer.Ordinal))),
        ("live", bucket.Live is { } live ? Array(live.Order(StringComparer.Ordinal)) : "null"));

    private static string Desire(StateOfDesire rule) => Object(
        ("id", Text(rule.Id)),
        ("desired", rule.Desired ?? "null"),
        ("accept", Array(rule.Accept.Select(a => Text(a.ToString())))),
        ("held", rule.Held ?? "null"));

    private static string Object(params (string Name, string Json)[] members) => $"{{{string.Join(',', members.Select(m => $"\"{m.Name}\":{m.Json}"))}}}";

    private static string Array(IEnumerable<string> items) => $"[{string.Join(',', items)}]";

    private static string Text(string? text) => JsonNodes.Write(text is null ? DocumentNode.Null() : DocumentNode.Of(text), isIndented: false);
}

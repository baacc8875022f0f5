using System.Text.Json.Nodes;

namespace Inventory.BaiduBos.Tests.Documents;

/// <summary>The documents that the vendor's pages print, as they are printed.</summary>
internal static class VendorDocument
{
    /// <summary>The source bucket that the documents name.</summary>
    public const string Source = "bucket";

    /// <summary>The destination bucket that stands in for the printed one.</summary>
    public const string Destination = "destbucketname";

    /// <summary>What is printed and cannot be sent, and what is sent instead. Nothing else is changed.</summary>
    private static readonly (string Printed, string Sent, string Why)[] Substitutions =
    [
        ("\"destBucketName\"", $"\"{Destination}\"", "a bucket's name has no capitals"),
    ];

    /// <summary>The request of PutBucketInventory (updated 2025-11-03).</summary>
    public static string Put { get; } = Read("PutBucketInventory.json");

    /// <summary>The answer of ListBucketInventory (2024-06-18).</summary>
    public static string List { get; } = Read("ListBucketInventory.json");

    /// <summary>The rules of <see cref="List"/>, each as it is printed but for white space.</summary>
    public static IReadOnlyList<string> Listed { get; } = [.. JsonNode.Parse(List)!["inventoryRuleList"]!.AsArray().Select(rule => rule!.ToJsonString())];

    /// <summary>A document with every substitution made.</summary>
    public static string Sendable(string printed) =>
        Substitutions.Aggregate(printed, (text, substitution) => text.Replace(substitution.Printed, substitution.Sent, StringComparison.Ordinal));

    private static string Read(string name)
    {
        using var stream = typeof(VendorDocument).Assembly.GetManifestResourceStream(name)!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}

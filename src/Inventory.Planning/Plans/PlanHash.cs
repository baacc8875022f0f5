using System.Security.Cryptography;
using System.Text;
using Inventory.Documents;

namespace Inventory.Planning;

/// <summary>What the hash of a plan says of a bucket.</summary>
/// <param name="Account">The account's name.</param>
/// <param name="Bucket">The bucket's name.</param>
/// <param name="Provider">The provider's short name, where the account has a service.</param>
/// <param name="Desired">The desired rules.</param>
/// <param name="Live">The live rules; null where nobody knows them.</param>
internal sealed record PlannedState(string Account, string Bucket, string? Provider, ValueList<StateOfDesire> Desired, ValueList<DocumentNode>? Live);

/// <summary>Stands for the desired and the live state that a plan was made of.</summary>
internal static class PlanHash
{
    // Whoever changes the form below gives it another number: a hash of the old form then differs from every one of the new.
    private const string FormVersion = "1";

    /// <summary>64 lower-case hexadecimal digits.</summary>
    public static string Of(IEnumerable<PlannedState> buckets, bool isPruning)
    {
        var root = DocumentNode.Object(
        [
            new("version", DocumentNode.Scalar(DocumentNodeKind.Number, FormVersion)),
            new("prune", DocumentNode.Scalar(DocumentNodeKind.Boolean, isPruning ? "true" : "false")),
            new("buckets", DocumentNode.Array(
            [
                .. buckets.OrderBy(b => b.Account, StringComparer.Ordinal).ThenBy(b => b.Bucket, StringComparer.Ordinal).Select(Bucket),
            ])),
        ]);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(JsonNodes.Write(root, isIndented: false))));
    }

    private static DocumentNode Bucket(PlannedState bucket) => DocumentNode.Object(
    [
        new("account", DocumentNode.Of(bucket.Account)),
        new("bucket", DocumentNode.Of(bucket.Bucket)),
        new("provider", bucket.Provider is { } provider ? DocumentNode.Of(provider) : DocumentNode.Null()),
        new("desired", Sorted(bucket.Desired.Select(Desire))),
        new("live", bucket.Live is { } live ? Sorted(live) : DocumentNode.Null()),
    ]);

    private static DocumentNode Desire(StateOfDesire rule) => DocumentNode.Object(
    [
        new("id", DocumentNode.Of(rule.Id)),
        new("desired", rule.Desired ?? DocumentNode.Null()),
        new("accept", DocumentNode.Array([.. rule.Accept.Select(a => DocumentNode.Of(a.ToString()))])),
        new("held", rule.Held ?? DocumentNode.Null()),
    ]);

    /// <summary>Nodes in the order of what they say, so that no other order counts.</summary>
    private static DocumentNode Sorted(IEnumerable<DocumentNode> nodes) => DocumentNode.Array(
    [
        .. nodes.Select(node => (Node: node, Text: JsonNodes.Write(node, isIndented: false))).OrderBy(n => n.Text, StringComparer.Ordinal).Select(n => n.Node),
    ]);
}

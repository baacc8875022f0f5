using Inventory.Documents;

namespace Inventory.Planning;

/// <summary>The inverse of <see cref="NodeMerge"/>: what has to be laid over one node so that it says what another does.</summary>
internal static class NodeDifference
{
    private static readonly DocumentNode Nothing = DocumentNode.Object([]);

    /// <summary>What turns one object into another when it is laid over it: null takes out a member. An object without members where they are alike.</summary>
    public static DocumentNode Between(DocumentNode under, DocumentNode over)
    {
        var there = ByName(under);
        List<DocumentMember> members = [];
        foreach (var (name, node) in over.Members)
        {
            if (!there.Remove(name, out var old))
            {
                members.Add(new(name, node));
            }
            else if (!AreAlike(old, node))
            {
                members.Add(new(name, IsWhole(node) || old.Kind != DocumentNodeKind.Object || node.Kind != DocumentNodeKind.Object ? node : Between(old, node)));
            }
        }

        members.AddRange(under.Members.Where(m => there.ContainsKey(m.Name) && m.Node.Kind != DocumentNodeKind.Null).Select(m => new DocumentMember(m.Name, DocumentNode.Null())));
        return DocumentNode.Object(members);
    }

    /// <summary>What all of several objects say. Laid over it, the difference to each of them takes nothing out.</summary>
    public static DocumentNode Common(IEnumerable<DocumentNode> objects) => objects.Aggregate(Common);

    public static bool AreAlike(DocumentNode one, DocumentNode other) =>
        ReferenceEquals(one, other) || JsonNodes.Write(one, isIndented: false) == JsonNodes.Write(other, isIndented: false);

    private static DocumentNode Common(DocumentNode one, DocumentNode other)
    {
        var there = ByName(other);
        List<DocumentMember> members = [];
        foreach (var (name, node) in one.Members)
        {
            if (!there.TryGetValue(name, out var same))
            {
                continue;
            }

            if (AreAlike(node, same))
            {
                members.Add(new(name, node));
            }
            else if (!IsWhole(node) && !IsWhole(same) && Common(node, same) is { Members.Count: > 0 } part)
            {
                members.Add(new(name, part));
            }
        }

        return members.Count == 0 ? Nothing : DocumentNode.Object(members);
    }

    /// <summary>Whether an object is one value, of which a part says nothing: <c>{ other: { provider, text } }</c>, which the file calls complete or wrong.</summary>
    private static bool IsWhole(DocumentNode node) =>
        node.Members is [{ Name: "other", Node.Members: [{ Name: "provider" }, { Name: "text" }] }];

    private static Dictionary<string, DocumentNode> ByName(DocumentNode node) => node.Members.ToDictionary(m => m.Name, m => m.Node, StringComparer.Ordinal);
}

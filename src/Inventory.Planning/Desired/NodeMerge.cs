using Inventory.Documents;

namespace Inventory.Planning;

/// <summary>Lays nodes over one another.</summary>
internal static class NodeMerge
{
    /// <summary>Lays one node over another: objects member by member, everything else whole. Each node that is taken over keeps its place in the file.</summary>
    /// <param name="under">What stands where the other says nothing.</param>
    /// <param name="over">What goes before it. Null goes before it too.</param>
    /// <param name="isPlaceUnder">Whether an object that both give stands where the one under stands, for messages about what it lacks.</param>
    public static DocumentNode Lay(DocumentNode under, DocumentNode over, bool isPlaceUnder)
    {
        if (under.Kind != DocumentNodeKind.Object || over.Kind != DocumentNodeKind.Object)
        {
            return over;
        }

        List<DocumentMember> members = [.. under.Members];
        Dictionary<string, int> places = new(StringComparer.Ordinal);
        for (var i = 0; i < members.Count; i++)
        {
            places[members[i].Name] = i;
        }

        foreach (var member in over.Members)
        {
            if (places.TryGetValue(member.Name, out var at))
            {
                members[at] = new(member.Name, Lay(members[at].Node, member.Node, isPlaceUnder));
            }
            else
            {
                members.Add(member);
            }
        }

        var place = isPlaceUnder ? under : over;
        return DocumentNode.Object(members, place.Line, place.Column);
    }
}

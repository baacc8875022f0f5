using Inventory.Documents;

namespace Inventory.Planning;

/// <summary>Every node of a document.</summary>
internal static class NodeWalk
{
    /// <summary>The node and all below it, in no order. However deep they lie, it does not recurse.</summary>
    public static IEnumerable<DocumentNode> All(DocumentNode root)
    {
        Stack<DocumentNode> left = new([root]);
        while (left.TryPop(out var next))
        {
            yield return next;
            foreach (var member in next.Members)
            {
                left.Push(member.Node);
            }

            foreach (var item in next.Items)
            {
                left.Push(item);
            }
        }
    }
}

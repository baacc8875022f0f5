using Inventory.Documents;

namespace Inventory.Planning;

/// <summary>Rules as nodes of the neutral format, and back.</summary>
internal sealed class RuleNodes(IEnumerable<IExtensionDocument> extensions)
{
    private readonly NeutralJsonFormat _format = new(extensions);

    /// <exception cref="InventoryRuleRejectedException">The rule has a part that no file can hold, or an extension that nobody registered.</exception>
    public DocumentNode Write(InventoryRule rule) => JsonNodes.Parse(_format.Write(new RuleDocument(rule)));

    /// <summary>Reads a rule; null, and every problem reported at the node, where it is none.</summary>
    public InventoryRule? Read(DocumentNode node, string path, DocumentProblems problems)
    {
        try
        {
            return _format.Read(JsonNodes.Write(node, isIndented: false)).Rule;
        }
        catch (InvalidDocumentException e)
        {
            foreach (var problem in e.Problems)
            {
                problems.Add(problem.Path.Length == 0 ? path : $"{path}.{problem.Path}", node, problem.Message);
            }

            return null;
        }
    }
}

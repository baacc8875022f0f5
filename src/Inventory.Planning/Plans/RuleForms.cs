using Inventory.Documents;

namespace Inventory.Planning;

/// <summary>A rule in the neutral format.</summary>
/// <param name="Node">As a node.</param>
/// <param name="Text">As compact JSON.</param>
internal sealed record RuleForm(DocumentNode Node, string Text);

/// <summary>Rules in the neutral format, each written once: most rules of a fleet are the same in many buckets, there and desired. For one plan.</summary>
internal sealed class RuleForms(RuleNodes nodes)
{
    private readonly Dictionary<InventoryRule, RuleForm> _written = [];

    /// <exception cref="InventoryRuleRejectedException">The rule has a part that no file can hold, or an extension that nobody registered.</exception>
    public RuleForm Of(InventoryRule rule)
    {
        if (!_written.TryGetValue(rule, out var form))
        {
            var node = nodes.Write(rule);
            _written.Add(rule, form = new(node, JsonNodes.Write(node, isIndented: false)));
        }

        return form;
    }
}

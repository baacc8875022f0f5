using Inventory.Documents;

namespace Inventory.Planning;

/// <summary>Rules as nodes of the neutral format, with their ids, and back.</summary>
internal sealed class RuleNodes(IEnumerable<IExtensionDocument> extensions)
{
    private readonly NeutralRuleNodes _rules = new(extensions);

    /// <exception cref="InventoryRuleRejectedException">The rule has a part that no file can hold, or an extension that nobody registered.</exception>
    public DocumentNode Write(InventoryRule rule) => WholeText.Is(rule.Id)
        ? DocumentNode.Object([new("id", DocumentNode.Of(rule.Id)), .. _rules.Write(rule).Members])
        : throw new InventoryRuleRejectedException("plan", rule.Id, [Half()]);

    /// <summary>Reads a rule; null, and every problem reported, where it is none.</summary>
    public InventoryRule? Read(ObjectReader reader) => _rules.Read(reader, reader.RequiredText("id"));

    private static RuleViolation Half() => new()
    {
        Kind = RuleViolationKind.TextLimit,
        Path = RulePaths.Id,
        Provider = "plan",
        Reason = "It has half a character: one surrogate of the two that belong together, which no file can hold.",
        Remedy = "Correct it.",
    };
}

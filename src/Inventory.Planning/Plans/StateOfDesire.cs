using Inventory.Documents;

namespace Inventory.Planning;

/// <summary>What the hash of a plan says of a desired rule.</summary>
/// <param name="Id">Its id in the bucket.</param>
/// <param name="Desired">The rule as it is desired of this provider; null where no file can hold it.</param>
/// <param name="Accept">The changes that are accepted, in order.</param>
/// <param name="Held">The rule as the service would hold it; null where it is refused.</param>
internal sealed record StateOfDesire(string Id, DocumentNode? Desired, ValueList<Acceptance> Accept, DocumentNode? Held)
{
    public static StateOfDesire Of(PreparedDesire rule, RuleNodes nodes) => new(
        rule.Id,
        Written(rule.Desired.Rule.ForProvider(rule.Provider), nodes),
        rule.Desired.Accept,
        rule.Held is { } held ? Written(held, nodes) : null);

    private static DocumentNode? Written(InventoryRule rule, RuleNodes nodes)
    {
        try
        {
            return nodes.Write(rule);
        }
        catch (InventoryRuleRejectedException)
        {
            return null;
        }
    }
}

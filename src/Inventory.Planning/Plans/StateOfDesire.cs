namespace Inventory.Planning;

/// <summary>What the hash of a plan says of a desired rule.</summary>
/// <param name="Id">Its id in the bucket.</param>
/// <param name="Desired">The rule as it is desired of this provider, in JSON; null where no file can hold it.</param>
/// <param name="Accept">The changes that are accepted, in order.</param>
/// <param name="Held">The rule as the service would hold it, in JSON; null where it is refused.</param>
internal sealed record StateOfDesire(string Id, string? Desired, ValueList<Acceptance> Accept, string? Held)
{
    public static StateOfDesire Of(PreparedDesire rule, RuleForms forms) => new(
        rule.Id,
        Written(rule.Own, forms),
        rule.Desired.Accept,
        rule.Held is { } held ? forms.Of(held).Text : null);

    private static string? Written(InventoryRule rule, RuleForms forms)
    {
        try
        {
            return forms.Of(rule).Text;
        }
        catch (InventoryRuleRejectedException)
        {
            return null;
        }
    }
}

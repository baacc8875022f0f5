namespace Inventory.Abstractions.Tests.TestDoubles;

/// <summary>Who may write a report on the provider "test", or on another that a test names.</summary>
internal sealed record TestAccessExtension(string Owner = "test") : InventoryAccessExtension(Owner)
{
    public string? Account { get; init; }

    public string? Role { get; init; }

    public override IEnumerable<string> SettingsUsed => new[] { Account is null ? null : nameof(Account), Role is null ? null : nameof(Role) }.OfType<string>();

    public override InventoryAccessExtension Over(InventoryAccessExtension defaults) =>
        this with { Account = Account ?? ((TestAccessExtension)defaults).Account, Role = Role ?? ((TestAccessExtension)defaults).Role };

    public override IEnumerable<RuleViolation> Check(InventoryRule rule) => Account is null or "nobody"
        ? [new() { Kind = RuleViolationKind.InvalidExtension, Path = PathOf(nameof(Account)), Provider = Owner, Reason = "No account.", Remedy = "State one." }]
        : [];
}

namespace Inventory.Abstractions.Tests.TestDoubles;

/// <summary>Settings that the provider "test" alone has, or another that a test names.</summary>
internal sealed record TestExtension(string Owner = "test") : InventoryExtension(Owner)
{
    public string? Color { get; init; }

    public string? Shape { get; init; }

    public override IEnumerable<string> SettingsUsed => new[] { Color is null ? null : nameof(Color), Shape is null ? null : nameof(Shape) }.OfType<string>();

    public override IEnumerable<RuleViolation> Check(InventoryRule rule) => Color == "infrared"
        ? [new() { Kind = RuleViolationKind.InvalidExtension, Path = PathOf(nameof(Color)), Provider = Owner, Reason = "Nobody sees it.", Remedy = "Choose another." }]
        : [];
}

namespace Inventory.Conformance.Tests;

/// <summary>Something that goes wrong in real adapters over HTTP, and the clause that finds it out.</summary>
/// <param name="Clause">The clause.</param>
/// <param name="Wrong">What the adapter does.</param>
/// <param name="Says">A part of the clause's message that is of use to the adapter's author.</param>
/// <param name="Spoil">Changes the ways of a sound adapter.</param>
internal sealed record HttpSaboteur(string Clause, string Wrong, string Says, Func<TinyWays, TinyWays> Spoil)
{
    /// <summary>The fixture's deviations.</summary>
    public IReadOnlyDictionary<string, string> Deviations { get; init; } = new Dictionary<string, string>();

    /// <summary>The fixture's own mistake in making a sample.</summary>
    public Func<InventoryRule, InventoryRule>? Samples { get; init; }

    /// <summary>The adapter as it is left.</summary>
    public TinyWays Ways => Spoil(new());

    public override string ToString() => $"{Clause}: {Wrong}";
}

namespace Inventory.Conformance.Tests;

/// <summary>Something that goes wrong in real adapters, and the clause that finds it out.</summary>
/// <param name="Clause">The clause.</param>
/// <param name="Wrong">What the service does.</param>
/// <param name="Says">A part of the clause's message that is of use to the adapter's author.</param>
/// <param name="Spoil">Spoils a sound service.</param>
public sealed record Saboteur(string Clause, string Wrong, string Says, Func<IInventoryService, BackEnd, IInventoryService> Spoil)
{
    public Saboteur(string clause, string wrong, string says, Func<IInventoryService, Overridden> spoil)
        : this(clause, wrong, says, (service, _) => spoil(service))
    {
    }

    /// <summary>What is spoiled.</summary>
    public Ground Ground { get; init; } = Ground.CreateOnly;

    /// <summary>The fixture's own mistake in counting requests.</summary>
    public Func<long>? Counts { get; init; }

    /// <summary>The fixture's own mistake in making a sample.</summary>
    public Func<InventoryFeature, InventoryRule, InventoryRule>? Samples { get; init; }

    /// <summary>The fixture's own mistake in making a sample of a setting.</summary>
    public Func<InventoryRule, InventoryRule>? SettingSamples { get; init; }

    /// <summary>The fixture's deviations.</summary>
    public IReadOnlyDictionary<string, string> Deviations { get; init; } = new Dictionary<string, string>();

    /// <summary>How long the fixture lets a call go on after it was cancelled.</summary>
    public TimeSpan? Patience { get; init; }

    public override string ToString() => $"{Clause}: {Wrong}";
}

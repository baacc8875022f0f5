namespace Inventory;

/// <summary>What a provider allows in the instants of a filter.</summary>
/// <param name="Earliest">The earliest instant, inclusive.</param>
/// <param name="Latest">The latest instant, inclusive.</param>
/// <param name="MustBePast">Whether an instant must also lie before the present.</param>
/// <param name="Description">What is allowed, as the end of the sentence "… must be …".</param>
public sealed record InstantLimit(DateTimeOffset Earliest, DateTimeOffset Latest, bool MustBePast, string Description)
{
    /// <summary>Who says so.</summary>
    public ValueList<Evidence> Evidence { get; init; }

    /// <summary>What the service would answer, where the provider documents it.</summary>
    public string? ServerAnswer { get; init; }

    /// <summary>Whether an instant is allowed at a moment.</summary>
    public bool Allows(DateTimeOffset instant, DateTimeOffset now) =>
        instant >= Earliest && instant <= Latest && (!MustBePast || instant < now);
}

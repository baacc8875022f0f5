namespace Inventory;

/// <summary>What a provider allows in the sizes of a filter.</summary>
/// <param name="MaxBytes">The largest size in bytes, inclusive.</param>
/// <param name="Description">What is allowed, as the end of the sentence "… must be …".</param>
public sealed record SizeLimit(long MaxBytes, string Description)
{
    /// <summary>Who says so.</summary>
    public ValueList<Evidence> Evidence { get; init; }

    /// <summary>What the service would answer, where the provider documents it.</summary>
    public string? ServerAnswer { get; init; }
}

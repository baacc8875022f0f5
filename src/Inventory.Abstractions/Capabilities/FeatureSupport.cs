namespace Inventory;

/// <summary>One cell of a capability table: whether a provider holds a feature, why, and what to do where it does not.</summary>
/// <param name="Level">Whether it is held.</param>
/// <param name="Reason">One sentence: why it is not held, or held on a condition. Empty where it is supported and there is nothing to add.</param>
/// <param name="Remedy">One sentence: what to do instead. Empty where it is supported.</param>
/// <param name="Evidence">Who says so; both readings where sources disagree.</param>
public sealed record FeatureSupport(SupportLevel Level, string Reason, string Remedy, ValueList<Evidence> Evidence)
{
    /// <summary>What the service would answer, where the provider documents it. For people: no code branches on it.</summary>
    public string? ServerAnswer { get; init; }

    /// <summary>A feature that the provider holds.</summary>
    public static FeatureSupport Supported(params ReadOnlySpan<Evidence> evidence) => new(SupportLevel.Supported, "", "", ValueList.Create(evidence));

    /// <summary>A feature that the provider holds on a condition.</summary>
    public static FeatureSupport Conditional(string reason, string remedy, params ReadOnlySpan<Evidence> evidence) =>
        new(SupportLevel.Conditional, reason, remedy, ValueList.Create(evidence));

    /// <summary>A feature that the provider has no place for.</summary>
    public static FeatureSupport NotOffered(string reason, string remedy, params ReadOnlySpan<Evidence> evidence) =>
        new(SupportLevel.NotOffered, reason, remedy, ValueList.Create(evidence));
}

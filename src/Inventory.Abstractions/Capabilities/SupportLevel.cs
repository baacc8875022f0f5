namespace Inventory;

/// <summary>Whether a provider holds a feature.</summary>
public enum SupportLevel
{
    /// <summary>The provider holds it and gives it back.</summary>
    Supported = 0,

    /// <summary>Some regions, on request, or the documents disagree. A put warns, reads the rule back, and fails if it is not there as sent.</summary>
    Conditional = 1,

    /// <summary>The provider has no place for it. A rule that uses it is refused before anything is sent.</summary>
    NotOffered = 2,
}

namespace Inventory.Conformance;

/// <summary>What a document of the service's own is to hold, for the clauses about what the library did not write itself.</summary>
public enum RawDocumentKind
{
    /// <summary>A rule that the library can read.</summary>
    Known = 0,

    /// <summary>The same rule with something in it that the library does not know, such as a setting of next year.</summary>
    WithUnknownContent = 1,

    /// <summary>A rule that cannot be read: what it must say is missing, or says nothing that the library could hold.</summary>
    Unreadable = 2,
}

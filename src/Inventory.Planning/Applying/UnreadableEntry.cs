namespace Inventory.Planning;

/// <summary>A file of the journal that cannot be read. It is never removed: look at it, see to its rule by hand, and remove it then.</summary>
/// <param name="File">Its name in the journal's folder.</param>
/// <param name="Reason">What is wrong with it. One line, up to 4,096 UTF-16 code units.</param>
public sealed record UnreadableEntry(string File, string Reason);

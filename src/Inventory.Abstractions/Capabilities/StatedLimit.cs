namespace Inventory;

/// <summary>A limit that a provider states, in words.</summary>
/// <param name="Name">What is limited, such as <c>rule id</c>.</param>
/// <param name="Description">What is allowed, as the end of the sentence "… must be …".</param>
/// <param name="Evidence">Who says so.</param>
public sealed record StatedLimit(string Name, string Description, ValueList<Evidence> Evidence);

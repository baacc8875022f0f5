namespace Inventory.Documents;

/// <summary>Something in a native document that this library does not know, kept so that it is written back.</summary>
/// <param name="Path">The container that it stands in, by the document's own names separated by <c>/</c>; empty for the root.</param>
/// <param name="Name">The element's or member's name.</param>
/// <param name="Text">An element with its tags in XML, the member's value in JSON, both compact.</param>
public sealed record UnknownContent(string Path, string Name, string Text);

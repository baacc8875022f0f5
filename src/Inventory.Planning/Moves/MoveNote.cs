namespace Inventory.Planning;

/// <summary>What to know of a rule that moves, where nothing needs to be accepted. Immutable and compares by value.</summary>
/// <param name="Path">Where it stands in the rule, such as <c>Destination.Bucket</c>.</param>
/// <param name="Severity">A note or a warning.</param>
/// <param name="Text">What to know and what to do, in sentences.</param>
public sealed record MoveNote(string Path, ViolationSeverity Severity, string Text);

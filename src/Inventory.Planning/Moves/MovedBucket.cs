namespace Inventory.Planning;

/// <summary>A bucket at the source of a move, and the one that takes its place at the target. Immutable and compares by value.</summary>
/// <param name="Source">The bucket's name at the source.</param>
/// <param name="Target">The bucket's name at the target.</param>
public sealed record MovedBucket(string Source, string Target);

namespace Inventory.Planning;

/// <summary>A fleet file made of live rules, and what is not in it. Immutable and compares by value.</summary>
public sealed record FleetImport
{
    /// <summary>The file, with a line feed at the end: up to <see cref="DesiredStateReader.MaxLength"/> UTF-16 code units. <see cref="DesiredStateReader"/> reads it.</summary>
    public required string Text { get; init; }

    /// <summary>How many buckets the file lists, also those without a rule.</summary>
    public int Buckets { get; init; }

    /// <summary>How many live rules the file holds, counted in each bucket.</summary>
    public int Rules { get; init; }

    /// <summary>How many ids they have: the rules that the file writes out.</summary>
    public int DistinctIds { get; init; }

    /// <summary>What was read and could not be taken over, in the order of the live state; the rules of one bucket by their ids, ordinally.</summary>
    public ValueList<ImportOmission> LeftOut { get; init; }

    /// <summary>The buckets that could not be read. The file does not list them.</summary>
    public ValueList<BucketFailure> Failures { get; init; }

    /// <summary>Whether the file holds everything that there is.</summary>
    public bool IsWhole => LeftOut.IsEmpty && Failures.IsEmpty;
}

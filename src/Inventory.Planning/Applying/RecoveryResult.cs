namespace Inventory.Planning;

/// <summary>What a recovery made of a journal. Immutable, compares by value, and made by <see cref="FleetRecovery"/>.</summary>
public sealed record RecoveryResult
{
    /// <summary>Every entry, by the names of the files.</summary>
    public required ValueList<RecoveredEntry> Entries { get; init; }

    /// <summary>What cannot be read, by the names of the files.</summary>
    public ValueList<UnreadableEntry> Unreadable { get; init; }

    /// <summary>Whether nothing is left in the journal, so that a plan may be applied.</summary>
    public bool IsAllSettled => Unreadable.IsEmpty && !Entries.Any(e => e.IsInJournal);
}

namespace Inventory.Planning;

/// <summary>Finishes or undoes the replacements that a killed process left, by what stands in its journal.</summary>
/// <remarks>
/// <para>
/// Each rule is looked at. Where the old or the new one is there, or somebody else's, it is left. Where there is none, the new one is put, or the old one where the new
/// one is refused; both only where there is none still. Then the entry is removed. What cannot be settled is reported and its entry kept.
/// </para>
/// <para>One entry after another. Safe to run again at any moment, also after it was killed itself.</para>
/// </remarks>
public sealed class FleetRecovery
{
    private const int LongestReason = 4096;

    private readonly Func<string, IInventoryService> _services;
    private readonly ApplyJournal _journal;
    private readonly FleetRecoveryOptions _options;

    /// <summary>Makes a recovery.</summary>
    /// <param name="services">The service of an account, by the account's name.</param>
    /// <param name="journal">The journal that the killed process wrote.</param>
    /// <param name="options">How to recover; the defaults if null.</param>
    public FleetRecovery(Func<string, IInventoryService> services, ApplyJournal journal, FleetRecoveryOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(journal);
        (_services, _journal, _options) = (services, journal, options ?? new());
    }

    /// <summary>Settles what stands in the journal.</summary>
    /// <param name="cancellationToken">Stops the recovery before the next entry; those that were not settled stay in the journal.</param>
    /// <returns>What became of each entry. Failures are in it and not thrown. Nothing where the journal has no folder.</returns>
    /// <exception cref="InventoryException">The journal is in use by another process, or its folder cannot be used. Nothing was sent.</exception>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public async Task<RecoveryResult> RunAsync(CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (!_journal.Exists)
        {
            return new() { Entries = [] };
        }

        using var journal = _journal.Hold();
        var files = journal.Read();
        List<RecoveredEntry> entries = [];
        if (files.Any(f => f.Entry is not null))
        {
            // The process that wrote them is dead, or its lock would be there; a request that it sent before may still be on its way. A delete that arrived after
            // the look would take the rule that the look had seen. How old an entry is says nothing of that: its process may have died a moment ago.
            await Task.Delay(_options.SettleTime, _options.Time, cancellationToken).ConfigureAwait(false);
        }

        foreach (var file in files)
        {
            if (file.Entry is { } entry)
            {
                var recovery = new EntryRecovery(entry, file, AccountService.Of(entry.Account, _services), _options.Limits);
                entries.Add(await recovery.RunAsync(cancellationToken).ConfigureAwait(false));
            }
        }

        return new()
        {
            Entries = [.. entries],
            Unreadable = files.Where(f => f.Entry is null).Select(f => new UnreadableEntry(WholeText.Of(f.Name), WholeText.OneLine(f.Problem!, LongestReason))).ToValueList(),
        };
    }
}

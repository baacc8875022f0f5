namespace Inventory.Planning;

/// <summary>Applies a plan: exactly the changes that it says, each only where the rule is still what the plan says it was.</summary>
/// <remarks>
/// <para>
/// Buckets are worked through side by side, the changes of one bucket one after another: creations, then changes, then deletions; deletions first where the
/// bucket has no room for the creations. A creation fails where a rule is there, a change where the rule is another than the plan's; a deletion reads
/// the rule first, and whoever changes it in between loses that change. A rule that is to be deleted and is gone already counts as deleted.
/// </para>
/// <para>
/// One bucket's failure is that bucket's. Within a bucket a failure of the kinds RuleRejected, RuleNotFound, RuleAlreadyExists, NotStoredAsSent,
/// Conflict, InvalidRequest and MalformedResponse is the rule's alone and the others are tried; any other ends the bucket and the rest is not tried.
    /// Where a creation failed and no rule of its id is there, the deletions that come after it are not tried: what they delete may be what the new rule was to take the place of.
/// </para>
/// <para>
/// A creation is one put, of one request on a cloud whose put creates only, and of two on one that overwrites. Before a replacement that is a delete and a put, an entry
/// is written to the journal; it is gone when one rule or the other is there for certain. Safe for use by several threads at once, with a journal for each.
/// </para>
/// </remarks>
public sealed class FleetApplier
{
    private readonly Func<string, IInventoryService> _services;
    private readonly ApplyJournal _journal;
    private readonly FleetApplyOptions _options;

    /// <summary>Makes an applier.</summary>
    /// <param name="services">The service of an account, by the account's name. What it throws fails that account's buckets.</param>
    /// <param name="journal">Where replacements that are a delete and a put are noted.</param>
    /// <param name="options">How to apply; the defaults if null.</param>
    public FleetApplier(Func<string, IInventoryService> services, ApplyJournal journal, FleetApplyOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(journal);
        (_services, _journal, _options) = (services, journal, options ?? new());
    }

    /// <summary>Makes the changes of a plan.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="progress">
    /// Told of each bucket that has changes or a failure when it is worked through, one call at a time, from any thread. One that throws is told
    /// nothing more, and the apply goes on.
    /// </param>
    /// <param name="cancellationToken">
    /// Stops the apply. Calls that write end as if nobody had stopped it, nothing new begins, and the result says what was not tried.
    /// </param>
    /// <returns>What became of each change. Failures are in it and not thrown.</returns>
    /// <exception cref="ApplyRefusedException">
    /// It is another plan than the one that was reviewed, or drastic without force, or an earlier apply was interrupted. Nothing was sent.
    /// </exception>
    /// <exception cref="InventoryException">The journal is in use by another process, or its folder cannot be used. Nothing was sent.</exception>
    /// <exception cref="OperationCanceledException">It was stopped before it began.</exception>
    public async Task<ApplyResult> ApplyAsync(Plan plan, IProgress<ApplyProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(plan);
        cancellationToken.ThrowIfCancellationRequested();
        var refusals = ApplyGuards.Of(plan, _options);
        var isJournalNeeded = refusals.Count == 0 && plan.Buckets.Any(b => b.Changes.Any(c => c.IsDeleteAndPut));
        using var journal = isJournalNeeded || _journal.Exists ? _journal.Hold() : null;
        refusals.AddRange(ApplyGuards.Of(_journal.Folder, journal?.Read() ?? []));
        return refusals.Count == 0
            ? await new FleetApplication(plan, _services, journal, _options, progress, cancellationToken).RunAsync().ConfigureAwait(false)
            : throw new ApplyRefusedException(refusals);
    }
}

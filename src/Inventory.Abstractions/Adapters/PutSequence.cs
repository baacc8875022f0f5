namespace Inventory;

/// <summary>One put in one of the three modes, over either kind of native put.</summary>
internal sealed class PutSequence(CoreOperations core, string bucket, InventoryRule target, PutOptions options, CancellationToken cancellationToken)
{
    private bool IsCreateOnly => core.Capabilities.NativePut == NativePut.CreateOnly;

    public Task<PutResult> RunAsync() => options switch
    {
        { Mode: PutMode.CreateOnly } => CreateAsync(),
        { Mode: PutMode.CreateOrReplace, IfCurrently: null } when IsCreateOnly => CreateOrReplaceAsync(),
        _ => ReadThenWriteAsync(),
    };

    /// <summary>Fails unless the service holds the rule as it was sent. A look that is a moment early is repeated.</summary>
    public async Task ReadBackAsync(InventoryRule? previous)
    {
        const int looks = 4;
        InventoryRule? stored = null;
        for (var turn = 0; turn < looks; turn++)
        {
            if (turn > 0)
            {
                await core.WaitAsync(turn, cancellationToken).ConfigureAwait(false);
            }

            try
            {
                stored = await FindAsync().ConfigureAwait(false);
            }
            catch (InventoryException e)
            {
                throw new RuleNotStoredAsSentException(core.Capabilities.Provider, bucket, target, e) { Previous = previous };
            }

            if (stored == target)
            {
                return;
            }
        }

        throw new RuleNotStoredAsSentException(core.Capabilities.Provider, bucket, target, stored, stored?.DifferingPaths(target) ?? []) { Previous = previous };
    }

    private async Task<PutResult> CreateAsync()
    {
        if (!IsCreateOnly && await FindAsync().ConfigureAwait(false) is not null)
        {
            throw AlreadyExists();
        }

        var reply = await PutCreatingAsync().ConfigureAwait(false);
        if (reply.Kind != PutReplyKind.Exists)
        {
            return new() { Outcome = PutOutcome.Created, RequestId = reply.RequestId };
        }

        // Sent twice, "exists" may speak of our own first attempt, whose answer was lost.
        return reply.Attempts > 1 && await FindAsync().ConfigureAwait(false) == target
            ? new() { Outcome = PutOutcome.Created, RequestId = reply.RequestId }
            : throw AlreadyExists();
    }

    private async Task<PutResult> CreateOrReplaceAsync()
    {
        for (var turn = 0; turn < 2; turn++)
        {
            var reply = await PutCreatingAsync().ConfigureAwait(false);
            if (reply.Kind != PutReplyKind.Exists)
            {
                return new() { Outcome = PutOutcome.Created, RequestId = reply.RequestId };
            }

            if (await FindAsync().ConfigureAwait(false) is { } current)
            {
                return await ReplaceAsync(current).ConfigureAwait(false);
            }
        }

        throw Error(InventoryErrorKind.Conflict, "Somebody else creates and deletes the rule at the same time. Try again.");
    }

    private async Task<PutResult> ReadThenWriteAsync()
    {
        var current = await FindAsync().ConfigureAwait(false);
        if (options.IfCurrently is { } expected && !IsExpected(current, expected))
        {
            throw Error(InventoryErrorKind.Conflict, current is null
                ? "The rule is not there, and IfCurrently expects it. Nothing was changed."
                : $"The rule is not what IfCurrently expects: {string.Join(", ", current.DifferingPaths(expected))} differ. Nothing was changed. Read it and decide again.");
        }

        if (current is not null)
        {
            return await ReplaceAsync(current).ConfigureAwait(false);
        }

        if (options.Mode == PutMode.ReplaceOnly)
        {
            throw Error(InventoryErrorKind.RuleNotFound, "There is no such rule to replace.");
        }

        var reply = await PutCreatingAsync().ConfigureAwait(false);
        return new() { Outcome = PutOutcome.Created, RequestId = reply.RequestId };
    }

    private async Task<PutResult> ReplaceAsync(InventoryRule current)
    {
        if (current == target)
        {
            return new() { Outcome = PutOutcome.Unchanged, Previous = current };
        }

        cancellationToken.ThrowIfCancellationRequested();
        var reply = IsCreateOnly
            ? await new ReplaceSequence(core, bucket, current, target).RunAsync().ConfigureAwait(false)
            : await core.Put(target, cancellationToken).ConfigureAwait(false);
        return new() { Outcome = PutOutcome.Replaced, Previous = current, RequestId = reply.RequestId };
    }

    private Task<InventoryRule?> FindAsync() => core.Find(target.Id, cancellationToken);

    private bool IsExpected(InventoryRule? current, InventoryRule expected) =>
        current is not null && (current == expected || current == Promised(expected));

    // A rule that the provider cannot hold is never what is there.
    private InventoryRule? Promised(InventoryRule rule)
    {
        try
        {
            return core.Normalize(rule);
        }
        catch (InventoryException)
        {
            return null;
        }
    }

    /// <summary>A put that creates. Where it is refused with a code that nobody knows, one list tells whether the bucket is full.</summary>
    private async Task<PutReply> PutCreatingAsync()
    {
        try
        {
            return await core.Put(target, cancellationToken).ConfigureAwait(false);
        }
        catch (InventoryException e) when (!e.IsServiceCodeKnown && !e.IsTransient && core.Capabilities.MaxRulesPerBucket is { })
        {
            if (await IsFullAsync(core.Capabilities.MaxRulesPerBucket.Value).ConfigureAwait(false))
            {
                throw new InventoryException(InventoryErrorKind.RuleLimitReached,
                    $"Bucket '{bucket}' holds {core.Capabilities.MaxRulesPerBucket} inventory rules, as many as {core.Capabilities.DisplayName} allows. Delete one first. {e.Message}", e);
            }

            throw;
        }
    }

    private async Task<bool> IsFullAsync(int limit)
    {
        var count = 0;
        string? token = null;
        HashSet<string> asked = new(StringComparer.Ordinal);
        try
        {
            do
            {
                var page = await core.ListPage(token, cancellationToken).ConfigureAwait(false);
                count += page.Rules.Count + (page.Unreadable?.Count ?? 0);
                token = page.NextToken;
            }
            while (token is not null && asked.Add(token) && count < limit && asked.Count <= limit);
        }
        catch (InventoryException)
        {
            // The refusal itself tells more than a list that failed.
            return false;
        }

        return count >= limit;
    }

    private InventoryException AlreadyExists() =>
        Error(InventoryErrorKind.RuleAlreadyExists, "A rule with this id is there already. Nothing was changed. Put it with CreateOrReplace to replace it.");

    private InventoryException Error(InventoryErrorKind kind, string message) =>
        new(kind, $"'{core.Name}', inventory rule '{target.Id}' of bucket '{bucket}': {message}")
        {
            Provider = core.Capabilities.Provider,
            Bucket = bucket,
            RuleId = target.Id,
        };
}

namespace Inventory;

/// <summary>One put in one of the three modes, over either kind of native put.</summary>
internal sealed class PutSequence(CoreOperations core, string bucket, InventoryRule target, PutOptions options, CancellationToken cancellationToken)
{
    private PutReply _reply;

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

        throw new RuleNotStoredAsSentException(core.Capabilities.Provider, bucket, target, stored, stored?.DifferingPaths(target) ?? [])
        {
            Previous = previous,
            RequestId = _reply.RequestId,
            HttpStatus = _reply.HttpStatus,
            Attempts = _reply.Attempts,
            Elapsed = _reply.Elapsed,
        };
    }

    private async Task<PutResult> CreateAsync()
    {
        if (!IsCreateOnly && await FindAsync().ConfigureAwait(false) is not null)
        {
            throw AlreadyExists(default);
        }

        var reply = await PutCreatingAsync().ConfigureAwait(false);
        if (reply.Kind != PutReplyKind.Exists)
        {
            return new() { Outcome = PutOutcome.Created, RequestId = reply.RequestId };
        }

        // Sent twice, "exists" may speak of our own first attempt, whose answer was lost.
        return reply.Attempts > 1 && await FindAsync().ConfigureAwait(false) == target
            ? new() { Outcome = PutOutcome.Created, RequestId = reply.RequestId }
            : throw AlreadyExists(reply);
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

        throw Error(InventoryErrorKind.Conflict, _reply, "Somebody else creates and deletes the rule at the same time. Try again.");
    }

    private async Task<PutResult> ReadThenWriteAsync()
    {
        var current = await FindAsync().ConfigureAwait(false);
        if (options.IfCurrently is { } expected && !IsExpected(current, expected))
        {
            throw Error(InventoryErrorKind.Conflict, default, current is null
                ? "The rule is not there, and IfCurrently expects it. Nothing was changed."
                : $"The rule is not what IfCurrently expects: {string.Join(", ", current.DifferingPaths(expected))} differ. Nothing was changed. Read it and decide again.");
        }

        if (current is not null)
        {
            return await ReplaceAsync(current).ConfigureAwait(false);
        }

        if (options.Mode == PutMode.ReplaceOnly)
        {
            throw Error(InventoryErrorKind.RuleNotFound, default, "There is no such rule to replace.");
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
        if (IsCreateOnly)
        {
            using var replacement = new ReplaceSequence(core, bucket, current, target);
            _reply = await replacement.RunAsync().ConfigureAwait(false);
        }
        else
        {
            _reply = await core.Put(target, cancellationToken).ConfigureAwait(false);
        }

        return new() { Outcome = PutOutcome.Replaced, Previous = current, RequestId = _reply.RequestId };
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

    /// <summary>
    /// A put that creates. Where it is refused for a reason that nobody knows, one list tells whether the bucket is full. A code that the adapter knows says
    /// what it says, and what is transient was tried again and may yet succeed: neither is looked into.
    /// </summary>
    private async Task<PutReply> PutCreatingAsync()
    {
        try
        {
            return _reply = await core.Put(target, cancellationToken).ConfigureAwait(false);
        }
        catch (InventoryException e) when (IsUnexplained(e) && core.Capabilities.MaxRulesPerBucket is { })
        {
            if (await IsFullAsync(core.Capabilities.MaxRulesPerBucket.Value).ConfigureAwait(false))
            {
                throw new InventoryException(InventoryErrorKind.RuleLimitReached,
                    $"Bucket '{bucket}' holds {core.Capabilities.MaxRulesPerBucket} inventory rules, as many as {core.Capabilities.DisplayName} allows. Delete one first. {e.Message}", e);
            }

            throw;
        }
    }

    // 401 says without a code too that the credentials are not accepted.
    private static bool IsUnexplained(InventoryException refusal) =>
        !refusal.IsTransient && (!refusal.IsServiceCodeKnown || refusal is { ServiceCode: null, HttpStatus: >= 400 and < 500, Kind: not InventoryErrorKind.AuthenticationFailed });

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
                count += page.Count;
                token = page.NextToken;
            }
            while (token is not null && asked.Add(token) && count < limit && asked.Count <= limit);
        }
        catch (Exception e) when (e is InventoryException or OperationCanceledException)
        {
            // The refusal itself tells more than a list that failed, or that the caller gave up: nothing was written, and why.
            return false;
        }

        return count >= limit;
    }

    private InventoryException AlreadyExists(PutReply reply)
    {
        const string message = "A rule with this id is there already. Nothing was changed. Put it with CreateOrReplace to replace it.";
        return reply.Refusal is { } refusal
            ? new(InventoryErrorKind.RuleAlreadyExists, Sentence($"{message} {refusal.Message}"), refusal) { Provider = core.Capabilities.Provider, Bucket = bucket, RuleId = target.Id }
            : Error(InventoryErrorKind.RuleAlreadyExists, reply, message);
    }

    private string Sentence(string message) => $"'{core.Name}', inventory rule '{target.Id}' of bucket '{bucket}': {message}";

    /// <param name="kind">What went wrong.</param>
    /// <param name="reply">What the service answered to the put; the default where none was sent.</param>
    /// <param name="message">What, and what to do.</param>
    private InventoryException Error(InventoryErrorKind kind, PutReply reply, string message) => new(kind, Sentence(message))
    {
        Provider = core.Capabilities.Provider,
        Bucket = bucket,
        RuleId = target.Id,
        RequestId = reply.RequestId,
        HttpStatus = reply.HttpStatus,
        Attempts = reply.Attempts,
        Elapsed = reply.Elapsed,
    };
}

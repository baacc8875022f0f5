using System.Globalization;

namespace Inventory.Http;

/// <summary>Credentials that a delegate fetches, kept until shortly before they expire.</summary>
/// <remarks>
/// <para>
/// Credentials with a <see cref="CloudCredentials.ExpiresAt"/> are kept, and fetched anew when 80 % of the time that they had left at their fetching is over.
/// Until they really expire nobody waits for that: it goes on in the background, and where it fails the old ones serve on, and the next try comes after two
/// minutes, or half of the time left if that is less, but not within a second. Once they have expired everybody waits for one fetch, and its failure is everybody's.
/// Credentials without one are not kept: the delegate is asked for each attempt. Those that a service refused are dropped, so that the next caller has others
/// fetched: once a second at most.
/// </para>
/// <para>
/// There is one fetch at a time, however many ask. A caller that cancels stops waiting, and the fetch goes on for the others. A fetch may take 30 s; its token
/// is cancelled then, and the next caller starts another. Safe for use by several threads at once.
/// </para>
/// </remarks>
public sealed class RefreshingCredentials : ICredentialsProvider
{
    private const double ShareOfLifetime = 0.8;
    private static readonly TimeSpan LongestFetch = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan LongestBackOff = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan ShortestBackOff = TimeSpan.FromSeconds(1);

    private readonly Func<CancellationToken, ValueTask<CloudCredentials>> _fetch;
    private readonly TimeProvider _time;
    private readonly Lock _gate = new();
    private CloudCredentials? _kept;
    private DateTimeOffset _droppedAt = DateTimeOffset.MinValue;
    private DateTimeOffset _refreshAt;
    private Task<Outcome>? _fetching;

    /// <summary>Keeps what a delegate fetches.</summary>
    /// <param name="fetch">
    /// Fetches credentials. Its token is no caller's. Where it cannot, it throws: what it throws is kept as a cause and not quoted, so no secret should be in it;
    /// an <see cref="InventoryException"/> is quoted, and its kind kept.
    /// </param>
    /// <param name="time">The clock; the system's if null.</param>
    public RefreshingCredentials(Func<CancellationToken, ValueTask<CloudCredentials>> fetch, TimeProvider? time = null)
    {
        ArgumentNullException.ThrowIfNull(fetch);
        _fetch = fetch;
        _time = time ?? TimeProvider.System;
    }

    /// <inheritdoc/>
    /// <exception cref="InventoryException">
    /// Of kind <see cref="InventoryErrorKind.Unavailable"/>, which a call tries again, where the fetch got no answer, took too long or was cancelled;
    /// of the delegate's own kind where it threw an <see cref="InventoryException"/>; of kind <see cref="InventoryErrorKind.AuthenticationFailed"/> where it
    /// failed otherwise, or gave none or expired ones.
    /// </exception>
    /// <exception cref="OperationCanceledException">This caller cancelled.</exception>
    public async ValueTask<CloudCredentials> GetAsync(CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        Task<Outcome> fetching;
        lock (_gate)
        {
            var now = _time.GetUtcNow();
            var valid = _kept?.ExpiresAt > now ? _kept : null;
            if (valid is null || now >= _refreshAt)
            {
                _fetching ??= Begin();
            }

            if (valid is not null)
            {
                return valid;
            }

            fetching = _fetching!;
        }

        var outcome = await fetching.WaitAsync(cancellationToken).ConfigureAwait(false);
        return outcome.Credentials ?? throw new InventoryException(outcome.Kind, outcome.Message, outcome.Cause);
    }

    /// <inheritdoc/>
    public void Forget(CloudCredentials refused)
    {
        ArgumentNullException.ThrowIfNull(refused);
        lock (_gate)
        {
            var now = _time.GetUtcNow();
            if (_kept?.SignsLike(refused) == true && now - _droppedAt >= ShortestBackOff)
            {
                (_kept, _droppedAt) = (null, now);
            }
        }
    }

    /// <summary>The fetch that is under way; a completed task if there is none.</summary>
    internal Task Fetching
    {
        get
        {
            lock (_gate)
            {
                return _fetching ?? Task.CompletedTask;
            }
        }
    }

    /// <summary>Never throws: nobody may be there to see it.</summary>
    private async Task<Outcome> FetchAsync()
    {
        Outcome? outcome = null;
        using var limit = new CancellationTokenSource(LongestFetch, _time);
        try
        {
            // On a thread of its own, so that the limit also ends the wait for a delegate that blocks.
            var token = limit.Token;
            outcome = Judge(await Task.Run(() => _fetch(token).AsTask(), CancellationToken.None).WaitAsync(token).ConfigureAwait(false));
        }
        catch (Exception e)
        {
            outcome = Judge(e, limit.IsCancellationRequested);
        }
        finally
        {
            lock (_gate)
            {
                Settle(outcome?.Credentials);
                _fetching = null;
            }
        }

        return outcome;
    }

    /// <summary>Begins the fetch that everybody shares: nothing of who came first, such as an activity or a culture, goes along.</summary>
    private Task<Outcome> Begin()
    {
        if (ExecutionContext.IsFlowSuppressed())
        {
            return Task.Run(FetchAsync, CancellationToken.None);
        }

        using (ExecutionContext.SuppressFlow())
        {
            return Task.Run(FetchAsync, CancellationToken.None);
        }
    }

    private void Settle(CloudCredentials? fetched)
    {
        var now = _time.GetUtcNow();
        if (fetched is not null)
        {
            _kept = fetched.ExpiresAt is null ? null : fetched;
            _refreshAt = now + (((fetched.ExpiresAt - now) * ShareOfLifetime) ?? TimeSpan.Zero);
        }
        else if (_kept?.ExpiresAt is { } end)
        {
            var half = (end - now) / 2;
            _refreshAt = now + (half > LongestBackOff ? LongestBackOff : half < ShortestBackOff ? ShortestBackOff : half);
        }
    }

    private Outcome Judge(CloudCredentials? fetched)
    {
        if (fetched is null)
        {
            return new(InventoryErrorKind.AuthenticationFailed, "Credentials could not be fetched: the delegate gave none.");
        }

        return fetched.ExpiresAt is { } end && end <= _time.GetUtcNow()
            ? new(InventoryErrorKind.AuthenticationFailed, string.Create(CultureInfo.InvariantCulture,
                $"The credentials that were fetched expired at {end.UtcDateTime:yyyy-MM-dd'T'HH:mm:ss'Z'}. Look at where they come from, and at this machine's clock."))
            : new(fetched);
    }

    private Outcome Judge(Exception cause, bool isLate)
    {
        var kept = _kept;
        var silent = IsTellable(cause, kept) ? cause : null;
        var why = $"({cause.GetType().Name}, the cause of this error)";
        return cause switch
        {
            InventoryException own => new(own.Kind, kept?.Redact(own.Message) ?? own.Message, silent),
            OperationCanceledException when isLate =>
                new(InventoryErrorKind.Unavailable, "Credentials could not be fetched: there were none after 30 s.", silent),
            HttpRequestException or IOException or TimeoutException or OperationCanceledException =>
                new(InventoryErrorKind.Unavailable, $"Credentials could not be fetched for now {why}.", silent),
            _ => new(InventoryErrorKind.AuthenticationFailed, $"Credentials could not be fetched {why}.", silent),
        };
    }

    /// <summary>Whether who prints a cause can, and reads no secret in it.</summary>
    private static bool IsTellable(Exception cause, CloudCredentials? kept)
    {
        try
        {
            var text = cause.ToString();
            return kept is null || kept.Redact(text) == text;
        }
        catch (Exception)
        {
            return false;
        }
    }

    private sealed record Outcome(CloudCredentials? Credentials, InventoryErrorKind Kind, string Message, Exception? Cause)
    {
        public Outcome(CloudCredentials credentials)
            : this(credentials, default, "", null)
        {
        }

        public Outcome(InventoryErrorKind kind, string message, Exception? cause = null)
            : this(null, kind, message, cause)
        {
        }
    }
}

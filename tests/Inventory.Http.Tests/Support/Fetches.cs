namespace Inventory.Http.Tests;

/// <summary>A delegate that fetches credentials, each fetch under way until the test ends it.</summary>
internal sealed class Fetches
{
    private readonly Lock _gate = new();
    private readonly List<Fetch> _known = [];
    private int _started;

    /// <summary>How many fetches were started.</summary>
    public int Count
    {
        get
        {
            lock (_gate)
            {
                return _started;
            }
        }
    }

    public ValueTask<CloudCredentials> StartAsync(CancellationToken cancellationToken)
    {
        var fetch = At(null, cancellationToken);
        _ = fetch.Started.TrySetResult();
        return new(fetch.Result.Task);
    }

    /// <summary>Waits for a fetch to be started.</summary>
    /// <param name="index">Which one, from 0.</param>
    public async Task<Fetch> StartedAsync(int index)
    {
        var fetch = At(index, default);
        await fetch.Started.Task.Soon();
        return fetch;
    }

    private Fetch At(int? index, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            var at = index ?? _started;
            while (_known.Count <= at)
            {
                _known.Add(new());
            }

            if (index is null)
            {
                _known[at].Token = cancellationToken;
                _started++;
            }

            return _known[at];
        }
    }
}

/// <summary>One fetch.</summary>
internal sealed class Fetch
{
    public TaskCompletionSource Started { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public TaskCompletionSource<CloudCredentials> Result { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public CancellationToken Token { get; set; }
}

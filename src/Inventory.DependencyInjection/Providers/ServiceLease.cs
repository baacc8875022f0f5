namespace Inventory.DependencyInjection;

/// <summary>A service, and how many calls run on it: it is disposed of when its owner has let go and the last call has ended.</summary>
internal sealed class ServiceLease(IInventoryService service) : IDisposable
{
    private readonly Lock _lock = new();
    private int _calls;
    private bool _isLetGo;

    public IInventoryService Service => service;

    /// <summary>Begins a call; false where the owner has let go.</summary>
    public bool TryBegin(out Call call)
    {
        lock (_lock)
        {
            call = new(this);
            if (!_isLetGo)
            {
                _calls++;
            }

            return !_isLetGo;
        }
    }

    /// <summary>The owner lets go.</summary>
    public void Dispose()
    {
        lock (_lock)
        {
            if (_isLetGo)
            {
                return;
            }

            _isLetGo = true;
            if (_calls > 0)
            {
                return;
            }
        }

        DisposeService();
    }

    private void End()
    {
        lock (_lock)
        {
            if (--_calls > 0 || !_isLetGo)
            {
                return;
            }
        }

        DisposeService();
    }

    private void DisposeService()
    {
        try
        {
            (service as IDisposable)?.Dispose();
        }
        catch (Exception)
        {
            // Whoever waits here is a call that has ended, a new service or the end of the application: none of them is served by it.
        }
    }

    /// <summary>A call that runs.</summary>
    public readonly struct Call(ServiceLease lease) : IDisposable
    {
        public IInventoryService Service => lease.Service;

        public void Dispose() => lease.End();
    }
}

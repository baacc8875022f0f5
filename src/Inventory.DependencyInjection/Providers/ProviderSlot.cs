namespace Inventory.DependencyInjection;

/// <summary>
/// A provider's place: empty until its service is needed. Each has a lock of its own, so that what one service is made of may ask for another's.
/// </summary>
internal sealed class ProviderSlot(Provider provider, InventorySection section, IServiceProvider services, ConfigurationLog log) : IDisposable
{
    private readonly Lock _lock = new();
    private RunningProvider? _running;
    private bool _isBeingMade;
    private bool _isDisposed;

    public Provider Provider => provider;

    /// <summary>Whether its service is in use.</summary>
    public bool IsRunning
    {
        get
        {
            lock (_lock)
            {
                return _running is not null;
            }
        }
    }

    /// <summary>The service, made now if it is not there.</summary>
    /// <exception cref="InvalidConfigurationException">It cannot be made.</exception>
    public IInventoryService Service
    {
        get
        {
            lock (_lock)
            {
                ObjectDisposedException.ThrowIf(_isDisposed, typeof(IServiceProvider));

                // The lock lets the thread that holds it in again.
                return _isBeingMade
                    ? throw provider.Refused([$"{section.PathOf(provider.Name)}: what its service is made of asks for that service. Break the circle."])
                    : (_running ??= Make()).Service;
            }
        }
    }

    /// <summary>Has calls from now on use what the section says, or logs why they cannot.</summary>
    public void Reload(SectionValues now)
    {
        lock (_lock)
        {
            _running?.Reload(now);
        }
    }

    public void Dispose()
    {
        lock (_lock)
        {
            _isDisposed = true;
            _running?.Dispose();
            _running = null;
        }
    }

    private RunningProvider Make()
    {
        _isBeingMade = true;
        try
        {
            return new(provider, section, services, log);
        }
        finally
        {
            _isBeingMade = false;
        }
    }
}

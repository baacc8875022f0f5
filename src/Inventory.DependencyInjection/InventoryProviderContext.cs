using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Inventory.DependencyInjection;

/// <summary>What an adapter makes its service of.</summary>
/// <typeparam name="TOptions">The provider's options.</typeparam>
public sealed class InventoryProviderContext<TOptions>
    where TOptions : class
{
    private readonly HashSet<Type> _asked = [];

    private readonly IServiceCollection _registered;

    internal InventoryProviderContext(string name, TOptions options, IServiceProvider services, IServiceCollection registered)
    {
        _registered = registered;
        Name = name;
        Options = options;
        Services = services;
    }

    /// <summary>The name under which the provider was added.</summary>
    public string Name { get; }

    /// <summary>The options, bound from the section of that name and configured in code. Not validated yet.</summary>
    public TOptions Options { get; }

    /// <summary>The container.</summary>
    public IServiceProvider Services { get; }

    /// <summary>The container's clock; the system's if it has none.</summary>
    public TimeProvider Time => Services.GetService<TimeProvider>() ?? TimeProvider.System;

    internal IReadOnlySet<Type> Asked => _asked;

    /// <summary>What the application hands the adapter under this name, without regard to case; null where it hands it none.</summary>
    /// <typeparam name="TService">What to ask for.</typeparam>
    /// <exception cref="InvalidOperationException">
    /// The container has one without a key, and nothing says that it is for this provider. Only for what providers alone ask for, not for types of the platform.
    /// </exception>
    public TService? GetService<TService>()
        where TService : class
    {
        _ = _asked.Add(typeof(TService));
        var descriptors = _registered.Where(d => d.ServiceType == typeof(TService)).ToList();
        var key = descriptors.Select(d => d.ServiceKey as string).LastOrDefault(k => string.Equals(k, Name, StringComparison.OrdinalIgnoreCase));
        if (key is null && typeof(TService).Namespace?.StartsWith("System", StringComparison.Ordinal) == false && descriptors.Exists(d => !d.IsKeyedService))
        {
            throw new InvalidOperationException(
                $"a {typeof(TService).Name} is registered without a key, and nothing says that it is this provider's. Hand it over where the provider is added, with Use.");
        }

        return Services.GetKeyedService<TService>(key ?? Name);
    }

    /// <summary>A logger of the container; one that writes nowhere if it has none.</summary>
    /// <typeparam name="TCategory">Whose name is the category.</typeparam>
    public ILogger CreateLogger<TCategory>() => Services.GetService<ILoggerFactory>()?.CreateLogger<TCategory>() ?? NullLogger<TCategory>.Instance;
}

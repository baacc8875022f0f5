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

    internal InventoryProviderContext(string name, TOptions options, IServiceProvider services)
    {
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

    /// <summary>What the application hands the adapter under this name; null where it hands it none.</summary>
    /// <typeparam name="TService">What to ask for.</typeparam>
    public TService? GetService<TService>()
        where TService : class
    {
        _ = _asked.Add(typeof(TService));
        return Services.GetKeyedService<TService>(Name);
    }

    /// <summary>A logger of the container; one that writes nowhere if it has none.</summary>
    /// <typeparam name="TCategory">Whose name is the category.</typeparam>
    public ILogger CreateLogger<TCategory>() => Services.GetService<ILoggerFactory>()?.CreateLogger<TCategory>() ?? NullLogger<TCategory>.Instance;
}

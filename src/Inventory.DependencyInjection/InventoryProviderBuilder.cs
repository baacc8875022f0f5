using Microsoft.Extensions.DependencyInjection;

namespace Inventory.DependencyInjection;

/// <summary>Configures one provider in code.</summary>
/// <typeparam name="TOptions">The provider's options.</typeparam>
public sealed class InventoryProviderBuilder<TOptions>
    where TOptions : class
{
    private readonly Provider _provider;

    internal InventoryProviderBuilder(IServiceCollection services, Provider provider)
    {
        Services = services;
        _provider = provider;
    }

    /// <summary>The name under which the provider is added.</summary>
    public string Name => _provider.Name;

    /// <summary>The container.</summary>
    public IServiceCollection Services { get; }

    /// <summary>Sets options, after those of the section.</summary>
    /// <param name="configure">Sets them. Called whenever the options are read.</param>
    /// <returns>This.</returns>
    public InventoryProviderBuilder<TOptions> Configure(Action<TOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(configure);
        _ = Services.Configure(Name, configure);
        return this;
    }

    /// <summary>Hands the adapter something to use in place of its own, such as an HTTP handler or a source of credentials.</summary>
    /// <typeparam name="TService">What the adapter asks for. One that it never asks for fails the start.</typeparam>
    /// <param name="create">Makes it, once; the container disposes of it. It is also the <typeparamref name="TService"/> of the provider's key.</param>
    /// <returns>This.</returns>
    public InventoryProviderBuilder<TOptions> Use<TService>(Func<IServiceProvider, TService> create)
        where TService : class
    {
        ArgumentNullException.ThrowIfNull(create);
        _ = Services.AddKeyedSingleton(Name, (services, _) => create(services));
        _ = _provider.Handed.Add(typeof(TService));
        return this;
    }

    /// <summary>Hands the adapter something to use in place of its own; see the other overload. Whoever made it disposes of it.</summary>
    /// <typeparam name="TService">What the adapter asks for. One that it never asks for fails the start.</typeparam>
    /// <param name="service">What it is to use.</param>
    /// <returns>This.</returns>
    public InventoryProviderBuilder<TOptions> Use<TService>(TService service)
        where TService : class
    {
        ArgumentNullException.ThrowIfNull(service);
        _ = Services.AddKeyedSingleton(Name, service);
        _ = _provider.Handed.Add(typeof(TService));
        return this;
    }

    /// <summary>
    /// Has the start fail unless this provider can be used, though <see cref="InventoryOptions.Provider"/> names another:
    /// for an application that resolves it by its key.
    /// </summary>
    /// <returns>This.</returns>
    public InventoryProviderBuilder<TOptions> RequireAtStart()
    {
        _provider.IsRequired = true;
        return this;
    }
}

using Inventory.DependencyInjection;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Inventory;

/// <summary>Adds providers to the inventory of a container. Each adapter brings a method of its own that calls <see cref="AddProvider"/>.</summary>
public sealed class InventoryBuilder
{
    private readonly ProviderSet _set;

    internal InventoryBuilder(IServiceCollection services, ProviderSet set)
    {
        Services = services;
        _set = set;
    }

    /// <summary>The container.</summary>
    public IServiceCollection Services { get; }

    /// <summary>
    /// Adds a provider: its options are bound from the section of its name, and its service is resolved as the
    /// <see cref="IInventoryService"/> of that key, without regard to case.
    /// </summary>
    /// <typeparam name="TOptions">What configuration binds. Properties without a public setter are bound where they are collections.</typeparam>
    /// <param name="name">The provider's name, its section's and its key; two accounts on one cloud are two names.</param>
    /// <param name="create">
    /// Makes the service of its options. Whatever it throws is reported as a mistake in the section. Called at the first use or at the start, and again when
    /// the section changes. The service is disposed of when no call runs any more, if it is <see cref="IDisposable"/>.
    /// </param>
    /// <param name="configure">Configures the provider in code, after its section.</param>
    /// <param name="fixedKeys">Keys of the section that may not change while the application runs, such as those that say where the rules are.</param>
    /// <returns>This.</returns>
    /// <exception cref="InventoryException">
    /// Of kind <see cref="InventoryErrorKind.InvalidConfiguration"/>: the name is taken, or cannot name a section.
    /// </exception>
    public InventoryBuilder AddProvider<TOptions>(
        string name,
        Func<InventoryProviderContext<TOptions>, IInventoryService> create,
        Action<InventoryProviderBuilder<TOptions>>? configure = null,
        IEnumerable<string>? fixedKeys = null)
        where TOptions : class, new()
    {
        ArgumentNullException.ThrowIfNull(create);
        var provider = new Provider<TOptions>(name, create, [.. fixedKeys ?? []], Services);
        _set.Add(provider);
        _ = Services.AddOptions();
        _ = Services.AddSingleton<IConfigureOptions<TOptions>>(
            services => new ConfigureNamedOptions<TOptions>(name, options => services.GetRequiredService<InventorySection>().Bind(name, options)));
        _ = Services.AddKeyedSingleton(name, (services, _) => services.GetRequiredService<Providers>().Get(name));
        configure?.Invoke(new(Services, provider));
        return this;
    }
}

using Inventory.DependencyInjection;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

// The namespace of the rules themselves, so that one using brings everything.
namespace Inventory;

/// <summary>Adds bucket inventory rules to a container.</summary>
public static class InventoryServiceCollectionExtensions
{
    /// <summary>The section that is bound where none is named.</summary>
    public const string DefaultSection = "Inventory";

    /// <summary>Adds the inventory, configured by the section <see cref="DefaultSection"/> of the container's <see cref="IConfiguration"/>, if there is one.</summary>
    /// <param name="services">The container.</param>
    /// <returns>Where to add providers.</returns>
    /// <exception cref="InventoryException">Of kind <see cref="InventoryErrorKind.InvalidConfiguration"/>: it was added before.</exception>
    public static InventoryBuilder AddInventory(this IServiceCollection services) => services.AddInventory(DefaultSection);

    /// <summary>Adds the inventory, configured by a section of the container's <see cref="IConfiguration"/>, if there is one.</summary>
    /// <param name="services">The container.</param>
    /// <param name="sectionPath">The section's path, with colons.</param>
    /// <returns>Where to add providers.</returns>
    /// <exception cref="InventoryException">Of kind <see cref="InventoryErrorKind.InvalidConfiguration"/>: it was added before.</exception>
    public static InventoryBuilder AddInventory(this IServiceCollection services, string sectionPath)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(sectionPath);
        return Add(services, provider => provider.GetService<IConfiguration>()?.GetSection(sectionPath));
    }

    /// <summary>Adds the inventory, configured by a section.</summary>
    /// <param name="services">The container.</param>
    /// <param name="section">The section that holds <see cref="InventoryOptions.Provider"/> and a section for each provider.</param>
    /// <returns>Where to add providers.</returns>
    /// <exception cref="InventoryException">Of kind <see cref="InventoryErrorKind.InvalidConfiguration"/>: it was added before.</exception>
    public static InventoryBuilder AddInventory(this IServiceCollection services, IConfiguration section)
    {
        ArgumentNullException.ThrowIfNull(section);
        return Add(services, _ => section);
    }

    /// <summary>Adds the inventory, configured by code alone; each provider then is configured where it is added.</summary>
    /// <param name="services">The container.</param>
    /// <param name="configure">Names the provider.</param>
    /// <returns>Where to add providers.</returns>
    /// <exception cref="InventoryException">Of kind <see cref="InventoryErrorKind.InvalidConfiguration"/>: it was added before.</exception>
    public static InventoryBuilder AddInventory(this IServiceCollection services, Action<InventoryOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(configure);
        var builder = Add(services, _ => null);
        _ = services.Configure(configure);
        return builder;
    }

    private static InventoryBuilder Add(IServiceCollection services, Func<IServiceProvider, IConfiguration?> section)
    {
        ArgumentNullException.ThrowIfNull(services);
        if (services.Any(d => d.ServiceType == typeof(ProviderSet)))
        {
            throw new InventoryException(InventoryErrorKind.InvalidConfiguration,
                "AddInventory was called before on these services. Call it once, and add every provider to what it returns.");
        }

        var set = new ProviderSet(services);
        _ = services.AddOptions<InventoryStart>().ValidateOnStart();
        _ = services.AddSingleton(set);
        _ = services.AddSingleton(provider => new InventorySection(section(provider)));
        _ = services.AddSingleton<Providers>();
        _ = services.AddSingleton<IConfigureOptions<InventoryOptions>>(
            provider => new ConfigureOptions<InventoryOptions>(options => options.Provider = provider.GetRequiredService<InventorySection>().Provider));
        _ = services.AddSingleton<IValidateOptions<InventoryStart>, StartCheck>();
        _ = services.AddKeyedSingleton(KeyedService.AnyKey, (provider, key) => provider.GetRequiredService<Providers>().Get(key as string));
        set.Default = ServiceDescriptor.Singleton(provider => provider.GetRequiredService<Providers>().Default);
        services.Add(set.Default);
        return new(services, set);
    }
}

using Inventory.BaiduBos;
using Inventory.DependencyInjection;
using Inventory.Http;

// The namespace of the rules themselves, so that one using brings everything.
namespace Inventory;

/// <summary>Adds Baidu Cloud BOS to a container.</summary>
public static class BosRegistration
{
    /// <summary>Adds a provider on BOS, with <see cref="BosOptions"/> bound from the section of its name.</summary>
    /// <param name="builder">The inventory.</param>
    /// <param name="name">The provider's name; two accounts are two names.</param>
    /// <param name="configure">
    /// Configures it in code. The adapter asks for an <see cref="ICredentialsProvider"/> and an <see cref="HttpMessageHandler"/>; see
    /// <see cref="InventoryProviderBuilder{TOptions}.Use{TService}(TService)"/>.
    /// </param>
    /// <returns>The inventory.</returns>
    /// <exception cref="InventoryException">Of kind <see cref="InventoryErrorKind.InvalidConfiguration"/>: the name is taken, or cannot name a section.</exception>
    public static InventoryBuilder AddBaiduBos(
        this InventoryBuilder builder, string name = BosCapabilities.ProviderName, Action<InventoryProviderBuilder<BosOptions>>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        return builder.AddProvider<BosOptions>(name, Create, configure, CloudOptions.PlaceKeys);
    }

    /// <summary>Adds a provider under its usual name, configured in code; see the other overload.</summary>
    /// <param name="builder">The inventory.</param>
    /// <param name="configure">Configures it.</param>
    /// <returns>The inventory.</returns>
    /// <exception cref="InventoryException">Of kind <see cref="InventoryErrorKind.InvalidConfiguration"/>: the name is taken.</exception>
    public static InventoryBuilder AddBaiduBos(this InventoryBuilder builder, Action<InventoryProviderBuilder<BosOptions>> configure) =>
        builder.AddBaiduBos(BosCapabilities.ProviderName, configure);

    private static BosInventoryService Create(InventoryProviderContext<BosOptions> bos)
    {
        bos.Options.Name ??= bos.Name == BosCapabilities.ProviderName ? null : bos.Name;
        return new(bos.Options, bos.GetService<ICredentialsProvider>(), bos.GetService<HttpMessageHandler>(), bos.Time, bos.CreateLogger<BosInventoryService>());
    }
}

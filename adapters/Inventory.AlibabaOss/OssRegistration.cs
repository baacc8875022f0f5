using Inventory.AlibabaOss;
using Inventory.DependencyInjection;
using Inventory.Http;

// The namespace of the rules themselves, so that one using brings everything.
namespace Inventory;

/// <summary>Adds Alibaba Cloud OSS to a container.</summary>
public static class OssRegistration
{
    /// <summary>Adds a provider on OSS, with <see cref="OssOptions"/> bound from the section of its name.</summary>
    /// <param name="builder">The inventory.</param>
    /// <param name="name">The provider's name; two accounts are two names.</param>
    /// <param name="configure">
    /// Configures it in code. The adapter asks for an <see cref="ICredentialsProvider"/> and an <see cref="HttpMessageHandler"/>; see
    /// <see cref="InventoryProviderBuilder{TOptions}.Use{TService}(TService)"/>.
    /// </param>
    /// <returns>The inventory.</returns>
    /// <exception cref="InventoryException">Of kind <see cref="InventoryErrorKind.InvalidConfiguration"/>: the name is taken, or cannot name a section.</exception>
    public static InventoryBuilder AddAlibabaOss(
        this InventoryBuilder builder, string name = OssCapabilities.ProviderName, Action<InventoryProviderBuilder<OssOptions>>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        return builder.AddProvider<OssOptions>(name, Create, configure, CloudOptions.PlaceKeys);
    }

    /// <summary>Adds a provider under its usual name, configured in code; see the other overload.</summary>
    /// <param name="builder">The inventory.</param>
    /// <param name="configure">Configures it.</param>
    /// <returns>The inventory.</returns>
    /// <exception cref="InventoryException">Of kind <see cref="InventoryErrorKind.InvalidConfiguration"/>: the name is taken.</exception>
    public static InventoryBuilder AddAlibabaOss(this InventoryBuilder builder, Action<InventoryProviderBuilder<OssOptions>> configure) =>
        builder.AddAlibabaOss(OssCapabilities.ProviderName, configure);

    private static OssInventoryService Create(InventoryProviderContext<OssOptions> oss)
    {
        var (options, logger) = (oss.Options, oss.CreateLogger<OssInventoryService>());
        options.Name ??= oss.Name == OssCapabilities.ProviderName ? null : oss.Name;
        var service = new OssInventoryService(options, oss.GetService<ICredentialsProvider>(), oss.GetService<HttpMessageHandler>(), oss.Time, logger);
        if (string.IsNullOrEmpty(options.DestinationRoleArn) || string.IsNullOrEmpty(options.DestinationAccountId))
        {
            OssLog.NoDestinationAccess(logger, oss.Name);
        }

        return service;
    }
}

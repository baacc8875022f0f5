using Inventory.DependencyInjection;
using Inventory.InMemory;
using Microsoft.Extensions.DependencyInjection.Extensions;

// The namespace of the rules themselves, so that one using brings everything.
namespace Inventory;

/// <summary>Adds an inventory in memory to a container.</summary>
public static class InMemoryRegistration
{
    /// <summary>
    /// Adds a provider in memory, with <see cref="InMemoryOptions"/> bound from the section of its name. Its rules are in the <see cref="InMemoryStore"/>
    /// of that key, which tests can resolve.
    /// </summary>
    /// <param name="builder">The inventory.</param>
    /// <param name="name">The provider's name.</param>
    /// <param name="configure">Configures it in code. The adapter asks for an <see cref="InMemoryStore"/>.</param>
    /// <returns>The inventory.</returns>
    /// <exception cref="InventoryException">Of kind <see cref="InventoryErrorKind.InvalidConfiguration"/>: the name is taken, or cannot name a section.</exception>
    public static InventoryBuilder AddInMemory(
        this InventoryBuilder builder, string name = InMemoryCapabilities.ProviderName, Action<InventoryProviderBuilder<InMemoryOptions>>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        _ = builder.AddProvider<InMemoryOptions>(
            name, memory => new InMemoryInventoryService(memory.Options, memory.GetService<InMemoryStore>(), memory.Time), configure);
        builder.Services.TryAddKeyedSingleton<InMemoryStore>(name);
        return builder;
    }

    /// <summary>Adds a provider under its usual name, configured in code; see the other overload.</summary>
    /// <param name="builder">The inventory.</param>
    /// <param name="configure">Configures it.</param>
    /// <returns>The inventory.</returns>
    /// <exception cref="InventoryException">Of kind <see cref="InventoryErrorKind.InvalidConfiguration"/>: the name is taken.</exception>
    public static InventoryBuilder AddInMemory(this InventoryBuilder builder, Action<InventoryProviderBuilder<InMemoryOptions>> configure) =>
        builder.AddInMemory(InMemoryCapabilities.ProviderName, configure);
}

using Microsoft.Extensions.DependencyInjection;

namespace Inventory.DependencyInjection;

/// <summary>The providers that were added to a container, while it is built and after.</summary>
internal sealed class ProviderSet(IServiceCollection services)
{
    private readonly List<Provider> _providers = [];

    public IReadOnlyList<Provider> All => _providers;

    /// <summary>What the providers are called, for messages.</summary>
    public string Names => _providers.Count == 0
        ? "No provider is added: call a method such as AddInMemory on what AddInventory returns."
        : $"Added are: {string.Join(", ", _providers.Select(p => p.Name))}.";

    /// <summary>How this library registers <see cref="IInventoryService"/>.</summary>
    public ServiceDescriptor? Default { get; set; }

    /// <summary>Whether the application has put a service of its own in the place of the chosen one, as tests do.</summary>
    public bool IsDefaultReplaced => services.LastOrDefault(d => d.ServiceType == typeof(IInventoryService) && !d.IsKeyedService) != Default;

    public Provider? Find(string name) => _providers.Find(p => string.Equals(p.Name, name, StringComparison.OrdinalIgnoreCase));

    public void Add(Provider provider)
    {
        var name = provider.Name;
        if (string.IsNullOrWhiteSpace(name) || name.Contains(':', StringComparison.Ordinal) || InventorySection.IsReserved(name))
        {
            throw Refused($"'{name}' cannot name a provider: it names a section and a key. Use a word other than '{nameof(InventoryOptions.Provider)}', without colons.");
        }

        if (Find(name) is { } other)
        {
            throw Refused($"Two providers are called '{name}' (case does not count): one with {other.OptionsType.Name}, one with {provider.OptionsType.Name}. Give one of them another name.");
        }

        _providers.Add(provider);
    }

    private static InventoryException Refused(string message) => new(InventoryErrorKind.InvalidConfiguration, message);
}

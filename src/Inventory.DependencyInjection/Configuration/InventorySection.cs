using Microsoft.Extensions.Configuration;

namespace Inventory.DependencyInjection;

/// <summary>The section of the inventory, or none where code alone configures it.</summary>
internal sealed class InventorySection(IConfiguration? configuration)
{
    public IConfiguration? Configuration => configuration;

    /// <summary>The section's path, for messages; empty for a root.</summary>
    public string Path => (configuration as IConfigurationSection)?.Path ?? "";

    public bool Exists => configuration?.GetChildren().Any() == true;

    public string? Provider => configuration?[nameof(InventoryOptions.Provider)];

    /// <summary>Whether a key is the section's own and no provider's.</summary>
    public static bool IsReserved(string key) => key.Equals(nameof(InventoryOptions.Provider), StringComparison.OrdinalIgnoreCase);

    /// <summary>The path of a key of the section, for messages.</summary>
    public string PathOf(string key) => Path.Length == 0 ? key : ConfigurationPath.Combine(Path, key);

    /// <summary>Binds a provider's section, whose problems were looked for before.</summary>
    public void Bind(string provider, object options) => configuration?.GetSection(provider).Bind(options);

    /// <summary>
    /// The short name of the provider that a section says it is for, so that tools can read it that know no application; null where it does not say, or the key
    /// is one of the options.
    /// </summary>
    public string? ProviderOf(Provider provider) =>
        BindableType.Properties(provider.OptionsType).ContainsKey(nameof(InventoryOptions.Provider)) ? null : configuration?.GetSection(provider.Name)[nameof(InventoryOptions.Provider)];

    /// <summary>What the section says now.</summary>
    public SectionValues Read() => new(configuration);

    /// <summary>What is wrong with a provider's section, by its keys and the types of their values.</summary>
    public IEnumerable<string> Problems(Provider provider) =>
        configuration is null ? [] : SectionCheck.Problems(configuration.GetSection(provider.Name), provider.OptionsType, mayNameProvider: true);

    /// <summary>What is wrong with the section itself: keys that are neither its own nor a provider's.</summary>
    public IEnumerable<string> Problems(ProviderSet set)
    {
        if (configuration is IConfigurationSection { Value.Length: > 0 })
        {
            yield return $"{Path}: it holds a value where a section with keys belongs. A provider is named by {PathOf(nameof(InventoryOptions.Provider))}.";
        }

        foreach (var child in configuration?.GetChildren() ?? [])
        {
            if (IsReserved(child.Key))
            {
                if (child.GetChildren().Any())
                {
                    yield return $"{child.Path}: it holds a section where a provider's name belongs.";
                }
            }
            else if (set.Find(child.Key) is null)
            {
                yield return child.Key.Equals(InventoryServiceCollectionExtensions.DefaultSection, StringComparison.OrdinalIgnoreCase)
                    ? $"{child.Path}: AddInventory takes this section and was given the one around it. Hand it GetSection(\"{child.Path}\")."
                    : $"{child.Path}: it is neither '{nameof(InventoryOptions.Provider)}' nor a provider that was added. {set.Names} Correct the key, add the provider, or take the section out.";
            }
        }
    }
}

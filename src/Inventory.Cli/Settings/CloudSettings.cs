using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Inventory.Cli;

/// <summary>The provider that a command works on, and what file, environment and flags say about it.</summary>
/// <param name="Cloud">The provider.</param>
/// <param name="Configuration">
/// Section Inventory with the section of this provider alone: an application's file may hold others. Null where nothing says anything.
/// </param>
internal sealed record CloudSettings(Cloud Cloud, IConfigurationSection? Configuration)
{
    private const string Section = InventoryServiceCollectionExtensions.DefaultSection;

    /// <summary>What the provider holds under these settings, and the changes that they accept. Needs no credentials and no endpoint.</summary>
    /// <exception cref="InventoryException">Of kind <see cref="InventoryErrorKind.InvalidConfiguration"/>: everything that is wrong with its section.</exception>
    public CloudTerms ReadTerms()
    {
        if (Configuration is null)
        {
            return new(Cloud.BareCapabilities);
        }

        CloudTerms? terms = null;
        using var services = Container(inventory => Cloud.AddTerms(inventory, told => terms = told));
        _ = services.GetRequiredService<IInventoryService>();
        return terms!;
    }

    /// <summary>A container with the provider's service, as an application has it.</summary>
    public ServiceProvider CreateServices() => Container(Cloud.AddService);

    /// <summary>Nothing but the provider: a configuration holds secrets.</summary>
    public override string ToString() => Cloud.Name;

    /// <summary>Reads the settings: the file, over it the environment, over that the flags.</summary>
    /// <exception cref="InventoryException">
    /// Of kind <see cref="InventoryErrorKind.InvalidConfiguration"/>: no provider is named or there is none of that name, or a file that was named is
    /// not there.
    /// </exception>
    public static CloudSettings Read(ProviderChoice choice)
    {
        if (!ConfigurationSources.IsAnythingSaid(choice))
        {
            // Without configuration its whole machinery stays asleep: most of the time that a validation takes would be its start.
            return new(CloudDirectory.Get(choice.Provider!, "--provider"), null);
        }

        var stated = ConfigurationSources.Read(choice.ConfigFile).GetSection(Section);
        var cloud = Choose(choice, stated);
        Dictionary<string, string?> keys = new(StringComparer.OrdinalIgnoreCase) { [$"{Section}:Provider"] = cloud.Name };
        if (choice.Emulator is { } emulator)
        {
            Say(cloud.EmulatorDefaults);
            Say(Values(stated.GetSection(cloud.Name)));
            Say(cloud.EmulatorSettings(emulator));
        }
        else
        {
            Say(Values(stated.GetSection(cloud.Name)));
        }

        Say(choice.Flags);
        return new(cloud, new ConfigurationBuilder().AddInMemoryCollection(keys).Build().GetSection(Section));

        // What is said later comes before what was said earlier; null takes it back.
        void Say(IEnumerable<KeyValuePair<string, string?>> settings)
        {
            foreach (var (key, value) in settings)
            {
                var path = $"{Section}:{cloud.Name}:{key}";
                if (value is null)
                {
                    _ = keys.Remove(path);
                }
                else
                {
                    keys[path] = value;
                }
            }
        }
    }

    private static IEnumerable<KeyValuePair<string, string?>> Values(IConfigurationSection section) =>
        section.AsEnumerable(makePathsRelative: true).Where(p => p.Value is not null && p.Key.Length > 0);

    private static Cloud Choose(ProviderChoice choice, IConfigurationSection stated)
    {
        var (name, said) = choice.Provider is { } given ? (given, "--provider") : (stated["Provider"], "Inventory:Provider");
        if (string.IsNullOrWhiteSpace(name))
        {
            throw new InventoryException(
                InventoryErrorKind.InvalidConfiguration,
                $"No provider is named. Add --provider {CloudDirectory.Names}, or set Inventory:Provider in the configuration.");
        }

        return CloudDirectory.Find(name) is null && stated.GetSection(name).Exists()
            ? throw new InventoryException(
                InventoryErrorKind.InvalidConfiguration,
                $"{said}: the configuration has a section Inventory:{name}, and this command does not know which provider it is for. "
                + $"What it knows: {string.Join(", ", CloudDirectory.All)}.")
            : CloudDirectory.Get(name, said);
    }

    private ServiceProvider Container(Action<InventoryBuilder> add)
    {
        var services = new ServiceCollection();
        add(services.AddInventory(Configuration ?? new ConfigurationBuilder().Build().GetSection(Section)));
        return services.BuildServiceProvider();
    }
}

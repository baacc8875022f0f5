using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Inventory.Cli;

/// <summary>The account that a command works on, and what file, environment and flags say about it.</summary>
/// <param name="Cloud">Its provider.</param>
/// <param name="Account">What its section is called, and what messages call its service: as its provider is, unless an account of another name is meant.</param>
/// <param name="Configuration">
/// Section Inventory with the section of this account alone: an application's file may hold others. Null where nothing says anything.
/// </param>
internal sealed record CloudSettings(Cloud Cloud, string Account, IConfigurationSection? Configuration)
{
    /// <summary>The key of an account's section that names its provider.</summary>
    public const string ProviderKey = "Provider";

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
        using var services = Container(inventory => Cloud.AddTerms(inventory, Account, told => terms = told));
        _ = services.GetRequiredService<IInventoryService>();
        return terms!;
    }

    /// <summary>A container with the provider's service, as an application has it.</summary>
    public ServiceProvider CreateServices() => Container(inventory => Cloud.AddService(inventory, Account));

    /// <summary>Nothing but the account: a configuration holds secrets.</summary>
    public override string ToString() => Account;

    /// <summary>Whether a key of an account's section names its provider.</summary>
    public static bool IsProviderKey(string key) => key.Equals(ProviderKey, StringComparison.OrdinalIgnoreCase);

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
            var named = CloudDirectory.Get(choice.Provider!, "--provider");
            return new(named, named.Name, null);
        }

        var stated = ConfigurationSources.Read(choice.ConfigFile).GetSection(Section);
        var cloud = Choose(choice, stated);
        return Of(cloud, cloud.Name, stated, choice.Emulator, choice.Flags);
    }

    /// <summary>The settings of one account of any name: its section, over it what an emulator needs, over that the flags.</summary>
    /// <param name="cloud">Its provider.</param>
    /// <param name="account">Its name.</param>
    /// <param name="stated">Section Inventory as file and environment state it.</param>
    /// <param name="emulator">The address of an emulator of the cloud; null for none.</param>
    /// <param name="flags">What flags say, by the keys of the account's section.</param>
    public static CloudSettings Of(
        Cloud cloud, string account, IConfigurationSection stated, string? emulator, IEnumerable<KeyValuePair<string, string?>> flags)
    {
        Dictionary<string, string?> keys = new(StringComparer.OrdinalIgnoreCase) { [$"{Section}:{ProviderKey}"] = account };
        Say(emulator is null ? [] : cloud.EmulatorDefaults);
        Say(Values(stated.GetSection(account)));
        Say(emulator is null ? [] : cloud.EmulatorSettings(emulator));
        Say(flags);
        return new(cloud, account, new ConfigurationBuilder().AddInMemoryCollection(keys).Build().GetSection(Section));

        // What is said later comes before what was said earlier; null takes it back.
        void Say(IEnumerable<KeyValuePair<string, string?>> settings)
        {
            foreach (var (key, value) in settings)
            {
                var path = $"{Section}:{account}:{key}";
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
        var (name, said) = choice.Provider is { } given ? (given, "--provider") : (stated[ProviderKey], "Inventory:Provider");
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

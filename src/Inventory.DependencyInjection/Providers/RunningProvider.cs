namespace Inventory.DependencyInjection;

/// <summary>A provider whose service is in use, and what the configuration said when that was made.</summary>
internal sealed class RunningProvider(Provider provider, InventorySection section, IServiceProvider services, ConfigurationLog log) : IDisposable
{
    private SectionValues _values = section.Read();

    public ReloadableInventoryService Service { get; } = new(provider.Create(services, section));

    /// <summary>Has calls from now on use what the section says, or logs why they cannot. Throws nothing: nobody is there to catch it.</summary>
    public void Reload(SectionValues now)
    {
        var path = section.PathOf(provider.Name);
        if (now.SaysTheSame(_values, provider.Name))
        {
            return;
        }

        if (provider.FixedKeys.FirstOrDefault(key => !now.SaysTheSame(_values, $"{provider.Name}:{key}")) is { } fixedKey)
        {
            log.ChangeRefused($"{path}:{fixedKey}", "it says where the rules are, and those that were put stay where it said before. Restart the application to change it.");
            return;
        }

        IInventoryService made;
        try
        {
            ConfigurationProblems.ThrowIfAny(section.Problems(provider));
            made = provider.Create(services, section);
        }
        catch (Exception e)
        {
            log.ChangeRefused(path, e is InvalidConfigurationException { Problems: var problems } ? string.Join(' ', problems) : e.Message);
            return;
        }

        _values = now;
        log.Reloaded(path);
        Service.Replace(made);
    }

    public void Dispose() => Service.Dispose();
}

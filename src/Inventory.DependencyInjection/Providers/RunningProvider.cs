using Microsoft.Extensions.Logging;

namespace Inventory.DependencyInjection;

/// <summary>A provider whose service is in use, and what the configuration said when that was made.</summary>
internal sealed class RunningProvider(Provider provider, InventorySection section, IServiceProvider services, ILogger? log) : IDisposable
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
            Refuse($"{path}:{fixedKey}", "it says where the rules are, and those that were put stay where it said before. Restart the application to change it.");
            return;
        }

        try
        {
            ConfigurationProblems.ThrowIfAny(section.Problems(provider));
            Service.Replace(provider.Create(services, section));
            _values = now;
            if (log is not null)
            {
                DependencyInjectionLog.Reloaded(log, path);
            }
        }
        catch (Exception e)
        {
            Refuse(path, e is InvalidConfigurationException { Problems: var problems } ? string.Join(' ', problems) : e.Message);
        }
    }

    public void Dispose() => Service.Dispose();

    private void Refuse(string key, string reason)
    {
        if (log is not null)
        {
            DependencyInjectionLog.ChangeRefused(log, key, reason);
        }
    }
}

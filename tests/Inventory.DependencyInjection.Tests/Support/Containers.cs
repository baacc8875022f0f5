using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Inventory.DependencyInjection.Tests;

internal static class Containers
{
    public static readonly InventoryRule Rule = new()
    {
        Id = "nightly",
        Destination = new() { Bucket = "reports" },
        Schedule = InventorySchedule.Daily,
    };

    /// <summary>A configuration of lines <c>key=value</c>, or <c>key</c> for null, that can be changed and read anew.</summary>
    public static IConfigurationRoot Configuration(params string[] lines) => new ConfigurationBuilder()
        .AddInMemoryCollection(lines.Select(line => line.Split('=', 2)).Select(parts => KeyValuePair.Create(parts[0], parts.Length > 1 ? parts[1] : null)))
        .Build();

    public static ServiceProvider Build(IConfigurationRoot configuration, Action<InventoryBuilder> add, Action<IServiceCollection>? more = null)
    {
        var services = new ServiceCollection();
        add(services.AddInventory(configuration.GetSection("Inventory")));
        more?.Invoke(services);
        return services.BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });
    }

    /// <summary>Starts a host, and gives what its start throws.</summary>
    public static async Task<InvalidConfigurationException> StartFailsAsync(IConfigurationRoot configuration, Action<InventoryBuilder> add)
    {
        var builder = new HostApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        add(builder.Services.AddInventory(configuration.GetSection("Inventory")));
        using var host = builder.Build();
        var error = Assert.ThrowsAsync<InvalidConfigurationException>(() => host.StartAsync())!;
        await Task.CompletedTask;
        return error;
    }
}

using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Inventory.Consumer;

/// <summary>The application's start.</summary>
public static class KeeperHost
{
    public static HostApplicationBuilder CreateBuilder(string[] args)
    {
        var builder = Host.CreateApplicationBuilder(args);
        builder.Services
            .AddInventory(builder.Configuration.GetSection("Inventory"))
            .AddAlibabaOss()
            .AddBaiduBos()
            .AddInMemory();
        builder.Services.Configure<KeeperOptions>(builder.Configuration.GetSection("Keeper"));
        builder.Services.AddSingleton(new InventoryRule
        {
            Id = "weekly",
            Destination = new() { Bucket = "destbucket", Prefix = "lists" },
            Schedule = InventorySchedule.Weekly,
            Filter = new() { Prefixes = ["logs/"] },
        });
        builder.Services.AddHostedService<InventoryKeeper>();
        return builder;
    }
}

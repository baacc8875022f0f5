using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Inventory.Consumer;

/// <summary>The start of an application that uses both clouds, by their keys.</summary>
public static class MoverHost
{
    public static HostApplicationBuilder CreateBuilder(string[] args)
    {
        var builder = Host.CreateApplicationBuilder(args);
        builder.Services.AddInventory(builder.Configuration.GetSection("Inventory"))
            .AddAlibabaOss("oss-old", oss => oss.RequireAtStart())
            .AddBaiduBos(bos => bos.RequireAtStart());
        builder.Services.AddSingleton<Mover>();
        return builder;
    }
}

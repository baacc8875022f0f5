using Inventory.InMemory;
using Microsoft.Extensions.DependencyInjection;

namespace Inventory.Consumer.Tests;

/// <summary>The whole application without any wire.</summary>
public sealed class MemoryTests
{
    [Test]
    public async Task The_application_runs_in_memory_by_a_word_of_configuration()
    {
        using var host = KeeperHost.CreateBuilder([$"--contentRoot={AppContext.BaseDirectory}", "--Inventory:Provider=memory"]).Build();

        await host.StartAsync();

        Assert.That(host.Services.GetRequiredKeyedService<InMemoryStore>("memory").Rules("examplebucket").Single().Id, Is.EqualTo("weekly"));
    }

    [Test]
    public async Task A_test_of_the_application_puts_the_service_in_memory_in_the_place_of_the_cloud()
    {
        // The section of the cloud stays as it is, and needs no key.
        var builder = KeeperHost.CreateBuilder([$"--contentRoot={AppContext.BaseDirectory}"]);
        builder.Services.AddSingleton<IInventoryService>(new InMemoryInventoryService());
        using var host = builder.Build();

        await host.StartAsync();

        Assert.That(await host.Services.GetRequiredService<IInventoryService>().FindAsync("examplebucket", "weekly"), Is.Not.Null);
    }
}

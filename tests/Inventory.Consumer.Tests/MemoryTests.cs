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
}

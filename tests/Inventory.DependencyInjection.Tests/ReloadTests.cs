using Inventory.Tests;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Inventory.DependencyInjection.Tests;

public sealed class ReloadTests
{
    [SetUp]
    public void Forget() => ThirdService.Made.Clear();

    [Test]
    public async Task Calls_after_a_change_use_what_the_section_says_now()
    {
        var configuration = Configuration();
        var log = new RecordingLoggerProvider();
        await using var services = Build(configuration, log);
        var service = services.GetRequiredService<IInventoryService>();

        Change(configuration, "Inventory:third:Limit", "5");
        _ = await service.FindAsync("logs", "nightly");

        Assert.That(ThirdService.Made.Select(s => s.Options.Limit), Is.EqualTo([10, 5]));
        Assert.That(ThirdService.Made.Select(s => s.IsDisposed), Is.EqualTo([true, false]));
        Assert.That(log["Inventory.DependencyInjection"].Lines.Single(), Does.StartWith("Information 1").And.Contain("Inventory:third"));
    }

    [Test]
    public async Task A_call_ends_on_the_service_that_it_began_on_which_is_disposed_of_then()
    {
        var configuration = Configuration();
        await using var services = Build(configuration, new());
        var service = services.GetRequiredService<IInventoryService>();
        var gate = new TaskCompletionSource();
        ThirdService.Made[0].Gate = gate.Task;

        var call = service.FindAsync("logs", "nightly");
        Change(configuration, "Inventory:third:Limit", "5");
        var whileItRan = ThirdService.Made[0].IsDisposed;
        gate.SetResult();
        _ = await call;

        Assert.That(whileItRan, Is.False);
        Assert.That(ThirdService.Made[0].IsDisposed, Is.True);
    }

    [Test]
    public async Task A_list_ends_on_the_service_that_it_began_on()
    {
        var configuration = Configuration();
        await using var services = Build(configuration, new());
        var service = services.GetRequiredService<IInventoryService>();
        _ = await service.PutAsync("logs", Containers.Rule);

        await using (var list = service.ListAsync("logs").GetAsyncEnumerator())
        {
            _ = await list.MoveNextAsync();
            Change(configuration, "Inventory:third:Limit", "5");

            Assert.That(list.Current.Id, Is.EqualTo("nightly"));
            Assert.That(ThirdService.Made[0].IsDisposed, Is.False);
        }

        Assert.That(ThirdService.Made[0].IsDisposed, Is.True);
    }

    [TestCase("Inventory:third:Region", "south", "Inventory:third:Region", "Restart")]
    [TestCase("Inventory:Provider", "memory", "Inventory:Provider", "Restart")]
    [TestCase("Inventory:third:Limit", "0", "Inventory:third", "Limit: it must be 1 or more.")]
    [TestCase("Inventory:third:Limit", "many", "Inventory:third:Limit", "'many'")]
    [TestCase("Inventory:third:Limitt", "5", "Inventory:third:Limitt", "no such key")]
    public async Task A_change_that_cannot_be_used_is_refused_with_the_reason_and_the_old_service_goes_on(string key, string value, string named, string reason)
    {
        var configuration = Configuration();
        var log = new RecordingLoggerProvider();
        await using var services = Build(configuration, log);
        var service = services.GetRequiredService<IInventoryService>();

        Change(configuration, key, value);
        _ = await service.FindAsync("logs", "nightly");

        Assert.That(log["Inventory.DependencyInjection"].Lines.Single(), Does.StartWith("Error 2").And.Contain(named).And.Contain(reason));
        Assert.That(ThirdService.Made[0].IsDisposed, Is.False);
        Assert.That((service.Capabilities.Provider, service.Capabilities.DisplayName), Is.EqualTo(("third", "north")));
        Assert.That(services.GetRequiredService<IInventoryService>(), Is.SameAs(service));
    }

    [TestCase("Inventory:thrid:Limit", "5", "Inventory:thrid")]
    [TestCase("Inventory:memory:PagSize", "5", "Inventory:memory:PagSize")]
    public async Task A_slip_in_what_changes_is_named_though_no_running_service_has_it(string key, string value, string named)
    {
        var configuration = Configuration();
        var log = new RecordingLoggerProvider();
        await using var services = Build(configuration, log);
        var service = services.GetRequiredService<IInventoryService>();

        Change(configuration, key, value);

        Assert.That(log["Inventory.DependencyInjection"].Lines.Single(), Does.StartWith("Error 2").And.Contain(named));
        Assert.That(services.GetRequiredKeyedService<IInventoryService>("third"), Is.SameAs(service));
    }

    [Test]
    public async Task A_service_that_cannot_be_disposed_of_spoils_neither_the_change_nor_the_call()
    {
        var configuration = Configuration();
        var log = new RecordingLoggerProvider();
        await using var services = Build(configuration, log);
        var service = services.GetRequiredService<IInventoryService>();
        ThirdService.Made[0].DisposeThrows = true;

        Change(configuration, "Inventory:third:Limit", "5");
        _ = await service.FindAsync("logs", "nightly");

        Assert.That(log["Inventory.DependencyInjection"].Lines.Single(), Does.StartWith("Information 1"));
    }

    [Test]
    public async Task A_refused_change_that_is_taken_back_lets_the_next_one_through()
    {
        var configuration = Configuration();
        await using var services = Build(configuration, new());
        _ = services.GetRequiredService<IInventoryService>();

        Change(configuration, "Inventory:third:Region", "south");
        Change(configuration, "Inventory:third:Limit", "5");
        var whileRefused = ThirdService.Made.Count;
        Change(configuration, "Inventory:third:Region", "north");

        Assert.That(whileRefused, Is.EqualTo(1));
        Assert.That(ThirdService.Made.Select(s => s.Options.Limit), Is.EqualTo([10, 5]));
    }

    [Test]
    public async Task A_configuration_that_is_read_anew_and_says_the_same_changes_nothing()
    {
        var configuration = Configuration();
        var log = new RecordingLoggerProvider();
        await using var services = Build(configuration, log);
        _ = services.GetRequiredService<IInventoryService>();

        configuration.Reload();
        Change(configuration, "Logging:Level", "Debug");

        Assert.That(ThirdService.Made, Has.Count.EqualTo(1));
        Assert.That(log["Inventory.DependencyInjection"].Lines, Is.Empty);
    }

    [Test]
    public async Task A_disposed_container_takes_no_notice()
    {
        var configuration = Configuration();
        var log = new RecordingLoggerProvider();
        var services = Build(configuration, log);
        _ = services.GetRequiredService<IInventoryService>();
        await services.DisposeAsync();

        Change(configuration, "Inventory:third:Limit", "5");

        Assert.That(ThirdService.Made, Has.Count.EqualTo(1));
        Assert.That(log["Inventory.DependencyInjection"].Lines, Is.Empty);
    }

    private static IConfigurationRoot Configuration() => Containers.Configuration("Inventory:Provider=third", "Inventory:third:Region=north");

    private static ServiceProvider Build(IConfigurationRoot configuration, RecordingLoggerProvider log) => Containers.Build(
        configuration, inventory => inventory.AddThird().AddInMemory(), more => more.AddLogging(logging => logging.AddProvider(log)));

    private static void Change(IConfigurationRoot configuration, string key, string value)
    {
        configuration[key] = value;
        configuration.Reload();
    }
}

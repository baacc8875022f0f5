using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Inventory.DependencyInjection.Tests;

public sealed class MistakeTests
{
    [TestCase("Inventory:Provider=third", "Inventory:third:Regoin=x", "Inventory:third:Regoin: there is no such key", "Region")]
    [TestCase("Inventory:Provider=third", "Inventory:third:Limits:Atempts=3", "Inventory:third:Limits:Atempts: there is no such key", "Attempts")]
    [TestCase("Inventory:Provider=third", "Inventory:third:Computed=3", "Inventory:third:Computed: there is no such key", "Accept, Day, Days, Deadline, IsStrict, Limit, Limits, old-name, Region, Tags.")]
    [TestCase("Inventory:Provider=third", "Inventory:third:Callback=3", "Inventory:third:Callback: there is no such key", "Region")]
    [TestCase("Inventory:Provider=third", "Inventory:third:Limit=many", "Inventory:third:Limit: 'many' is not a whole number", "")]
    [TestCase("Inventory:Provider=third", "Inventory:third:Limit=", "Inventory:third:Limit: '' is not a whole number", "")]
    [TestCase("Inventory:Provider=third", "Inventory:third:Limits=3", "Inventory:third:Limits: it holds a value where a section", "")]
    [TestCase("Inventory:Provider=third", "Inventory:third:IsStrict=maybe", "Inventory:third:IsStrict: 'maybe' is not true or false", "")]
    [TestCase("Inventory:Provider=third", "Inventory:third:Deadline=5s", "Inventory:third:Deadline: '5s' is not a time", "00:00:30")]
    [TestCase("Inventory:Provider=third", "Inventory:third:Deadline=1", "Inventory:third:Deadline: '1' is not a time", "00:00:30")]
    [TestCase("Inventory:Provider=third", "Inventory:third:Deadline", "Inventory:third:Deadline: it is null", "Leave the key out")]
    [TestCase("Inventory:Provider=third", "Inventory:third:Accept:0", "Inventory:third:Accept:0: it is null", "Leave it out")]
    [TestCase("Inventory:Provider=third", "Inventory:third:Day=Monday, Tuesday", "Inventory:third:Day: 'Monday, Tuesday' is not one of", "Monday")]
    [TestCase("Inventory:Provider=third", "Inventory:third:Days=", "Inventory:third:Days: it is an empty list", "Leave the key out")]
    [TestCase("Inventory:Provider=third", "Inventory:third:Day=3", "Inventory:third:Day: '3' is not one of", "Monday")]
    [TestCase("Inventory:Provider=third", "Inventory:third:Rule:Id=x", "Inventory:third:Rule: there is no such key", "Region")]
    [TestCase("Inventory:Provider=third", "Inventory=memory", "Inventory: it holds a value where a section", "Inventory:Provider")]
    [TestCase("Inventory:Provider=third", "Inventory:third:Day=Someday", "Inventory:third:Day: 'Someday' is not one of", "Monday")]
    [TestCase("Inventory:Provider=third", "Inventory:third:Days:0=Someday", "Inventory:third:Days:0: 'Someday' is not one of", "Monday")]
    [TestCase("Inventory:Provider=third", "Inventory:third:Accept=drop=x", "Inventory:third:Accept: it holds one value where a list belongs", "Inventory:third:Accept:0")]
    [TestCase("Inventory:Provider=third", "Inventory:third:Accept:drop=x", "Inventory:third:Accept:drop: it holds a key where a list belongs", "number")]
    [TestCase("Inventory:Provider=third", "Inventory:third:Region:Name=x", "Inventory:third:Region: it holds a section or a list where one value belongs", "")]
    [TestCase("Inventory:Provider=third", "Inventory:third=x", "Inventory:third: it holds a value where a section", "")]
    [TestCase("Inventory:Provider=third", "Inventory:thrid:Region=x", "Inventory:thrid: it is neither 'Provider' nor a provider", "third, memory")]
    [TestCase("Inventory:Provider=third", "Inventory:Provder=x", "Inventory:Provder: it is neither 'Provider' nor a provider", "third, memory")]
    [TestCase("Inventory:Provider:Name=third", "", "Inventory:Provider: it holds a section", "third, memory")]
    [TestCase("Inventory:Provider=thrid", "", "Inventory:Provider: no provider is called 'thrid'", "third, memory")]
    [TestCase("Inventory:Provider=", "", "Inventory:Provider: it is missing", "third, memory")]
    [TestCase("Inventory:third:Region=x", "", "Inventory:Provider: it is missing", "third, memory")]
    [TestCase("Inventry:Provider=third", "", "Inventory:Provider: it is missing, as is the whole section 'Inventory'", "third, memory")]
    [TestCase("Inventory:Provider=third", "Inventory:third:Provider=oss", "Inventory:third:Provider: it says 'oss', and the application adds 'third'", "Correct it, or leave the key out.")]
    [TestCase("Inventory:Provider=third", "Inventory:third:Provider:Name=third", "Inventory:third:Provider: it holds a section", "")]
    [TestCase("Inventory:Provider=third", "Inventory:third:Limits:Provider=third", "Inventory:third:Limits:Provider: there is no such key", "Attempts")]
    [TestCase("Inventory:Provider=third", "Inventory:third:Limit=0", "Inventory:third: Limit: it must be 1 or more.", "")]
    public async Task A_mistake_fails_the_start_with_its_key_and_the_way_out(string one, string other, string said, string wayOut)
    {
        var configuration = Containers.Configuration([.. new[] { one, other }.Where(line => line.Length > 0)]);

        var error = await Containers.StartFailsAsync(configuration, inventory => inventory.AddThird().AddInMemory());

        Assert.That(error.Kind, Is.EqualTo(InventoryErrorKind.InvalidConfiguration));
        Assert.That(error.Message, Does.Contain(said).And.Contain(wayOut));
    }

    [TestCase("""{ "Days": [] }""", "Days: it is an empty list")]
    [TestCase("""{ "Limit": null }""", "Limit: it is null")]
    [TestCase("""{ "Accept": [ null ] }""", "Accept:0: it is null")]
    [TestCase("""{ "Accept": [], "Limits": {}, "Region": null, "Days": null }""", null)]
    public void What_JSON_says_that_a_configuration_reads_otherwise_is_named(string section, string? said)
    {
        using var json = new MemoryStream(System.Text.Encoding.UTF8.GetBytes($$"""{ "Inventory": { "third": {{section}} } }"""));
        using var services = Containers.Build(new ConfigurationBuilder().AddJsonStream(json).Build(), inventory => inventory.AddThird());

        Assert.That(
            () => services.GetRequiredService<IInventoryService>(),
            said is null ? Throws.Nothing : Throws.InstanceOf<InvalidConfigurationException>().With.Message.Contains($"Inventory:third:{said}"));
    }

    [TestCase("third")]
    [TestCase("THIRD")]
    public void A_section_may_say_which_provider_it_is_for(string provider)
    {
        using var services = Containers.Build(
            Containers.Configuration("Inventory:Provider=logs", $"Inventory:logs:Provider={provider}", "Inventory:logs:Limit=7"), inventory => inventory.AddThird("logs"));

        var service = services.GetRequiredKeyedService<IInventoryService>("logs");

        Assert.That(service.Capabilities.Provider, Is.EqualTo("third"));
        Assert.That(ThirdService.Made[^1].Options.Limit, Is.EqualTo(7));
    }

    [Test]
    public async Task Without_a_host_the_first_use_says_the_same()
    {
        string[] lines = ["Inventory:Provider=third", "Inventory:third:Regoin=x"];
        await using var services = Containers.Build(Containers.Configuration(lines), inventory => inventory.AddThird());

        var atUse = Assert.Throws<InvalidConfigurationException>(() => services.GetRequiredService<IInventoryService>())!;
        var atStart = await Containers.StartFailsAsync(Containers.Configuration(lines), inventory => inventory.AddThird());

        Assert.That(atUse.Message, Is.EqualTo(atStart.Message));
    }

    [TestCase("Inventory:Provider=watched-secret-of-a-test-that-is-long", "no provider is called what stands there")]
    [TestCase("Inventory:third:Limit=watched-secret-of-a-test-that-is-long", "what stands there is not a whole number")]
    [TestCase("Inventory:third:Secert=watched-secret-of-a-test", "Inventory:third:Secert: there is no such key")]
    [TestCase("Inventory:thrid:Secret=watched-secret-of-a-test", "Inventory:thrid: it is neither")]
    [TestCase("Inventory:third:Limits=watched-secret-of-a-test", "it holds a value where a section")]
    [TestCase("Inventory:third:Limit=1\nerror: forged", "what stands there is not a whole number")]
    public async Task A_secret_under_a_wrong_key_and_a_forged_line_are_not_repeated(string line, string said)
    {
        var error = await Containers.StartFailsAsync(
            Containers.Configuration(line.StartsWith("Inventory:Provider", StringComparison.Ordinal) ? [line] : ["Inventory:Provider=third", line]), inventory => inventory.AddThird().AddInMemory());

        Assert.That(error.ToString(), Does.Contain(said).And.Not.Contain("watched-secret").And.Not.Contain("forged"));
    }

    [Test]
    public async Task A_decorator_around_the_service_does_not_switch_the_check_off()
    {
        var builder = new HostApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        _ = builder.Services.AddInventory(Containers.Configuration("Inventory:Provider=third", "Inventory:third:Limit=0").GetSection("Inventory")).AddThird();
        var inner = builder.Services.Last(d => d.ServiceType == typeof(IInventoryService) && !d.IsKeyedService);
        _ = builder.Services.AddSingleton(services => (IInventoryService)inner.ImplementationFactory!(services));
        using var host = builder.Build();

        Assert.That(() => host.StartAsync(), Throws.InstanceOf<InvalidConfigurationException>().With.Message.Contains("Limit"));
        await Task.CompletedTask;
    }

    [Test]
    public async Task An_application_that_asks_by_keys_alone_need_not_choose_a_provider()
    {
        var builder = new HostApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        _ = builder.Services.AddInventory().AddInMemory(memory => memory.RequireAtStart()).AddThird("third", third => third.RequireAtStart());
        using var host = builder.Build();

        await host.StartAsync();

        Assert.That(host.Services.GetRequiredKeyedService<IInventoryService>("third").Capabilities.Provider, Is.EqualTo("third"));
        Assert.That(() => host.Services.GetRequiredService<IInventoryService>(), Throws.InstanceOf<InvalidConfigurationException>().With.Message.Contains("Inventory:Provider: it is missing"));
    }

    [Test]
    public async Task All_mistakes_are_named_at_once()
    {
        var configuration = Containers.Configuration(
            "Inventory:Provider=fourth", "Inventory:third:Regoin=x", "Inventory:third:Limit=many", "Inventory:memory:PageSize=many", "Inventory:fifth:A=b");

        var error = await Containers.StartFailsAsync(configuration, inventory => inventory.AddThird().AddInMemory());

        Assert.That(error.Message.Split('\n'), Has.Length.EqualTo(6));
    }

    [Test]
    public async Task The_configuration_around_the_section_is_recognized()
    {
        var builder = new HostApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        _ = builder.Services.AddInventory(Containers.Configuration("Inventory:Provider=third")).AddThird();
        using var host = builder.Build();

        var error = Assert.ThrowsAsync<InvalidConfigurationException>(() => host.StartAsync())!;

        Assert.That(error.Message, Does.Contain("GetSection(\"Inventory\")"));
        await Task.CompletedTask;
    }

    [Test]
    public void Two_providers_of_one_name_are_refused_where_the_second_is_added()
    {
        var inventory = new ServiceCollection().AddInventory().AddThird("cloud");

        Assert.That(() => inventory.AddInMemory("CLOUD"), Throws.InstanceOf<InventoryException>().With.Message.Contains("'CLOUD'").And.Message.Contains("another name"));
    }

    [TestCase("Provider")]
    [TestCase("provider")]
    [TestCase("a:b")]
    [TestCase(" ")]
    public void A_name_that_cannot_name_a_section_is_refused(string name) =>
        Assert.That(() => new ServiceCollection().AddInventory().AddThird(name), Throws.InstanceOf<InventoryException>().With.Message.Contains("cannot name a provider"));

    [Test]
    public void A_second_inventory_in_one_container_is_refused()
    {
        var services = new ServiceCollection();
        _ = services.AddInventory().AddThird();

        Assert.That(() => services.AddInventory(), Throws.InstanceOf<InventoryException>().With.Message.Contains("Call it once"));
    }

    [Test]
    public async Task Without_any_provider_the_start_says_what_to_call()
    {
        var error = await Containers.StartFailsAsync(Containers.Configuration("Inventory:Provider=oss"), _ => { });

        Assert.That(error.Message, Does.Contain("No provider is added").And.Contain("AddInMemory"));
    }

    [Test]
    public async Task A_provider_that_is_not_chosen_may_be_incomplete_unless_it_is_required()
    {
        string[] lines = ["Inventory:Provider=memory", "Inventory:third:Limit=0"];
        var builder = new HostApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        _ = builder.Services.AddInventory(Containers.Configuration(lines).GetSection("Inventory")).AddInMemory().AddThird();
        using var host = builder.Build();

        await host.StartAsync();
        var error = await Containers.StartFailsAsync(Containers.Configuration(lines), inventory => inventory.AddInMemory().AddThird("third", third => third.RequireAtStart()));

        Assert.That(error.Message, Does.Contain("Inventory:third: Limit"));
        Assert.That(() => host.Services.GetRequiredKeyedService<IInventoryService>("third"), Throws.InstanceOf<InventoryException>().With.Message.Contains("Inventory:third: Limit"));
    }

    [Test]
    public void A_service_that_is_made_of_itself_is_named()
    {
        using var services = Containers.Build(
            Containers.Configuration(),
            inventory => inventory.AddInMemory("memory", memory => memory.Use<InMemory.InMemoryStore>(s => (InMemory.InMemoryStore)(object)s.GetRequiredService<IInventoryService>())));

        Assert.That(() => services.GetRequiredService<IInventoryService>(), Throws.InstanceOf<InventoryException>().With.Message.Contains("Break the circle"));
    }

    [Test]
    public async Task A_test_that_puts_its_own_service_in_the_place_of_the_chosen_one_needs_no_configuration_for_it()
    {
        var mine = new ThirdService(new(), TimeProvider.System);
        var builder = new HostApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        _ = builder.Services.AddInventory(Containers.Configuration("Inventory:Provider=third", "Inventory:third:Limit=0").GetSection("Inventory")).AddThird();
        _ = builder.Services.AddSingleton<IInventoryService>(mine);
        using var host = builder.Build();

        await host.StartAsync();

        Assert.That(host.Services.GetRequiredService<IInventoryService>(), Is.SameAs(mine));
    }
}

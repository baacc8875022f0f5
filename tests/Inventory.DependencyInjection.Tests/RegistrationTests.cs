using Inventory.InMemory;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Inventory.DependencyInjection.Tests;

public sealed class RegistrationTests
{
    [Test]
    public async Task The_service_is_the_one_that_the_configuration_names_whatever_its_case()
    {
        await using var services = Containers.Build(
            Containers.Configuration("Inventory:Provider=THIRD", "Inventory:third:Region=north"), inventory => inventory.AddInMemory().AddThird());

        var service = services.GetRequiredService<IInventoryService>();

        Assert.That(service.Capabilities.DisplayName, Is.EqualTo("north"));
    }

    [TestCase("third")]
    [TestCase("THIRD")]
    [TestCase("Third")]
    public async Task Each_provider_is_resolved_by_its_key_without_regard_to_case(string key)
    {
        await using var services = Containers.Build(Containers.Configuration("Inventory:Provider=memory"), inventory => inventory.AddInMemory().AddThird());

        var service = services.GetRequiredKeyedService<IInventoryService>(key);

        Assert.That(service.Capabilities.Provider, Is.EqualTo("third"));
        Assert.That(service, Is.SameAs(services.GetRequiredKeyedService<IInventoryService>("tHIRD")));
    }

    [Test]
    public async Task The_service_without_a_key_is_the_one_of_its_key()
    {
        await using var services = Containers.Build(Containers.Configuration("Inventory:Provider=third"), inventory => inventory.AddThird().AddInMemory());

        Assert.That(services.GetRequiredService<IInventoryService>(), Is.SameAs(services.GetRequiredKeyedService<IInventoryService>("third")));
    }

    [Test]
    public async Task A_key_that_nobody_added_is_answered_with_those_that_are()
    {
        await using var services = Containers.Build(Containers.Configuration("Inventory:Provider=third"), inventory => inventory.AddThird().AddInMemory("mem"));

        var error = Assert.Throws<InvalidConfigurationException>(() => services.GetRequiredKeyedService<IInventoryService>("thrid"))!;

        Assert.That(error.Kind, Is.EqualTo(InventoryErrorKind.InvalidConfiguration));
        Assert.That(error.Message, Does.Contain("'thrid'").And.Contain("third, mem"));
    }

    [Test]
    public async Task Two_accounts_on_one_cloud_are_two_names_with_options_of_their_own()
    {
        await using var services = Containers.Build(
            Containers.Configuration("Inventory:Provider=third-eu", "Inventory:third-eu:Region=eu", "Inventory:third-us:Region=us"),
            inventory => inventory.AddThird("third-eu").AddThird("third-us"));

        var (eu, us) = (services.GetRequiredKeyedService<IInventoryService>("third-eu"), services.GetRequiredKeyedService<IInventoryService>("third-us"));

        Assert.That((eu.Capabilities.DisplayName, us.Capabilities.DisplayName), Is.EqualTo(("eu", "us")));
        Assert.That(services.GetRequiredService<IInventoryService>(), Is.SameAs(eu));
    }

    [Test]
    public async Task Where_one_provider_is_added_it_need_not_be_named()
    {
        await using var services = Containers.Build(Containers.Configuration(), inventory => inventory.AddThird());

        Assert.That(services.GetRequiredService<IInventoryService>().Capabilities.Provider, Is.EqualTo("third"));
    }

    [Test]
    public async Task A_section_is_bound_and_then_code_has_its_say()
    {
        ThirdService.Made.Clear();
        await using var services = Containers.Build(
            Containers.Configuration(
                "Inventory:third:Region=north", "Inventory:third:limit=7", "Inventory:third:IsStrict=true", "Inventory:third:Deadline=00:00:05", "Inventory:third:Day=friday",
                "Inventory:third:Accept:0=a", "Inventory:third:Accept:1=b", "Inventory:third:Days:0=Monday", "Inventory:third:Limits:Attempts=9"),
            inventory => inventory.AddThird("third", third => third.Configure(options => options.Region += "-west")));

        _ = services.GetRequiredService<IInventoryService>();

        var options = ThirdService.Made.Single().Options;
        Assert.That((options.Region, options.Limit, options.IsStrict, options.Deadline, options.Day), Is.EqualTo(("north-west", 7, true, TimeSpan.FromSeconds(5), DayOfWeek.Friday)));
        Assert.That(options.Accept, Is.EqualTo(["a", "b"]));
        Assert.That(options.Days, Is.EqualTo([DayOfWeek.Monday]));
        Assert.That(options.Limits.Attempts, Is.EqualTo(9));
    }

    [Test]
    public async Task The_section_may_be_named_or_be_the_usual_one_of_the_container()
    {
        var configuration = Containers.Configuration("Inventory:third:Region=usual", "Cloud:Lists:third:Region=named");
        var usual = new ServiceCollection().AddSingleton<IConfiguration>(configuration);
        var named = new ServiceCollection().AddSingleton<IConfiguration>(configuration);
        _ = usual.AddInventory().AddThird();
        _ = named.AddInventory("Cloud:Lists").AddThird();

        await using var first = usual.BuildServiceProvider();
        await using var second = named.BuildServiceProvider();

        Assert.That(first.GetRequiredService<IInventoryService>().Capabilities.DisplayName, Is.EqualTo("usual"));
        Assert.That(second.GetRequiredService<IInventoryService>().Capabilities.DisplayName, Is.EqualTo("named"));
    }

    [Test]
    public async Task Code_alone_can_configure_everything()
    {
        var collection = new ServiceCollection();
        _ = collection.AddInventory(options => options.Provider = "third").AddInMemory().AddThird("third", third => third.Configure(o => o.Region = "coded"));
        await using var services = collection.BuildServiceProvider();

        Assert.That(services.GetRequiredService<IInventoryService>().Capabilities.DisplayName, Is.EqualTo("coded"));
    }

    [Test]
    public async Task The_clock_of_the_container_is_the_adapters()
    {
        ThirdService.Made.Clear();
        var clock = new FixedClock();
        await using var services = Containers.Build(Containers.Configuration(), inventory => inventory.AddThird(), more => more.AddSingleton<TimeProvider>(clock));

        _ = services.GetRequiredService<IInventoryService>();

        Assert.That(ThirdService.Made.Single().Time, Is.SameAs(clock));
    }

    [Test]
    public async Task What_the_application_hands_over_is_used_and_can_be_resolved()
    {
        var store = new InMemoryStore();
        await using var services = Containers.Build(Containers.Configuration(), inventory => inventory.AddInMemory("memory", memory => memory.Use(store)));

        _ = await services.GetRequiredService<IInventoryService>().PutAsync("logs", Containers.Rule);

        Assert.That(store.Rules("logs"), Has.Count.EqualTo(1));
        Assert.That(services.GetRequiredKeyedService<InMemoryStore>("memory"), Is.SameAs(store));
    }

    [Test]
    public async Task Memory_has_a_store_that_tests_can_look_into()
    {
        await using var services = Containers.Build(Containers.Configuration(), inventory => inventory.AddInMemory());

        _ = await services.GetRequiredService<IInventoryService>().PutAsync("logs", Containers.Rule);

        Assert.That(services.GetRequiredKeyedService<InMemoryStore>("memory").Rules("logs").Single().Id, Is.EqualTo("nightly"));
    }

    [Test]
    public void What_is_handed_over_and_never_asked_for_is_named()
    {
        using var services = Containers.Build(
            Containers.Configuration(), inventory => inventory.AddInMemory("memory", memory => memory.Use<HttpMessageHandler>(_ => new SocketsHttpHandler())));

        var error = Assert.Throws<InvalidConfigurationException>(() => services.GetRequiredService<IInventoryService>())!;

        Assert.That(error.Message, Does.Contain("Inventory:memory").And.Contain("HttpMessageHandler").And.Contain("InMemoryStore"));
    }

    [Test]
    public async Task Every_member_reaches_the_adapter()
    {
        await using var services = Containers.Build(Containers.Configuration(), inventory => inventory.AddThird());
        var service = services.GetRequiredService<IInventoryService>();

        var put = await service.PutAsync("logs", Containers.Rule);
        var listed = new List<InventoryRule>();
        await foreach (var rule in service.ListAsync("logs"))
        {
            listed.Add(rule);
        }

        Assert.That(put.Outcome, Is.EqualTo(PutOutcome.Created));
        Assert.That(listed, Is.EqualTo([Containers.Rule]));
        Assert.That(await service.FindAsync("logs", "nightly"), Is.EqualTo(service.Normalize(Containers.Rule)));
        Assert.That(service.Validate(Containers.Rule), Is.Empty);
        Assert.That(service.ValidateFor("closed", Containers.Rule).Single().Reason, Is.EqualTo("This bucket is closed."));
        await service.DeleteAsync("logs", "nightly");
        Assert.That(await service.FindAsync("logs", "nightly"), Is.Null);
    }

    [Test]
    public async Task A_bad_argument_of_a_list_fails_at_once()
    {
        await using var services = Containers.Build(Containers.Configuration(), inventory => inventory.AddInMemory());

        Assert.That(() => services.GetRequiredService<IInventoryService>().ListAsync("No Bucket"), Throws.InstanceOf<InventoryException>());
    }

    [Test]
    public async Task One_service_is_made_however_many_ask_for_it_at_once()
    {
        ThirdService.Made.Clear();
        string?[] keys = ["third", "THIRD", "Third", null];
        using var here = new CountdownEvent(keys.Length);
        await using var services = Containers.Build(
            Containers.Configuration(), inventory => inventory.AddThird("third", third => third.Configure(_ => here.Wait(TimeSpan.FromSeconds(30)))));

        var asked = await Task.WhenAll(keys.Select(key => Task.Factory.StartNew(
            () =>
            {
                _ = here.Signal();
                return key is null ? services.GetRequiredService<IInventoryService>() : services.GetRequiredKeyedService<IInventoryService>(key);
            },
            CancellationToken.None,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default)));

        Assert.That(asked.Distinct().Count(), Is.EqualTo(1));
        Assert.That(ThirdService.Made, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task What_a_service_is_made_of_may_ask_for_another_providers_service_on_another_thread()
    {
        await using var services = Containers.Build(
            Containers.Configuration("Inventory:Provider=memory"),
            inventory => inventory.AddThird().AddInMemory("memory", memory => memory.Use(s =>
            {
                var other = Task.Run(() => s.GetRequiredKeyedService<IInventoryService>("third"));
                return other.Wait(TimeSpan.FromSeconds(30)) ? new InMemoryStore() : throw new TimeoutException("The other thread waits for this one.");
            })));

        Assert.That(services.GetRequiredService<IInventoryService>().Capabilities.Provider, Is.EqualTo("memory"));
    }

    [TestCase("third")]
    [TestCase("THIRD")]
    public async Task What_is_registered_under_the_name_is_found_whatever_its_case(string key)
    {
        var store = new InMemoryStore();
        await using var services = Containers.Build(
            Containers.Configuration(), inventory => inventory.AddInMemory("Third"), more => more.AddKeyedSingleton(key, store));

        _ = await services.GetRequiredService<IInventoryService>().PutAsync("logs", Containers.Rule);

        Assert.That(store.Rules("logs"), Has.Count.EqualTo(1));
    }

    [Test]
    public void What_is_registered_without_a_key_is_not_passed_over_in_silence()
    {
        using var services = Containers.Build(
            Containers.Configuration(),
            inventory => inventory.AddProvider<ThirdOptions>("third", third => new ThirdService(third.Options, third.GetService<ThirdClock>() ?? third.Time)),
            more => more.AddSingleton(new ThirdClock()));

        Assert.That(
            () => services.GetRequiredService<IInventoryService>(),
            Throws.InstanceOf<InvalidConfigurationException>().With.Message.Contains("ThirdClock is registered without a key").And.Message.Contains("Use"));
    }

    [Test]
    public async Task Dictionaries_and_renamed_keys_are_bound()
    {
        ThirdService.Made.Clear();
        await using var services = Containers.Build(
            Containers.Configuration("Inventory:third:Tags:env=prod", "Inventory:third:Tags:team=core", "Inventory:third:old-name=x"), inventory => inventory.AddThird());

        _ = services.GetRequiredService<IInventoryService>();

        var options = ThirdService.Made.Single().Options;
        Assert.That(options.Tags, Is.EquivalentTo(new Dictionary<string, string> { ["env"] = "prod", ["team"] = "core" }));
        Assert.That(options.Renamed, Is.EqualTo("x"));
    }

    [Test]
    public async Task A_container_disposes_of_the_services_that_it_made()
    {
        ThirdService.Made.Clear();
        var services = Containers.Build(Containers.Configuration(), inventory => inventory.AddThird());
        var service = services.GetRequiredService<IInventoryService>();

        await services.DisposeAsync();

        Assert.That(ThirdService.Made.Single().IsDisposed, Is.True);
        Assert.That(() => service.FindAsync("logs", "nightly"), Throws.InstanceOf<ObjectDisposedException>());
    }

    private sealed class FixedClock : TimeProvider;

    private sealed class ThirdClock : TimeProvider;
}

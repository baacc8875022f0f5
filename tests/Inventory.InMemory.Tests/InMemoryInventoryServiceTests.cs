namespace Inventory.InMemory.Tests;

[TestFixture]
public sealed class InMemoryInventoryServiceTests
{
    private static readonly InventoryRule Nightly = Rule("nightly");

    [Test]
    public async Task Every_bucket_exists_unless_the_options_name_some()
    {
        var service = new InMemoryInventoryService();

        var result = await service.PutAsync("any-bucket", Nightly);

        Assert.That(result.Outcome, Is.EqualTo(PutOutcome.Created));
        Assert.That(await service.FindAsync("any-bucket", "nightly"), Is.EqualTo(Nightly));
    }

    [Test]
    public async Task A_bucket_that_the_options_do_not_name_is_not_found_and_the_message_says_where_to_name_it()
    {
        var service = new InMemoryInventoryService(new() { Buckets = ["logs"] });

        var error = await ErrorOfAsync(() => service.PutAsync("lgos", Nightly));

        Assert.That(error.Kind, Is.EqualTo(InventoryErrorKind.BucketNotFound));
        Assert.That(error.Message, Is.EqualTo("'memory' has no bucket 'lgos'. Name it in InMemoryOptions.Buckets."));
        Assert.That((error.Provider, error.Bucket, error.Attempts), Is.EqualTo(("memory", "lgos", 1)));
    }

    [Test]
    public async Task Buckets_do_not_share_rules()
    {
        var service = new InMemoryInventoryService();
        _ = await service.PutAsync("logs", Nightly);

        var found = await service.FindAsync("images", "nightly");

        Assert.That(found, Is.Null);
    }

    [Test]
    public async Task Services_over_one_store_see_the_same_rules_and_others_do_not()
    {
        var store = new InMemoryStore();
        var first = new InMemoryInventoryService(store: store);
        var second = new InMemoryInventoryService(store: store);
        var apart = new InMemoryInventoryService();

        _ = await first.PutAsync("logs", Nightly);

        Assert.That(await second.FindAsync("logs", "nightly"), Is.EqualTo(Nightly));
        Assert.That(await apart.FindAsync("logs", "nightly"), Is.Null);
        Assert.That(second.Store, Is.SameAs(store));
    }

    [TestCase(1)]
    [TestCase(2)]
    [TestCase(5)]
    [TestCase(100)]
    public async Task A_list_is_in_ordinal_order_whatever_the_page_size(int pageSize)
    {
        var service = new InMemoryInventoryService(new() { PageSize = pageSize });
        foreach (var id in new[] { "b", "a10", "Z", "a2", "ä" })
        {
            _ = await service.PutAsync("logs", Rule(id));
        }

        var ids = await IdsAsync(service, "logs");

        Assert.That(ids, Is.EqualTo("Z a10 a2 b ä".Split(' ')));
    }

    [Test]
    public async Task A_rule_that_is_deleted_while_somebody_walks_the_list_ends_nothing()
    {
        var service = new InMemoryInventoryService(new() { PageSize = 1 });
        foreach (var id in new[] { "a", "b", "c" })
        {
            _ = await service.PutAsync("logs", Rule(id));
        }

        List<string> ids = [];
        await foreach (var rule in service.ListAsync("logs"))
        {
            ids.Add(rule.Id);
            await service.DeleteAsync("logs", rule.Id);
        }

        Assert.That(ids, Is.EqualTo("a b c".Split(' ')));
        Assert.That(service.Store.Rules("logs"), Is.Empty);
    }

    [Test]
    public async Task A_full_bucket_names_its_limit_and_another_bucket_is_not_full()
    {
        var service = new InMemoryInventoryService(new() { MaxRulesPerBucket = 1 });
        _ = await service.PutAsync("logs", Nightly);

        var error = await ErrorOfAsync(() => service.PutAsync("logs", Rule("weekly")));
        var elsewhere = await service.PutAsync("images", Rule("weekly"));

        Assert.That(error.Kind, Is.EqualTo(InventoryErrorKind.RuleLimitReached));
        Assert.That(error.Message, Does.Contain("holds 1 inventory rules"));
        Assert.That(elsewhere.Outcome, Is.EqualTo(PutOutcome.Created));
    }

    [Test]
    public async Task Of_many_that_create_the_same_rule_at_once_one_succeeds()
    {
        var service = new InMemoryInventoryService(new() { NativePut = NativePut.CreateOnly });

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 32).Select(_ => Task.Run(() => CreateAsync(service))));

        Assert.That(outcomes.Count(created => created), Is.EqualTo(1));
        Assert.That(service.Store.Rules("logs"), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task A_capability_table_of_a_cloud_makes_memory_refuse_what_that_cloud_refuses_in_its_name()
    {
        var service = new InMemoryInventoryService(new() { Capabilities = LesserCloud.Capabilities });

        var error = await ErrorOfAsync(() => service.PutAsync("logs", Nightly with { Schedule = InventorySchedule.Daily }));

        Assert.That(error.Kind, Is.EqualTo(InventoryErrorKind.RuleRejected));
        Assert.That(error.Message, Is.EqualTo(
            "'lesser' cannot hold inventory rule 'nightly' as it stands:\n  Schedule: Lesser Cloud has no DailySchedule. Do without. (Lesser Cloud, rules, 2025-01-31)"));
        Assert.That(service.Store.RequestCount, Is.Zero);
    }

    [Test]
    public void What_the_options_say_of_their_own_goes_before_the_capabilities()
    {
        var service = new InMemoryInventoryService(new() { Capabilities = LesserCloud.Capabilities, NativePut = NativePut.CreateOnly, MaxRulesPerBucket = 7 });

        Assert.That(service.Capabilities.NativePut, Is.EqualTo(NativePut.CreateOnly));
        Assert.That(service.Capabilities.MaxRulesPerBucket, Is.EqualTo(7));
        Assert.That(service.Capabilities.Provider, Is.EqualTo("lesser"));
    }

    [Test]
    public async Task A_change_that_the_settings_accept_is_made_and_reported()
    {
        var options = new InMemoryOptions { Capabilities = LesserCloud.Capabilities, Accept = { "schedule=Weekly" } };
        var service = new InMemoryInventoryService(options);

        var result = await service.PutAsync("logs", Nightly with { Schedule = InventorySchedule.Daily });

        Assert.That(service.Store.Rules("logs").Single().Schedule, Is.EqualTo(InventorySchedule.Weekly));
        Assert.That(result.Warnings.Single().Kind, Is.EqualTo(RuleViolationKind.AcceptedChange));
    }

    [Test]
    public async Task A_put_names_the_request_that_wrote_the_rule()
    {
        var service = new InMemoryInventoryService();

        var first = await service.PutAsync("logs", Nightly);
        var second = await service.PutAsync("logs", Rule("weekly"));

        Assert.That((first.RequestId, second.RequestId), Is.EqualTo(("memory-000001", "memory-000002")));
        Assert.That(service.Store.RequestCount, Is.EqualTo(2));
    }

    [Test]
    public async Task Clearing_a_store_leaves_no_rule_in_any_bucket()
    {
        var service = new InMemoryInventoryService();
        _ = await service.PutAsync("logs", Nightly);
        _ = await service.PutAsync("images", Nightly);

        service.Store.Clear();

        Assert.That(service.Store.Rules("logs").Concat(service.Store.Rules("images")), Is.Empty);
    }

    [Test]
    public void Options_that_make_no_sense_are_refused_all_at_once()
    {
        var options = new InMemoryOptions { PageSize = 0, MaxRulesPerBucket = -1, Accept = { "schedule=Hourly", "drop=Destination.Encryption" } };

        var error = Assert.Catch<InventoryException>(() => _ = new InMemoryInventoryService(options))!;

        Assert.That(error.Kind, Is.EqualTo(InventoryErrorKind.InvalidConfiguration));
        Assert.That(error.Message, Does.Contain("PageSize: ").And.Contain("MaxRulesPerBucket: ").And.Contain("'Hourly'").And.Contain("ConvertTo"));
    }

    [Test]
    public void Memory_holds_every_feature()
    {
        var levels = InMemoryCapabilities.Create().Features.Values.Select(f => f.Level);

        Assert.That(levels, Has.All.EqualTo(SupportLevel.Supported));
    }

    private static InventoryRule Rule(string id) => new() { Id = id, Destination = new() { Bucket = "reports" }, Schedule = InventorySchedule.Weekly };

    private static async Task<List<string>> IdsAsync(InMemoryInventoryService service, string bucket)
    {
        List<string> ids = [];
        await foreach (var rule in service.ListAsync(bucket))
        {
            ids.Add(rule.Id);
        }

        return ids;
    }

    private static async Task<bool> CreateAsync(InMemoryInventoryService service)
    {
        try
        {
            _ = await service.PutAsync("logs", Nightly, new() { Mode = PutMode.CreateOnly });
            return true;
        }
        catch (InventoryException e) when (e.Kind == InventoryErrorKind.RuleAlreadyExists)
        {
            return false;
        }
    }

    private static async Task<InventoryException> ErrorOfAsync(Func<Task> call)
    {
        try
        {
            await call();
        }
        catch (InventoryException e)
        {
            return e;
        }

        throw new AssertionException("The call succeeded.");
    }
}

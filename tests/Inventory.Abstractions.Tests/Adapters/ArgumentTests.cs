using Inventory.Abstractions.Tests.TestDoubles;

namespace Inventory.Abstractions.Tests.Adapters;

/// <summary>What every call checks before a Core method is called.</summary>
[TestFixture]
public sealed class ArgumentTests
{
    [TestCase("")]
    [TestCase("Logs")]
    [TestCase("logs/2026")]
    public async Task A_name_that_no_bucket_can_have_is_refused_by_every_call(string bucket)
    {
        var service = new ScriptedService(TestCloud.Capabilities);

        foreach (var call in Calls(service, bucket, "nightly"))
        {
            var error = await Failing.Of(call);

            Assert.That((error.Kind, error.Provider, error.Bucket), Is.EqualTo((InventoryErrorKind.InvalidRequest, "test", bucket)));
            Assert.That(error.Message, Is.EqualTo($"'test': The bucket's name '{bucket}' must be 3 to 63 lower-case letters, digits and hyphens."));
        }

        Assert.That(service.Calls, Is.Empty);
    }

    [Test]
    public async Task An_id_that_no_rule_can_have_is_refused_by_find_and_delete()
    {
        var service = new ScriptedService(TestCloud.Capabilities);

        var find = await Failing.Of(() => service.FindAsync("logs", ""));
        var delete = await Failing.Of(() => service.DeleteAsync("logs", new string('x', 21)));

        Assert.That((find.Kind, delete.Kind), Is.EqualTo((InventoryErrorKind.InvalidRequest, InventoryErrorKind.InvalidRequest)));
        Assert.That(delete.Message, Is.EqualTo("'test': The rule's id 'xxxxxxxxxxxxxxxxxxxxx' has 21 characters; it must be 1 to 20 characters."));
        Assert.That(service.Calls, Is.Empty);
    }

    [Test]
    public async Task An_error_comes_through_the_task_and_never_out_of_the_call_itself()
    {
        var service = new ScriptedService(TestCloud.Capabilities);

        Task[] tasks = [service.FindAsync("Logs", "nightly"), service.DeleteAsync("Logs", "nightly"), service.PutAsync("Logs", TestCloud.Rule)];

        foreach (var task in tasks)
        {
            Assert.That((await Failing.Of(() => task)).Kind, Is.EqualTo(InventoryErrorKind.InvalidRequest));
        }
    }

    [Test]
    public async Task A_call_that_is_cancelled_already_reaches_no_core_method()
    {
        var service = new ScriptedService(TestCloud.Capabilities);

        foreach (var call in Calls(service, "logs", "nightly", new CancellationToken(canceled: true)))
        {
            _ = await Failing.With<OperationCanceledException>(call);
        }

        Assert.That(service.Calls, Is.Empty);
    }

    [Test]
    public async Task Null_is_an_argument_exception()
    {
        var service = new ScriptedService(TestCloud.Capabilities);

        foreach (var call in Calls(service, null!, null!))
        {
            _ = await Failing.With<ArgumentNullException>(call);
        }

        _ = await Failing.With<ArgumentNullException>(() => service.PutAsync("logs", null!));
        _ = await Failing.With<ArgumentNullException>(() => service.FindAsync("logs", null!));
        Assert.That(() => service.Validate(null!), Throws.ArgumentNullException);
        Assert.That(() => service.Normalize(null!), Throws.ArgumentNullException);
    }

    [Test]
    public async Task A_refused_rule_reaches_no_core_method_and_cannot_be_normalized()
    {
        var service = new ScriptedService(TestCloud.Without(InventoryFeature.DailySchedule));

        var error = await Failing.With<InventoryRuleRejectedException>(() => service.PutAsync("logs", TestCloud.Rule));

        Assert.That(error.Violations, Is.EqualTo(service.Validate(TestCloud.Rule)));
        Assert.That(() => service.Normalize(TestCloud.Rule), Throws.InstanceOf<InventoryRuleRejectedException>());
        Assert.That(service.Calls, Is.Empty);
    }

    [Test]
    public async Task Getting_a_missing_rule_names_the_bucket_the_provider_and_the_rule()
    {
        var service = new ScriptedService(TestCloud.Capabilities);

        var error = await Failing.Of(() => service.GetAsync("logs", "nightly"));

        Assert.That((error.Kind, error.Provider, error.Bucket, error.RuleId), Is.EqualTo((InventoryErrorKind.RuleNotFound, "test", "logs", "nightly")));
        Assert.That(error.Message, Is.EqualTo("Bucket 'logs' on 'test' has no inventory rule 'nightly'."));
    }

    private static Func<Task>[] Calls(ScriptedService service, string bucket, string id, CancellationToken cancellationToken = default) =>
    [
        () => service.PutAsync(bucket, TestCloud.Rule, cancellationToken: cancellationToken),
        () => service.FindAsync(bucket, id, cancellationToken),
        () => service.DeleteAsync(bucket, id, cancellationToken),
        async () =>
        {
            await foreach (var _ in service.ListAsync(bucket, cancellationToken))
            {
            }
        },
    ];
}

using Inventory.Abstractions.Tests.TestDoubles;

namespace Inventory.Abstractions.Tests.Adapters;

/// <summary>The three modes over both native puts: what comes out, and which calls it takes.</summary>
[TestFixture]
public sealed class PutModeTests
{
    private static readonly InventoryRule Old = TestCloud.Rule;
    private static readonly InventoryRule New = TestCloud.Rule with { Schedule = InventorySchedule.Weekly };

    [TestCase(NativePut.CreateOnly, PutMode.CreateOrReplace, "put")]
    [TestCase(NativePut.CreateOnly, PutMode.CreateOnly, "put")]
    [TestCase(NativePut.Overwrite, PutMode.CreateOrReplace, "find put")]
    [TestCase(NativePut.Overwrite, PutMode.CreateOnly, "find put")]
    public async Task A_missing_rule_is_created(NativePut native, PutMode mode, string calls)
    {
        var service = Service(native);

        var result = await service.PutAsync("logs", New, new() { Mode = mode });

        Assert.That((result.Outcome, result.Previous, result.RequestId), Is.EqualTo((PutOutcome.Created, (InventoryRule?)null, "request")));
        Assert.That(service.Store[New.Id], Is.EqualTo(New));
        Assert.That(service.Calls, Is.EqualTo(calls.Split(' ')));
    }

    [TestCase(NativePut.CreateOnly)]
    [TestCase(NativePut.Overwrite)]
    public async Task Replacing_only_fails_where_the_rule_is_missing(NativePut native)
    {
        var service = Service(native);

        var error = await Failing.Of(() => service.PutAsync("logs", New, new() { Mode = PutMode.ReplaceOnly }));

        Assert.That((error.Kind, error.Provider, error.Bucket, error.RuleId), Is.EqualTo((InventoryErrorKind.RuleNotFound, "test", "logs", New.Id)));
        Assert.That(service.Store, Is.Empty);
        Assert.That(service.Calls, Is.EqualTo("find".Split(' ')));
    }

    [TestCase(NativePut.CreateOnly, PutMode.CreateOrReplace, "put find")]
    [TestCase(NativePut.CreateOnly, PutMode.ReplaceOnly, "find")]
    [TestCase(NativePut.Overwrite, PutMode.CreateOrReplace, "find")]
    [TestCase(NativePut.Overwrite, PutMode.ReplaceOnly, "find")]
    public async Task An_equal_rule_is_left_unchanged(NativePut native, PutMode mode, string calls)
    {
        var service = Service(native, Old);

        var result = await service.PutAsync("logs", Old, new() { Mode = mode });

        Assert.That((result.Outcome, result.Previous, result.RequestId), Is.EqualTo((PutOutcome.Unchanged, Old, (string?)null)));
        Assert.That(service.Calls, Is.EqualTo(calls.Split(' ')));
    }

    [TestCase(NativePut.CreateOnly, PutMode.CreateOrReplace, "put find delete put")]
    [TestCase(NativePut.CreateOnly, PutMode.ReplaceOnly, "find delete put")]
    [TestCase(NativePut.Overwrite, PutMode.CreateOrReplace, "find put")]
    [TestCase(NativePut.Overwrite, PutMode.ReplaceOnly, "find put")]
    public async Task A_different_rule_is_replaced(NativePut native, PutMode mode, string calls)
    {
        var service = Service(native, Old);

        var result = await service.PutAsync("logs", New, new() { Mode = mode });

        Assert.That((result.Outcome, result.Previous), Is.EqualTo((PutOutcome.Replaced, Old)));
        Assert.That(service.Store[New.Id], Is.EqualTo(New));
        Assert.That(service.Calls, Is.EqualTo(calls.Split(' ')));
    }

    [Test]
    public async Task Creating_only_refuses_an_equal_and_a_different_rule_alike([Values] NativePut native, [Values] bool isEqual)
    {
        var service = Service(native, Old);

        var error = await Failing.Of(() => service.PutAsync("logs", isEqual ? Old : New, new() { Mode = PutMode.CreateOnly }));

        Assert.That(error.Kind, Is.EqualTo(InventoryErrorKind.RuleAlreadyExists));
        Assert.That(error.Message, Does.Contain("Nothing was changed.").And.Contain("CreateOrReplace"));
        Assert.That(service.Store[Old.Id], Is.EqualTo(Old));
        Assert.That(service.Calls, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Equality_is_that_of_what_the_provider_gives_back()
    {
        var service = Service(NativePut.CreateOnly, Old);
        service.OnNormalize = rule => rule with { OptionalFields = [] };

        var result = await service.PutAsync("logs", Old with { OptionalFields = [InventoryField.Size] });

        Assert.That(result.Outcome, Is.EqualTo(PutOutcome.Unchanged));
    }

    [Test]
    public async Task A_rule_that_is_deleted_between_exists_and_the_look_is_created()
    {
        var service = Service(NativePut.CreateOnly);
        var puts = 0;
        service.OnPut = rule => puts++ == 0 ? new(PutReplyKind.Exists) : service.Apply(rule);

        var result = await service.PutAsync("logs", New);

        Assert.That(result.Outcome, Is.EqualTo(PutOutcome.Created));
        Assert.That(service.Calls, Is.EqualTo("put find put".Split(' ')));
    }

    [Test]
    public async Task A_rule_that_comes_and_goes_again_and_again_is_a_conflict()
    {
        var service = Service(NativePut.CreateOnly);
        service.OnPut = _ => new(PutReplyKind.Exists);

        var error = await Failing.Of(() => service.PutAsync("logs", New));

        Assert.That(error.Kind, Is.EqualTo(InventoryErrorKind.Conflict));
        Assert.That(service.Calls, Is.EqualTo("put find put find".Split(' ')));
    }

    [Test]
    public async Task If_currently_that_matches_lets_the_put_go_ahead([Values] NativePut native, [Values(PutMode.CreateOrReplace, PutMode.ReplaceOnly)] PutMode mode)
    {
        var service = Service(native, Old);

        var result = await service.PutAsync("logs", New, new() { Mode = mode, IfCurrently = Old });

        Assert.That((result.Outcome, result.Previous), Is.EqualTo((PutOutcome.Replaced, Old)));
    }

    [Test]
    public async Task If_currently_that_does_not_match_names_what_differs_and_changes_nothing([Values] NativePut native)
    {
        var service = Service(native, Old);

        var error = await Failing.Of(() => service.PutAsync("logs", New, new() { IfCurrently = Old with { IsEnabled = false, OptionalFields = [InventoryField.Size] } }));

        Assert.That(error.Kind, Is.EqualTo(InventoryErrorKind.Conflict));
        Assert.That(error.Message, Does.Contain("IsEnabled, OptionalFields differ. Nothing was changed."));
        Assert.That(service.Store[Old.Id], Is.EqualTo(Old));
    }

    [Test]
    public async Task If_currently_of_a_missing_rule_creates_nothing([Values] NativePut native)
    {
        var service = Service(native);

        var error = await Failing.Of(() => service.PutAsync("logs", New, new() { IfCurrently = Old }));

        Assert.That(error.Kind, Is.EqualTo(InventoryErrorKind.Conflict));
        Assert.That(service.Store, Is.Empty);
    }

    [Test]
    public async Task If_currently_may_be_given_as_it_was_put()
    {
        var service = Service(NativePut.Overwrite, Old);
        service.OnNormalize = rule => rule with { OptionalFields = [] };

        var result = await service.PutAsync("logs", New, new() { IfCurrently = Old with { OptionalFields = [InventoryField.Size] } });

        Assert.That(result.Outcome, Is.EqualTo(PutOutcome.Replaced));
    }

    [Test]
    public async Task Creating_only_has_no_use_for_if_currently()
    {
        var service = Service(NativePut.CreateOnly);

        var error = await Failing.Of(() => service.PutAsync("logs", New, new() { Mode = PutMode.CreateOnly, IfCurrently = Old }));

        Assert.That(error.Kind, Is.EqualTo(InventoryErrorKind.InvalidRequest));
        Assert.That(service.Calls, Is.Empty);
    }

    private static ScriptedService Service(NativePut native, InventoryRule? there = null)
    {
        var service = new ScriptedService(TestCloud.Capabilities with { NativePut = native });
        if (there is not null)
        {
            service.Store[there.Id] = there;
        }

        return service;
    }
}

using Inventory.Abstractions.Tests.TestDoubles;

namespace Inventory.Abstractions.Tests.Adapters;

/// <summary>The time of a replacement: that it is up is said as such, and one request that hangs does not use it up.</summary>
[TestFixture]
public sealed class ReplaceDeadlineTests
{
    private static readonly InventoryRule Old = TestCloud.Rule;
    private static readonly InventoryRule New = TestCloud.Rule with { Schedule = InventorySchedule.Weekly };
    private readonly ManualTimeProvider _time = new() { SkipsWaitsUpTo = TimeSpan.FromSeconds(3) };

    [Test]
    public async Task A_put_that_hangs_for_ever_leaves_time_to_put_the_old_rule_back()
    {
        var service = Service((request, rule) => request == "put" && rule == New);
        var begin = _time.GetUtcNow();

        var error = await Failing.Of(() => service.PutAsync("logs", New, new() { Mode = PutMode.ReplaceOnly }));

        Assert.That(service.Store[Old.Id], Is.EqualTo(Old));
        Assert.That((error.Kind, error.IsTransient), Is.EqualTo((InventoryErrorKind.Unavailable, true)));
        Assert.That(error.Message, Is.EqualTo(
            "Replacing inventory rule 'nightly' of bucket 'logs' on 'test': the new rule was put and nothing answered in half of what was left of ReplaceDeadline (00:00:30)."));
        Assert.That((error.Provider, error.Bucket, error.RuleId), Is.EqualTo(("test", "logs", "nightly")));
        Assert.That(_time.GetUtcNow() - begin, Is.EqualTo(TimeSpan.FromSeconds(15)));
        Assert.That(error.Elapsed, Is.EqualTo(TimeSpan.FromSeconds(15)));
    }

    [Test]
    public async Task What_the_service_said_before_a_put_hung_is_kept()
    {
        var service = Service((request, rule) => request == "put" && rule == New);
        service.Said = new(InventoryErrorKind.Throttled, "It answered 503 SlowDown.") { HttpStatus = 503, ServiceCode = "SlowDown", RequestId = "r-1", Attempts = 2 };

        var error = await Failing.Of(() => service.PutAsync("logs", New, new() { Mode = PutMode.ReplaceOnly }));

        Assert.That(error.Message, Does.EndWith("ReplaceDeadline (00:00:30). It answered 503 SlowDown."));
        Assert.That((error.Kind, error.HttpStatus, error.ServiceCode, error.RequestId, error.Attempts), Is.EqualTo((InventoryErrorKind.Unavailable, 503, "SlowDown", "r-1", 2)));
        Assert.That(error.InnerException, Is.EqualTo(service.Said));
    }

    [TestCase("put", "nothing answered in half of what was left of ReplaceDeadline (00:00:30).")]
    [TestCase("delete", "")]
    public async Task A_service_that_hangs_from_some_request_on_is_said_to_have_had_no_time_left(string first, string said)
    {
        var isDead = false;
        var service = Service((request, _) => isDead |= request == first);

        var error = await Failing.With<ReplaceInterruptedException>(() => service.PutAsync("logs", New, new() { Mode = PutMode.ReplaceOnly }));

        var cause = (InventoryException)error.InnerException!;
        Assert.That(cause.Kind, Is.EqualTo(InventoryErrorKind.Unavailable));
        Assert.That(cause.Message, Does.StartWith("It was not settled within ReplaceDeadline (00:00:30).").And.EndsWith(said));
        Assert.That(error.Message, Does.EndWith(cause.Message).And.Not.Contain("cancel"));
        Assert.That(error.ToString(), Does.Not.Contain(nameof(OperationCanceledException)), "nobody cancelled");
        Assert.That((error.OldRule, error.NewRule), Is.EqualTo((Old, New)));
    }

    [Test]
    public async Task What_the_service_said_first_and_last_is_told_where_the_time_is_up()
    {
        var service = new ScriptedService(TestCloud.Capabilities, new() { Time = _time });
        service.Store[Old.Id] = Old;
        service.OnPut = rule => throw (rule == New
            ? new InventoryException(InventoryErrorKind.AccessDenied, "It answered 403 AccessDenied.") { HttpStatus = 403, ServiceCode = "AccessDenied", RequestId = "first" }
            : new InventoryException(InventoryErrorKind.Unavailable, "It answered 503 InternalError.") { HttpStatus = 503, RequestId = "last" });

        var error = await Failing.With<ReplaceInterruptedException>(() => service.PutAsync("logs", New, new() { Mode = PutMode.ReplaceOnly }));

        Assert.That((error.HttpStatus, error.ServiceCode, error.RequestId), Is.EqualTo((403, "AccessDenied", "first")));
        Assert.That(error.Message, Does.EndWith("within ReplaceDeadline (00:00:30). It answered 403 AccessDenied. Last: It answered 503 InternalError."));
        Assert.That(error.InnerException, Is.InstanceOf<InventoryException>().With.Property(nameof(InventoryException.Kind)).EqualTo(InventoryErrorKind.Unavailable));
        Assert.That(error.InnerException!.InnerException, Is.InstanceOf<InventoryException>().With.Property(nameof(InventoryException.Kind)).EqualTo(InventoryErrorKind.AccessDenied));
    }

    [Test]
    public async Task A_delete_that_reaches_no_part_of_the_service_is_no_somebody_else()
    {
        var service = new ScriptedService(TestCloud.Capabilities, new() { Time = _time, ReplaceDeadline = TimeSpan.FromSeconds(10) }) { OnDelete = _ => { } };
        service.Store[Old.Id] = Old;

        var error = await Failing.With<ReplaceInterruptedException>(() => service.PutAsync("logs", New));

        Assert.That(error.Message, Does.Contain("It was not settled within ReplaceDeadline (00:00:10).").And.Not.Contain("Somebody else"));
        Assert.That(error.InnerException, Is.InstanceOf<InventoryException>().With.Property(nameof(InventoryException.Kind)).EqualTo(InventoryErrorKind.Unavailable));
    }

    [Test]
    public async Task A_put_that_was_applied_though_its_answer_was_an_error_names_its_request()
    {
        var service = new ScriptedService(TestCloud.Capabilities, new() { Time = _time });
        service.Store[Old.Id] = Old;
        service.OnPut = rule =>
        {
            _ = service.Apply(rule);
            throw new InventoryException(InventoryErrorKind.Unavailable, "It answered 500.") { HttpStatus = 500, RequestId = "put-1" };
        };

        var result = await service.PutAsync("logs", New, new() { Mode = PutMode.ReplaceOnly });

        Assert.That((result.Outcome, result.RequestId), Is.EqualTo((PutOutcome.Replaced, "put-1")));
    }

    private SlowService Service(Func<string, InventoryRule?, bool> hangs)
    {
        var service = new SlowService(_time, new() { Time = _time });
        service.Store[Old.Id] = Old;
        service.Hangs = hangs;
        return service;
    }
}

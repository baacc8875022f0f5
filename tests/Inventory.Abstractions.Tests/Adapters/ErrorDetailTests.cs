using Inventory.Abstractions.Tests.TestDoubles;

namespace Inventory.Abstractions.Tests.Adapters;

/// <summary>Errors of an operation carry what the service's support asks for, wherever an answer is at hand.</summary>
[TestFixture]
public sealed class ErrorDetailTests
{
    private static readonly InventoryRule Rule = TestCloud.Rule;
    private static readonly TimeSpan Elapsed = TimeSpan.FromSeconds(7);

    [Test]
    public async Task A_rule_that_is_stored_otherwise_carries_the_request_that_wrote_it()
    {
        var service = new ScriptedService(
            TestCloud.Capabilities.With(TestCloud.Conditional, InventoryFeature.DailySchedule),
            new() { Time = new ManualTimeProvider { SkipsWaitsUpTo = TimeSpan.FromSeconds(3) } })
        {
            OnPut = _ => new(PutReplyKind.Created, "put-1", 2) { HttpStatus = 200, Elapsed = Elapsed },
            OnFind = _ => Rule with { Schedule = InventorySchedule.Weekly },
        };

        var error = await Failing.With<RuleNotStoredAsSentException>(() => service.PutAsync("logs", Rule));

        AssertIs(error, "put-1", 200, 2, Elapsed);
        Assert.That((error.Provider, error.Bucket, error.RuleId), Is.EqualTo(("test", "logs", "nightly")));
    }

    [Test]
    public async Task A_replacement_that_is_stored_otherwise_carries_the_request_that_wrote_it([Values] NativePut native)
    {
        var service = new ScriptedService(
            TestCloud.Capabilities.With(TestCloud.Conditional, InventoryFeature.DailySchedule) with { NativePut = native },
            new() { Time = new ManualTimeProvider { SkipsWaitsUpTo = TimeSpan.FromSeconds(3) } });
        service.Store[Rule.Id] = Rule with { IsEnabled = false };
        service.OnPut = rule => service.Apply(rule) with { RequestId = "put-2", HttpStatus = 200, Elapsed = Elapsed };
        service.OnFind = _ => Rule with { Schedule = InventorySchedule.Weekly };

        var error = await Failing.With<RuleNotStoredAsSentException>(() => service.PutAsync("logs", Rule));

        AssertIs(error, "put-2", 200, 1, Elapsed);
    }

    [Test]
    public async Task A_rule_that_is_there_already_carries_the_services_refusal()
    {
        var refusal = Refusal();
        var service = new ScriptedService(TestCloud.Capabilities) { OnPut = _ => new(PutReplyKind.Exists, "request-7", 1) { HttpStatus = 409, Refusal = refusal } };

        var error = await Failing.Of(() => service.PutAsync("logs", Rule, new() { Mode = PutMode.CreateOnly }));

        Assert.That(error.Kind, Is.EqualTo(InventoryErrorKind.RuleAlreadyExists));
        AssertIs(error, "request-7", 409, 2, Elapsed);
        Assert.That((error.ServiceCode, error.ServiceMessage, error.InnerException), Is.EqualTo(("AlreadyThere", "It is there.", refusal)));
        Assert.That((error.Provider, error.Bucket, error.RuleId), Is.EqualTo(("test", "logs", "nightly")));
        Assert.That(error.Message, Does.StartWith("'test', inventory rule 'nightly' of bucket 'logs': A rule with this id is there already.").And.EndsWith(" The service refused."));
    }

    [Test]
    public async Task A_rule_that_is_there_already_carries_the_request_where_the_answer_is_no_error()
    {
        var service = new ScriptedService(TestCloud.Capabilities) { OnPut = _ => new(PutReplyKind.Exists, "put-3", 1) { HttpStatus = 200, Elapsed = Elapsed } };

        var error = await Failing.Of(() => service.PutAsync("logs", Rule, new() { Mode = PutMode.CreateOnly }));

        AssertIs(error, "put-3", 200, 1, Elapsed);
    }

    [Test]
    public async Task A_rule_that_somebody_else_creates_and_deletes_carries_the_last_request()
    {
        var puts = 0;
        var service = new ScriptedService(TestCloud.Capabilities) { OnPut = _ => new(PutReplyKind.Exists, $"put-{++puts}") { HttpStatus = 409, Elapsed = Elapsed }, OnFind = _ => null };

        var error = await Failing.Of(() => service.PutAsync("logs", Rule));

        Assert.That(error.Kind, Is.EqualTo(InventoryErrorKind.Conflict));
        AssertIs(error, "put-2", 409, 1, Elapsed);
    }

    [Test]
    public void An_interrupted_replacement_takes_over_what_the_service_said()
    {
        var cause = Refusal();

        var error = new ReplaceInterruptedException("test", "logs", Rule, Rule with { IsEnabled = false }, cause);

        AssertIs(error, "request-7", 409, 2, Elapsed);
        Assert.That((error.ServiceCode, error.ServiceMessage, error.RetryAfter), Is.EqualTo(("AlreadyThere", "It is there.", TimeSpan.FromSeconds(9))));
        Assert.That(error.Diagnostics["x"], Is.EqualTo("y"));
        Assert.That((error.Kind, error.IsServiceCodeKnown, error.InnerException), Is.EqualTo((InventoryErrorKind.ReplaceInterrupted, false, cause)));
        Assert.That((error.Provider, error.Bucket, error.RuleId), Is.EqualTo(("test", "logs", "nightly")));
        Assert.That(error.Message, Does.EndWith("put this exception's OldRule or NewRule. The service refused."));
    }

    [Test]
    public void An_interrupted_replacement_repeats_no_message_that_is_not_of_this_library()
    {
        var error = new ReplaceInterruptedException("test", "logs", Rule, Rule, new InvalidOperationException("a secret"));

        Assert.That(error.Message, Does.Not.Contain("a secret"));
        Assert.That((error.IsServiceCodeKnown, error.RequestId), Is.EqualTo((true, (string?)null)));
    }

    private static void AssertIs(InventoryException error, string requestId, int status, int attempts, TimeSpan elapsed) =>
        Assert.That((error.RequestId, error.HttpStatus, error.Attempts, error.Elapsed), Is.EqualTo((requestId, status, attempts, elapsed)));

    private static InventoryException Refusal() => new(InventoryErrorKind.Conflict, "The service refused.")
    {
        Provider = "other",
        Bucket = "other",
        ServiceCode = "AlreadyThere",
        ServiceMessage = "It is there.",
        IsServiceCodeKnown = false,
        HttpStatus = 409,
        RequestId = "request-7",
        Attempts = 2,
        Elapsed = Elapsed,
        RetryAfter = TimeSpan.FromSeconds(9),
        Diagnostics = new Dictionary<string, string> { ["x"] = "y" },
    };
}

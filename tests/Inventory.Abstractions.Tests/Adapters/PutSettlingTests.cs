using Inventory.Abstractions.Tests.TestDoubles;

namespace Inventory.Abstractions.Tests.Adapters;

/// <summary>Answers to a put that do not say what happened: a retried request, an unknown refusal, a condition.</summary>
[TestFixture]
public sealed class PutSettlingTests
{
    private static readonly InventoryRule Rule = TestCloud.Rule;

    [Test]
    public async Task Exists_after_a_second_attempt_is_our_own_first_one_where_the_rule_is_equal()
    {
        var service = new ScriptedService(TestCloud.Capabilities) { OnPut = _ => new(PutReplyKind.Exists, "second", Attempts: 2), OnFind = _ => Rule };

        var result = await service.PutAsync("logs", Rule, new() { Mode = PutMode.CreateOnly });

        Assert.That((result.Outcome, result.RequestId), Is.EqualTo((PutOutcome.Created, "second")));
    }

    [Test]
    public async Task Exists_after_a_second_attempt_is_somebody_elses_where_the_rule_differs()
    {
        var service = new ScriptedService(TestCloud.Capabilities) { OnPut = _ => new(PutReplyKind.Exists, Attempts: 2), OnFind = _ => Rule with { IsEnabled = false } };

        var error = await Failing.Of(() => service.PutAsync("logs", Rule, new() { Mode = PutMode.CreateOnly }));

        Assert.That(error.Kind, Is.EqualTo(InventoryErrorKind.RuleAlreadyExists));
    }

    [Test]
    public async Task Exists_after_the_only_attempt_is_never_ours()
    {
        var service = new ScriptedService(TestCloud.Capabilities) { OnPut = _ => new(PutReplyKind.Exists, Attempts: 1), OnFind = _ => Rule };

        var error = await Failing.Of(() => service.PutAsync("logs", Rule, new() { Mode = PutMode.CreateOnly }));

        Assert.That(error.Kind, Is.EqualTo(InventoryErrorKind.RuleAlreadyExists));
        Assert.That(service.Calls, Is.EqualTo("put".Split(' ')));
    }

    [TestCase(NativePut.CreateOnly, "put list list")]
    [TestCase(NativePut.Overwrite, "find put list list")]
    public async Task An_unknown_refusal_by_a_full_bucket_is_the_rule_limit_with_the_code_kept(NativePut native, string calls)
    {
        var service = new ScriptedService(TestCloud.Capabilities with { NativePut = native, MaxRulesPerBucket = 3 })
        {
            OnPut = _ => throw Refusal(),
            OnList = token => token is null ? new([Rule, Rule], "more") : new([], null, [new("broken", "It is cut off.", "<Rule")]),
        };

        var error = await Failing.Of(() => service.PutAsync("logs", Rule));

        Assert.That(error.Kind, Is.EqualTo(InventoryErrorKind.RuleLimitReached));
        Assert.That(
            (error.ServiceCode, error.ServiceMessage, error.HttpStatus, error.RequestId, error.IsServiceCodeKnown),
            Is.EqualTo(("TooManyThings", "Too many.", 400, "request-7", false)));
        Assert.That(error.Message, Does.Contain("holds 3 inventory rules"));
        Assert.That(error.InnerException, Is.InstanceOf<InventoryException>().With.Property(nameof(InventoryException.Kind)).EqualTo(InventoryErrorKind.InvalidRequest));
        Assert.That(service.Calls, Is.EqualTo(calls.Split(' ')));
    }

    [Test]
    public async Task An_unknown_refusal_by_a_bucket_with_room_stays_what_it_is()
    {
        var service = new ScriptedService(TestCloud.Capabilities with { MaxRulesPerBucket = 3 }) { OnPut = _ => throw Refusal(), OnList = _ => new([Rule, Rule]) };

        var error = await Failing.Of(() => service.PutAsync("logs", Rule));

        Assert.That((error.Kind, error.ServiceCode), Is.EqualTo((InventoryErrorKind.InvalidRequest, "TooManyThings")));
        Assert.That(service.Calls, Is.EqualTo("put list".Split(' ')));
    }

    [Test]
    public async Task An_unknown_refusal_stays_what_it_is_where_the_list_fails()
    {
        var service = new ScriptedService(TestCloud.Capabilities with { MaxRulesPerBucket = 3 })
        {
            OnPut = _ => throw Refusal(),
            OnList = _ => throw new InventoryException(InventoryErrorKind.AccessDenied, "No."),
        };

        var error = await Failing.Of(() => service.PutAsync("logs", Rule));

        Assert.That(error.Kind, Is.EqualTo(InventoryErrorKind.InvalidRequest));
    }

    [Test]
    public async Task A_known_refusal_and_a_transient_one_are_not_looked_into()
    {
        var known = new ScriptedService(TestCloud.Capabilities with { MaxRulesPerBucket = 1 }) { OnPut = _ => throw new InventoryException(InventoryErrorKind.AccessDenied, "No.") };
        var transient = new ScriptedService(TestCloud.Capabilities with { MaxRulesPerBucket = 1 })
        {
            OnPut = _ => throw new InventoryException(InventoryErrorKind.Unavailable, "Not now.") { IsServiceCodeKnown = false },
        };

        _ = await Failing.Of(() => known.PutAsync("logs", Rule));
        _ = await Failing.Of(() => transient.PutAsync("logs", Rule));

        Assert.That(known.Calls.Concat(transient.Calls), Is.EqualTo("put put".Split(' ')));
    }

    [Test]
    public async Task An_unknown_refusal_stays_what_it_is_where_the_caller_gives_up_during_the_list()
    {
        using var caller = new CancellationTokenSource();
        var service = new ScriptedService(TestCloud.Capabilities with { MaxRulesPerBucket = 3 }) { OnPut = _ => throw Refusal() };
        service.OnList = _ =>
        {
            caller.Cancel();
            throw new OperationCanceledException(caller.Token);
        };

        var error = await Failing.Of(() => service.PutAsync("logs", Rule, cancellationToken: caller.Token));

        Assert.That((error.Kind, error.ServiceCode, error.RequestId), Is.EqualTo((InventoryErrorKind.InvalidRequest, "TooManyThings", "request-7")));
    }

    [TestCase(PutMode.CreateOrReplace, 400, InventoryErrorKind.InvalidRequest, "put list")]
    [TestCase(PutMode.CreateOnly, 400, InventoryErrorKind.InvalidRequest, "put list")]
    [TestCase(PutMode.CreateOnly, 403, InventoryErrorKind.AccessDenied, "put list")]
    [TestCase(PutMode.CreateOnly, 409, InventoryErrorKind.Conflict, "put list")]
    [TestCase(PutMode.CreateOnly, 401, InventoryErrorKind.AuthenticationFailed, "put")]
    [TestCase(PutMode.CreateOnly, 429, InventoryErrorKind.Throttled, "put")]
    [TestCase(PutMode.CreateOnly, 503, InventoryErrorKind.Unavailable, "put")]
    [TestCase(PutMode.CreateOnly, 200, InventoryErrorKind.MalformedResponse, "put")]
    public async Task A_refusal_without_any_code_is_looked_into_unless_its_status_says_it_all(PutMode mode, int status, InventoryErrorKind kind, string calls)
    {
        var service = new ScriptedService(TestCloud.Capabilities with { MaxRulesPerBucket = 1 })
        {
            OnPut = _ => throw new InventoryException(kind, "The service refused.") { HttpStatus = status, RequestId = "request-8" },
            OnList = _ => new([Rule with { Id = "other" }]),
        };

        var error = await Failing.Of(() => service.PutAsync("logs", Rule, new() { Mode = mode }));

        Assert.That(error.Kind, Is.EqualTo(calls == "put" ? kind : InventoryErrorKind.RuleLimitReached));
        Assert.That((error.HttpStatus, error.RequestId), Is.EqualTo((status, "request-8")));
        Assert.That(service.Calls, Is.EqualTo(calls.Split(' ')));
    }

    [Test]
    public async Task A_list_that_goes_round_in_circles_does_not_hold_up_an_unknown_refusal()
    {
        var service = new ScriptedService(TestCloud.Capabilities with { MaxRulesPerBucket = 3 }) { OnPut = _ => throw Refusal(), OnList = token => new([], token == "a" ? "b" : "a") };

        var error = await Failing.Of(() => service.PutAsync("logs", Rule));

        Assert.That(error.Kind, Is.EqualTo(InventoryErrorKind.InvalidRequest));
    }

    [Test]
    public async Task A_conditional_feature_that_is_stored_as_sent_succeeds_with_its_warning()
    {
        var service = Conditional();

        var result = await service.PutAsync("logs", Rule);

        Assert.That(result.Outcome, Is.EqualTo(PutOutcome.Created));
        Assert.That(result.Warnings.Select(w => (w.Kind, w.Severity, w.Path)), Is.EqualTo(new[] { (RuleViolationKind.Conditional, ViolationSeverity.Warning, "Schedule") }));
        Assert.That(service.Calls, Is.EqualTo("put find".Split(' ')));
    }

    [Test]
    public async Task A_conditional_feature_that_is_stored_otherwise_fails_with_the_paths_and_both_rules()
    {
        var service = Conditional();
        var stored = Rule with { Schedule = InventorySchedule.Weekly, IsEnabled = false };
        service.OnFind = _ => stored;

        var error = await Failing.With<RuleNotStoredAsSentException>(() => service.PutAsync("logs", Rule));

        Assert.That(error.Kind, Is.EqualTo(InventoryErrorKind.NotStoredAsSent));
        Assert.That((error.Sent, error.Stored, error.Previous), Is.EqualTo((Rule, stored, (InventoryRule?)null)));
        Assert.That(error.Paths, Is.EqualTo("IsEnabled Schedule".Split(' ')));
        Assert.That(error.Message, Does.Contain("IsEnabled, Schedule differ"));
    }

    [Test]
    public async Task A_conditional_rule_that_is_not_there_afterwards_fails_and_says_so()
    {
        var service = Conditional();
        service.OnFind = _ => null;

        var error = await Failing.With<RuleNotStoredAsSentException>(() => service.PutAsync("logs", Rule));

        Assert.That(error.Stored, Is.Null);
        Assert.That(error.Paths, Is.Empty);
        Assert.That(error.Message, Does.EndWith("and does not hold it."));
    }

    [Test]
    public async Task A_look_that_is_a_moment_early_is_repeated()
    {
        var service = Conditional();
        var early = 2;
        service.OnFind = _ => early-- > 0 ? null : Rule;

        var result = await service.PutAsync("logs", Rule);

        Assert.That(result.Outcome, Is.EqualTo(PutOutcome.Created));
    }

    [Test]
    public async Task A_replacement_that_is_stored_otherwise_carries_what_was_there_before()
    {
        var old = Rule with { IsEnabled = false };
        var service = Conditional();
        service.Store[Rule.Id] = old;
        service.OnFind = _ => service.Calls.Contains("delete") ? Rule with { Schedule = InventorySchedule.Weekly } : old;

        var error = await Failing.With<RuleNotStoredAsSentException>(() => service.PutAsync("logs", Rule));

        Assert.That(error.Previous, Is.EqualTo(old));
    }

    [Test]
    public async Task A_rule_without_a_conditional_feature_is_not_read_back()
    {
        var service = Conditional();

        _ = await service.PutAsync("logs", Rule with { Schedule = InventorySchedule.Weekly });

        Assert.That(service.Calls, Is.EqualTo("put".Split(' ')));
    }

    private static InventoryException Refusal() =>
        new(InventoryErrorKind.InvalidRequest, "The service refused.") { ServiceCode = "TooManyThings", ServiceMessage = "Too many.", IsServiceCodeKnown = false, HttpStatus = 400, RequestId = "request-7", Attempts = 1 };

    private static ScriptedService Conditional() => new(
        TestCloud.Capabilities.With(TestCloud.Conditional, InventoryFeature.DailySchedule),
        new() { Time = new ManualTimeProvider { SkipsWaitsUpTo = TimeSpan.FromSeconds(3) } });
}

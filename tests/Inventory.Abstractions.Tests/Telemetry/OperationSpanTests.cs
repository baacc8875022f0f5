using System.Diagnostics;
using Inventory.Abstractions.Tests.TestDoubles;

namespace Inventory.Abstractions.Tests.Telemetry;

/// <summary>One span for each operation.</summary>
[TestFixture]
public sealed class OperationSpanTests
{
    private const string Provider = "spans";

    private static readonly (string Name, Func<IInventoryService, Task> Call, string Outcome)[] Operations =
    [
        ("put", s => s.PutAsync("logs", TestCloud.Rule), "Created"),
        ("find", s => s.FindAsync("logs", "nightly"), "Missing"),
        ("delete", s => s.DeleteAsync("logs", "nightly"), "Deleted"),
    ];

    private static IEnumerable<string> Names => Operations.Select(o => o.Name);

    [TestCaseSource(nameof(Names))]
    public async Task An_operation_is_one_client_span_below_its_callers_around_its_requests(string name)
    {
        var (_, call, outcome) = Operations.Single(o => o.Name == name);
        using var recorder = new TelemetryRecorder(Provider);
        var service = new TracedService(Provider);
        using var caller = new Activity("caller").Start();

        await call(service);

        var span = recorder.Span;
        Assert.That((span.OperationName, span.DisplayName, span.Kind), Is.EqualTo(($"inventory.{name}", $"inventory.{name}", ActivityKind.Client)));
        Assert.That(span.ParentSpanId, Is.EqualTo(caller.SpanId));
        Assert.That(span.Status, Is.EqualTo(ActivityStatusCode.Unset));
        Assert.That(service.Requests.Single(), Is.EqualTo((name, span)));
        Assert.That(Activity.Current, Is.SameAs(caller));
        Assert.That(span.GetTagItem("inventory.operation"), Is.EqualTo(name));
        Assert.That(span.GetTagItem("inventory.bucket"), Is.EqualTo("logs"));
        Assert.That(span.GetTagItem("inventory.rule.id"), Is.EqualTo("nightly"));
        Assert.That(span.GetTagItem("inventory.outcome"), Is.EqualTo(outcome));
        Assert.That(span.GetTagItem("error.type"), Is.Null);
    }

    [Test]
    public async Task The_source_has_the_documented_name_and_the_version_of_the_library()
    {
        using var recorder = new TelemetryRecorder(Provider);

        await new TracedService(Provider).DeleteAsync("logs", "nightly");

        Assert.That(recorder.Span.Source.Name, Is.EqualTo("Inventory"));
        Assert.That(recorder.Span.Source.Version, Does.Match(@"^\d+\.\d+\.\d+[^+]*$"));
    }

    [TestCase(PutMode.CreateOnly, "Created", "put")]
    [TestCase(PutMode.CreateOrReplace, "Replaced", "put find delete put")]
    [TestCase(PutMode.ReplaceOnly, "Unchanged", "find")]
    public async Task A_put_says_its_mode_and_outcome_and_holds_all_of_its_requests(PutMode mode, string outcome, string requests)
    {
        using var recorder = new TelemetryRecorder(Provider);
        var service = new TracedService(Provider);
        if (mode != PutMode.CreateOnly)
        {
            service.Store["nightly"] = mode == PutMode.ReplaceOnly ? TestCloud.Rule : TestCloud.Rule with { Schedule = InventorySchedule.Weekly };
        }

        _ = await service.PutAsync("logs", TestCloud.Rule, new() { Mode = mode });

        var attributes = TelemetryRecorder.Attributes(recorder.Span);
        Assert.That(attributes["inventory.put.mode"], Is.EqualTo(mode.ToString()));
        Assert.That(attributes["inventory.outcome"], Is.EqualTo(outcome));
        Assert.That(attributes.GetValueOrDefault("inventory.request_id"), Is.EqualTo(outcome == "Unchanged" ? null : "R-1"));
        Assert.That(service.Requests.Select(r => r.Request), Is.EqualTo(requests.Split(' ')));
        Assert.That(service.Requests.Select(r => r.Current), Has.All.SameAs(recorder.Span));
    }

    [TestCaseSource(nameof(Names))]
    public async Task A_failure_is_an_error_of_its_kind_with_what_support_asks_for(string name)
    {
        var refusal = new InventoryException(InventoryErrorKind.AccessDenied, "'spans' answered 403.")
        {
            HttpStatus = 403,
            ServiceCode = "Forbidden",
            RequestId = "R-9",
            Attempts = 1,
        };
        using var recorder = new TelemetryRecorder(Provider);
        var service = new TracedService(Provider) { Meanwhile = _ => throw refusal };

        var error = await Failing.Of(() => Operations.Single(o => o.Name == name).Call(service));

        var span = recorder.Span;
        Assert.That(error, Is.SameAs(refusal));
        Assert.That((span.Status, span.StatusDescription), Is.EqualTo((ActivityStatusCode.Error, "'spans' answered 403.")));
        Assert.That(span.GetTagItem("error.type"), Is.EqualTo("AccessDenied"));
        Assert.That(span.GetTagItem("http.response.status_code"), Is.EqualTo(403));
        Assert.That(span.GetTagItem("inventory.service_code"), Is.EqualTo("Forbidden"));
        Assert.That(span.GetTagItem("inventory.request_id"), Is.EqualTo("R-9"));
        Assert.That(span.GetTagItem("inventory.outcome"), Is.Null);
    }

    [Test]
    public async Task A_rule_that_is_refused_before_anything_is_sent_is_a_span_too()
    {
        using var recorder = new TelemetryRecorder(Provider);
        var service = new TracedService(Provider);

        _ = await Failing.With<InventoryRuleRejectedException>(() => service.PutAsync("logs", TestCloud.Rule with { Id = new('x', 21) }));

        Assert.That(recorder.Span.GetTagItem("error.type"), Is.EqualTo("RuleRejected"));
        Assert.That(service.Requests, Is.Empty);
    }

    [Test]
    public async Task A_mistake_is_an_error_of_its_type_and_its_text_which_may_hold_anything_is_kept_out()
    {
        using var recorder = new TelemetryRecorder(Provider);
        var service = new TracedService(Provider) { Meanwhile = _ => throw new InvalidOperationException("key sEcReT") };

        _ = await Failing.With<InvalidOperationException>(() => service.FindAsync("logs", "nightly"));

        Assert.That((recorder.Span.Status, recorder.Span.StatusDescription), Is.EqualTo((ActivityStatusCode.Error, (string?)null)));
        Assert.That(recorder.Span.GetTagItem("error.type"), Is.EqualTo("System.InvalidOperationException"));
        Assert.That(string.Join(' ', recorder.Span.TagObjects), Does.Not.Contain("sEcReT"));
    }

    [TestCaseSource(nameof(Names))]
    public async Task That_the_caller_cancels_is_no_error(string name)
    {
        using var recorder = new TelemetryRecorder(Provider);
        using var caller = new CancellationTokenSource();
        var service = new TracedService(Provider) { Meanwhile = _ => caller.CancelAsync() };
        Func<Task> call = name switch
        {
            "put" => () => service.PutAsync("logs", TestCloud.Rule, null, caller.Token),
            "find" => () => service.FindAsync("logs", "nightly", caller.Token),
            _ => () => service.DeleteAsync("logs", "nightly", caller.Token),
        };

        _ = await Failing.With<OperationCanceledException>(call);

        Assert.That(recorder.Span.Status, Is.EqualTo(ActivityStatusCode.Unset));
        Assert.That(recorder.Span.GetTagItem("inventory.outcome"), Is.EqualTo("Cancelled"));
        Assert.That(recorder.Span.GetTagItem("error.type"), Is.Null);
    }

    [Test]
    public async Task That_somebody_else_cancels_is_one()
    {
        using var recorder = new TelemetryRecorder(Provider);
        var service = new TracedService(Provider) { Meanwhile = _ => throw new OperationCanceledException() };

        _ = await Failing.With<OperationCanceledException>(() => service.FindAsync("logs", "nightly"));

        Assert.That(recorder.Span.Status, Is.EqualTo(ActivityStatusCode.Error));
        Assert.That(recorder.Span.GetTagItem("error.type"), Is.EqualTo("System.OperationCanceledException"));
    }

    [Test]
    public async Task A_replacement_that_could_not_be_undone_is_an_error_even_to_a_caller_that_cancelled()
    {
        using var recorder = new TelemetryRecorder(Provider);
        using var caller = new CancellationTokenSource();
        var clock = new ManualTimeProvider { SkipsWaitsUpTo = TimeSpan.FromMinutes(1) };
        var service = new TracedService(Provider, new() { Time = clock });
        service.Store["nightly"] = TestCloud.Rule with { Schedule = InventorySchedule.Weekly };
        service.Meanwhile = async request =>
        {
            if (service.Requests.Exists(r => r.Request == "delete") && request != "delete")
            {
                await caller.CancelAsync();
                throw new InventoryException(InventoryErrorKind.Unavailable, "Not now.");
            }
        };

        _ = await Failing.With<ReplaceInterruptedException>(() => service.PutAsync("logs", TestCloud.Rule, null, caller.Token));

        Assert.That(recorder.Span.Status, Is.EqualTo(ActivityStatusCode.Error));
        Assert.That(recorder.Span.GetTagItem("error.type"), Is.EqualTo("ReplaceInterrupted"));
    }

    [Test]
    public async Task Two_operations_at_once_keep_their_requests_apart()
    {
        using var here = new TelemetryRecorder("spans-here");
        using var there = new TelemetryRecorder("spans-there");
        using var both = new Barrier(2);
        var meet = (string _) => Task.Run(() => both.SignalAndWait(TimeSpan.FromSeconds(30)));
        var services = new[] { "spans-here", "spans-there" }.Select(p => new TracedService(p) { Meanwhile = meet }).ToArray();
        services[0].Store["nightly"] = services[1].Store["nightly"] = TestCloud.Rule with { Schedule = InventorySchedule.Weekly };

        _ = await Task.WhenAll(services.Select(s => s.PutAsync("logs", TestCloud.Rule)));

        Assert.That(services[0].Requests.ConvertAll(r => r.Current), Has.Count.EqualTo(4).And.All.SameAs(here.Span));
        Assert.That(services[1].Requests.ConvertAll(r => r.Current), Has.Count.EqualTo(4).And.All.SameAs(there.Span));
    }
}

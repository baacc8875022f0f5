using System.Diagnostics;
using Inventory.Abstractions.Tests.TestDoubles;

namespace Inventory.Abstractions.Tests.Telemetry;

/// <summary>One span around all pages of a list, and around nothing of the caller's.</summary>
[TestFixture]
public sealed class ListSpanTests
{
    private const string Provider = "list-spans";

    [TestCase(false)]
    [TestCase(true)]
    public async Task Every_page_is_read_below_the_lists_span_and_between_items_the_callers_own_is_current(bool isAsynchronous)
    {
        using var recorder = new TelemetryRecorder(Provider);
        var service = Service(5, isAsynchronous);
        using var caller = new Activity("caller").Start();

        List<Activity?> seen = [];
        await foreach (var _ in service.ListAsync("logs"))
        {
            seen.Add(Activity.Current);
        }

        seen.Add(Activity.Current);
        var span = recorder.Span;
        Assert.That((span.OperationName, span.Kind, span.Status), Is.EqualTo(("inventory.list", ActivityKind.Client, ActivityStatusCode.Unset)));
        Assert.That(span.ParentSpanId, Is.EqualTo(caller.SpanId));
        Assert.That(service.Requests, Has.Count.EqualTo(3));
        Assert.That(service.Requests.Select(r => r.Current), Has.All.SameAs(span));
        Assert.That(seen, Has.Count.EqualTo(6).And.All.SameAs(caller));
        Assert.That(TelemetryRecorder.Attributes(span), Is.EquivalentTo(new Dictionary<string, object?>
        {
            ["inventory.bucket"] = "logs",
            ["inventory.list.returned_rules"] = 5,
            ["inventory.outcome"] = "Listed",
        }));
    }

    [TestCase(false)]
    [TestCase(true)]
    public async Task What_the_caller_begins_and_ends_between_items_stays_its_own(bool isAsynchronous)
    {
        using var recorder = new TelemetryRecorder(Provider);
        var service = Service(5, isAsynchronous);

        Activity? before = null;
        await foreach (var rule in service.ListAsync("logs"))
        {
            Assert.That(Activity.Current, Is.SameAs(before), rule.Id);
            before?.Dispose();
            before = new Activity("work").Start();
        }

        Assert.That(Activity.Current, Is.SameAs(before));
        before!.Dispose();
        Assert.That(Activity.Current, Is.Null);
        Assert.That(service.Requests.Select(r => r.Current), Has.All.SameAs(recorder.Span));
    }

    [Test]
    public async Task A_caller_that_has_seen_enough_ends_the_span()
    {
        using var recorder = new TelemetryRecorder(Provider);
        var service = Service(5);

        await foreach (var _ in service.ListAsync("logs"))
        {
            break;
        }

        Assert.That(recorder.Span.Status, Is.EqualTo(ActivityStatusCode.Unset));
        Assert.That(recorder.Span.GetTagItem("inventory.outcome"), Is.EqualTo("Abandoned"));
        Assert.That(recorder.Span.GetTagItem("inventory.list.returned_rules"), Is.EqualTo(1));
        Assert.That(Activity.Current, Is.Null);
    }

    [Test]
    public async Task A_list_that_fails_on_a_later_page_is_an_error_and_says_how_far_it_came()
    {
        using var recorder = new TelemetryRecorder(Provider);
        var service = Service(5);
        service.Meanwhile = _ => service.Requests.Count < 2 ? Task.CompletedTask : throw new InventoryException(InventoryErrorKind.Throttled, "Slow down.");

        _ = await Failing.Of(async () => await service.ListAsync("logs").CountAsync());

        Assert.That((recorder.Span.Status, recorder.Span.StatusDescription), Is.EqualTo((ActivityStatusCode.Error, "Slow down.")));
        Assert.That(recorder.Span.GetTagItem("error.type"), Is.EqualTo("Throttled"));
        Assert.That(recorder.Span.GetTagItem("inventory.list.returned_rules"), Is.EqualTo(2));
    }

    [Test]
    public async Task A_list_that_its_walker_cancels_is_no_error()
    {
        using var recorder = new TelemetryRecorder(Provider);
        using var walker = new CancellationTokenSource();
        var service = Service(5);
        service.Meanwhile = _ => service.Requests.Count < 2 ? Task.CompletedTask : walker.CancelAsync();

        _ = await Failing.With<OperationCanceledException>(async () =>
        {
            await foreach (var _ in service.ListAsync("logs").WithCancellation(walker.Token))
            {
            }
        });

        Assert.That(recorder.Span.Status, Is.EqualTo(ActivityStatusCode.Unset));
        Assert.That(recorder.Span.GetTagItem("inventory.outcome"), Is.EqualTo("Cancelled"));
    }

    [Test]
    public async Task The_token_that_a_list_is_asked_for_with_cancels_it_too()
    {
        using var recorder = new TelemetryRecorder(Provider);
        using var caller = new CancellationTokenSource();
        var service = Service(5);
        service.Meanwhile = _ => caller.CancelAsync();

        _ = await Failing.With<OperationCanceledException>(async () => await service.ListAsync("logs", caller.Token).CountAsync(CancellationToken.None));

        Assert.That(recorder.Span.GetTagItem("inventory.outcome"), Is.EqualTo("Cancelled"));
    }

    [Test]
    public async Task Each_walk_is_a_span_and_a_list_that_nobody_walks_is_none()
    {
        using var recorder = new TelemetryRecorder(Provider);
        var service = Service(1);

        var list = service.ListAsync("logs");
        var unwalked = recorder.Spans.Count;
        _ = await list.CountAsync();
        _ = await list.CountAsync();

        Assert.That(unwalked, Is.Zero);
        Assert.That(recorder.Spans, Has.Count.EqualTo(2).And.Unique);
    }

    private static TracedService Service(int rules, bool isAsynchronous = false)
    {
        var service = new TracedService(Provider);
        for (var i = 0; i < rules; i++)
        {
            var rule = TestCloud.Rule with { Id = ((char)('a' + i)).ToString() };
            service.Store[rule.Id] = rule;
        }

        if (isAsynchronous)
        {
            service.Meanwhile = async _ => await Task.Yield();
        }

        return service;
    }
}

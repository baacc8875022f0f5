using System.Diagnostics;
using Inventory.Abstractions.Tests.TestDoubles;

namespace Inventory.Abstractions.Tests.Telemetry;

/// <summary>What transports add to the operation that they work for.</summary>
[TestFixture]
public sealed class InventoryTelemetryTests
{
    private const string Provider = "transported";

    private static readonly FailedAttempt Throttled = new()
    {
        Provider = Provider,
        Method = "GET",
        Number = 1,
        Delay = TimeSpan.FromSeconds(0.25),
        Kind = InventoryErrorKind.Throttled,
        Status = 429,
    };

    [Test]
    public async Task A_request_and_its_answer_are_told_on_the_operations_span_and_the_last_one_stays()
    {
        using var recorder = new TelemetryRecorder(Provider);
        var service = Service(() =>
        {
            InventoryTelemetry.RecordRequest(new("https://one.example"));
            InventoryTelemetry.RecordAnswer(409, "R-1");
            InventoryTelemetry.RecordRequest(new("http://two.example:8080"));
            InventoryTelemetry.RecordAnswer(200, "R-2");
        });

        _ = await service.FindAsync("logs", "nightly");

        Assert.That(recorder.Span.GetTagItem("server.address"), Is.EqualTo("two.example"));
        Assert.That(recorder.Span.GetTagItem("server.port"), Is.EqualTo(8080));
        Assert.That(recorder.Span.GetTagItem("http.response.status_code"), Is.EqualTo(200));
        Assert.That(recorder.Span.GetTagItem("inventory.request_id"), Is.EqualTo("R-2"));
    }

    [Test]
    public async Task A_request_without_an_answer_does_not_keep_the_answer_to_the_one_before()
    {
        using var recorder = new TelemetryRecorder(Provider);
        var service = Service(() =>
        {
            InventoryTelemetry.RecordAnswer(409, "R-1");
            InventoryTelemetry.RecordRequest(new("https://one.example"));
        });

        _ = await service.FindAsync("logs", "nightly");

        Assert.That(recorder.Span.TagObjects.Select(t => t.Key), Has.None.EqualTo("http.response.status_code").And.None.EqualTo("inventory.request_id"));
    }

    [Test]
    public async Task A_retry_is_an_event_and_is_counted_on_the_span()
    {
        using var recorder = new TelemetryRecorder(Provider);
        var service = Service(() =>
        {
            InventoryTelemetry.RecordRetry(Throttled);
            InventoryTelemetry.RecordRetry(Throttled with { Number = 2, Delay = TimeSpan.FromSeconds(4), Kind = InventoryErrorKind.Unavailable, Status = null });
        });

        _ = await service.FindAsync("logs", "nightly");

        Assert.That(recorder.Span.GetTagItem("inventory.retry.count"), Is.EqualTo(2));
        Assert.That(recorder.Span.Events.Select(e => e.Name), Is.EqualTo(new[] { "inventory.retry", "inventory.retry" }));
        Assert.That(recorder.Span.Events.First().Tags, Is.EquivalentTo(new Dictionary<string, object?>
        {
            ["http.request.resend_count"] = 1,
            ["inventory.retry.delay"] = 0.25,
            ["http.request.method"] = "GET",
            ["error.type"] = "Throttled",
            ["http.response.status_code"] = 429,
        }));
        Assert.That(recorder.Span.Events.Last().Tags, Is.EquivalentTo(new Dictionary<string, object?>
        {
            ["http.request.resend_count"] = 2,
            ["inventory.retry.delay"] = 4.0,
            ["http.request.method"] = "GET",
            ["error.type"] = "Unavailable",
        }));
    }

    [Test]
    public async Task The_operations_span_is_found_below_spans_of_others()
    {
        using var recorder = new TelemetryRecorder(Provider);
        var service = Service(() =>
        {
            using var inner = new Activity("of a handler").Start();
            InventoryTelemetry.RecordAnswer(204, null);
        });

        _ = await service.FindAsync("logs", "nightly");

        Assert.That(recorder.Span.GetTagItem("http.response.status_code"), Is.EqualTo(204));
    }

    [Test]
    public void A_span_that_is_none_of_this_library_is_left_alone()
    {
        using var recorder = new TelemetryRecorder(Provider);
        using var others = new Activity("others").Start();

        InventoryTelemetry.RecordRequest(new("https://one.example"));
        InventoryTelemetry.RecordAnswer(200, "R-1");
        InventoryTelemetry.RecordRetry(Throttled);

        Assert.That(others.TagObjects, Is.Empty);
        Assert.That(others.Events, Is.Empty);
    }

    [Test]
    [NonParallelizable]
    public void Where_nobody_listens_nothing_is_allocated()
    {
        var server = new Uri("https://one.example");
        Record(server);

        var before = GC.GetAllocatedBytesForCurrentThread();
        Record(server);
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;

        Assert.That(allocated, Is.Zero);
    }

    private static void Record(Uri server)
    {
        InventoryTelemetry.RecordRequest(server);
        InventoryTelemetry.RecordAnswer(200, "R-1");
        InventoryTelemetry.RecordRetry(Throttled);
    }

    private static TracedService Service(Action meanwhile) => new(Provider)
    {
        Meanwhile = _ =>
        {
            meanwhile();
            return Task.CompletedTask;
        },
    };
}

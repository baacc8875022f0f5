using System.Diagnostics.Metrics;
using Inventory.Abstractions.Tests.TestDoubles;

namespace Inventory.Abstractions.Tests.Telemetry;

/// <summary>What the meter says: durations and retries, by few tags of few values.</summary>
[TestFixture]
public sealed class MeasurementTests
{
    private const string Provider = "measured";

    [Test]
    public async Task An_operation_is_measured_in_seconds_of_the_services_clock_by_operation_provider_and_outcome()
    {
        using var recorder = new TelemetryRecorder(Provider);
        var clock = new ManualTimeProvider();
        var service = new TracedService(Provider, new() { Time = clock });
        service.Meanwhile = _ =>
        {
            clock.Advance(TimeSpan.FromSeconds(1.5));
            return Task.CompletedTask;
        };

        _ = await service.PutAsync("logs", TestCloud.Rule);
        _ = await service.FindAsync("logs", "nightly");
        _ = await service.ListAsync("logs").CountAsync();
        await service.DeleteAsync("logs", "nightly");

        Assert.That(recorder.Measurements.Select(m => m.Instrument), Has.All.EqualTo("inventory.client.operation.duration"));
        Assert.That(recorder.Measurements.Select(m => m.Value), Is.EqualTo(new[] { 1.5, 1.5, 1.5, 1.5 }));
        Assert.That(recorder.Measurements.Select(m => (m.Tags["inventory.operation"], m.Tags["inventory.outcome"])), Is.EqualTo(new (object?, object?)[]
        {
            ("put", "Created"), ("find", "Found"), ("list", "Listed"), ("delete", "Deleted"),
        }));
        Assert.That(recorder.Measurements.SelectMany(m => m.Tags.Keys).Distinct(), Is.EquivalentTo(
            new[] { "inventory.operation", "inventory.provider", "inventory.outcome" }));
    }

    [Test]
    public async Task A_failure_is_measured_by_its_kind_and_a_cancellation_is_an_outcome()
    {
        using var recorder = new TelemetryRecorder(Provider);
        using var caller = new CancellationTokenSource();
        var service = new TracedService(Provider) { Meanwhile = _ => throw new InventoryException(InventoryErrorKind.Unavailable, "Not now.") };

        _ = await Failing.Of(() => service.DeleteAsync("logs", "nightly"));
        await caller.CancelAsync();
        _ = await Failing.With<OperationCanceledException>(() => service.DeleteAsync("logs", "nightly", caller.Token));

        var (failed, cancelled) = (recorder.Measurements[0].Tags, recorder.Measurements[1].Tags);
        Assert.That(failed.Keys, Is.EquivalentTo(new[] { "inventory.operation", "inventory.provider", "error.type" }));
        Assert.That(failed["error.type"], Is.EqualTo("Unavailable"));
        Assert.That(cancelled.Keys, Is.EquivalentTo(new[] { "inventory.operation", "inventory.provider", "inventory.outcome" }));
        Assert.That(cancelled["inventory.outcome"], Is.EqualTo("Cancelled"));
    }

    [Test]
    public void The_instruments_have_the_documented_names_units_and_buckets()
    {
        using var recorder = new TelemetryRecorder(Provider);
        InventoryTelemetry.RecordRetry(Attempt);

        Assert.That(recorder.Instruments.Select(i => (i.Meter.Name, i.Name, i.Unit)), Is.EquivalentTo(new[]
        {
            ("Inventory", "inventory.client.operation.duration", "s"), ("Inventory", "inventory.client.retries", "{retry}"),
        }));
        var buckets = recorder.Instruments.OfType<Histogram<double>>().Single().Advice!.HistogramBucketBoundaries!;
        Assert.That(buckets, Is.Ordered.Ascending.And.Unique);
        Assert.That((buckets[0], buckets[^1]), Is.EqualTo((0.005, 120)));
        Assert.That(recorder.Instruments.First().Meter.Version, Does.Match(@"^\d+\.\d+\.\d+[^+]*$"));
    }

    [Test]
    public void A_retry_is_counted_by_provider_method_and_kind_and_by_no_bucket_or_rule()
    {
        using var recorder = new TelemetryRecorder(Provider);

        InventoryTelemetry.RecordRetry(Attempt);

        var measurement = recorder.Measurements.Single();
        Assert.That((measurement.Instrument, measurement.Value), Is.EqualTo(("inventory.client.retries", 1.0)));
        Assert.That(measurement.Tags, Is.EquivalentTo(new Dictionary<string, object?>
        {
            ["inventory.provider"] = Provider,
            ["http.request.method"] = "PUT",
            ["error.type"] = "Throttled",
        }));
    }

    private static FailedAttempt Attempt => new()
    {
        Provider = Provider,
        Method = "PUT",
        Number = 1,
        Delay = TimeSpan.FromSeconds(0.25),
        Kind = InventoryErrorKind.Throttled,
        Status = 429,
    };
}

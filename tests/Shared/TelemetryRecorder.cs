using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Inventory.Tests;

/// <summary>A measurement: its instrument's name, its value and its tags.</summary>
internal sealed record Measurement(string Instrument, double Value, IReadOnlyDictionary<string, object?> Tags);

/// <summary>Listens to the library as an application does, and keeps what concerns one provider: listeners hear the whole process.</summary>
internal sealed class TelemetryRecorder : IDisposable
{
    private readonly ActivityListener _spans;
    private readonly MeterListener _meter = new();
    private readonly ConcurrentQueue<Activity> _ended = new();
    private readonly ConcurrentQueue<Measurement> _measured = new();

    public TelemetryRecorder(string provider)
    {
        _spans = new()
        {
            ShouldListenTo = source => source.Name == InventoryTelemetry.ActivitySourceName,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = span =>
            {
                if (Equals(span.GetTagItem("inventory.provider"), provider))
                {
                    _ended.Enqueue(span);
                }
            },
        };
        ActivitySource.AddActivityListener(_spans);
        _meter.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Name == InventoryTelemetry.MeterName)
            {
                Instruments.Enqueue(instrument);
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _meter.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Keep(provider, instrument, value, tags));
        _meter.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Keep(provider, instrument, value, tags));
        _meter.Start();
    }

    /// <summary>Every instrument of the meter.</summary>
    public ConcurrentQueue<Instrument> Instruments { get; } = new();

    /// <summary>The spans that have ended, in the order of their ends.</summary>
    public IReadOnlyList<Activity> Spans => [.. _ended];

    public IReadOnlyList<Measurement> Measurements => [.. _measured];

    /// <summary>The one span that has ended.</summary>
    public Activity Span => _ended.Single();

    /// <summary>A span's attributes, without those of its provider and its operation.</summary>
    public static IReadOnlyDictionary<string, object?> Attributes(Activity span) =>
        span.TagObjects.Where(t => t.Key is not ("inventory.provider" or "inventory.operation")).ToDictionary();

    public void Dispose()
    {
        _spans.Dispose();
        _meter.Dispose();
    }

    private void Keep(string provider, Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var measurement = new Measurement(instrument.Name, value, tags.ToArray().ToDictionary());
        if (Equals(measurement.Tags.GetValueOrDefault("inventory.provider"), provider))
        {
            _measured.Enqueue(measurement);
        }
    }
}

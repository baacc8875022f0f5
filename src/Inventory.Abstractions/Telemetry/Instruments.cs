using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Reflection;

namespace Inventory;

/// <summary>The one source of spans and the one meter, for the process.</summary>
internal static class Instruments
{
    private static readonly string? Version =
        typeof(Instruments).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0];

    private static readonly Meter Meter = new(InventoryTelemetry.MeterName, Version);

    public static ActivitySource Source { get; } = new(InventoryTelemetry.ActivitySourceName, Version);

    /// <summary>
    /// How long operations take. The buckets are those that OpenTelemetry advises for HTTP clients, and three more: an operation is several requests, and
    /// retries may take 100 s.
    /// </summary>
    public static Histogram<double> Duration { get; } = Meter.CreateHistogram(
        "inventory.client.operation.duration",
        "s",
        "Duration of operations on inventory rules, their requests, retries and waits included.",
        tags: null,
        new InstrumentAdvice<double>
        {
            HistogramBucketBoundaries = [0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10, 30, 60, 120],
        });

    public static Counter<long> Retries { get; } = Meter.CreateCounter<long>(
        "inventory.client.retries", "{retry}", "Requests that were sent again, by why the attempt before failed.");
}

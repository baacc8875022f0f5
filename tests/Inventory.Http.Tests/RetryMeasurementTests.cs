namespace Inventory.Http.Tests;

/// <summary>Retries are counted, by why.</summary>
public sealed class RetryMeasurementTests
{
    [Test]
    public async Task Each_retry_is_counted_by_method_and_kind()
    {
        using var recorder = new TelemetryRecorder("sample");
        using var bench = new Bench(Steps.Refuse(403, "SlowDown"), Steps.Answer(502), Steps.Throw(new IOException("gone")), Steps.Answer(200))
        {
            Options = new() { MaxAttempts = 4 },
        };

        _ = await bench.SendAsync(Bench.Delete());

        Assert.That(recorder.Measurements.Select(m => (m.Instrument, m.Value, m.Tags["http.request.method"], m.Tags["error.type"])), Is.EqualTo(new (string, double, object?, object?)[]
        {
            ("inventory.client.retries", 1, "DELETE", "Throttled"),
            ("inventory.client.retries", 1, "DELETE", "Unavailable"),
            ("inventory.client.retries", 1, "DELETE", "Unavailable"),
        }));
    }

    [Test]
    public async Task A_failure_that_is_not_tried_again_is_no_retry()
    {
        using var recorder = new TelemetryRecorder("sample");
        using var bench = new Bench(Steps.Refuse(503, "Busy")) { Options = new() { MaxAttempts = 2 } };

        _ = await bench.FailAsync();

        Assert.That(bench.Service.Sent, Has.Count.EqualTo(2));
        Assert.That(recorder.Measurements, Has.Count.EqualTo(1));
    }
}

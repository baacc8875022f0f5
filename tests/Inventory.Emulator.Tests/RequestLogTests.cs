using Inventory.Emulator.Http;

namespace Inventory.Emulator.Tests;

/// <summary>What the emulator remembers of requests is bounded, by number and by size.</summary>
[TestFixture]
public sealed class RequestLogTests
{
    [Test]
    public void A_thousand_requests_are_remembered_and_the_oldest_is_forgotten_first()
    {
        var log = new RequestLog(null);

        for (var i = 0; i < RequestLog.Capacity + 5; i++)
        {
            log.Add(Request($"/{i}", 0), null);
        }

        var requests = log.Snapshot();
        Assert.That(requests, Has.Count.EqualTo(1_000));
        Assert.That((requests[0].Target, requests[^1].Target), Is.EqualTo(("/5", "/1004")));
    }

    [Test]
    public void Long_requests_are_remembered_as_far_as_they_fit()
    {
        const int Length = 262_144;
        var log = new RequestLog(null);

        for (var i = 0; i < RequestLog.Capacity; i++)
        {
            log.Add(Request($"/{i}", Length), null);
        }

        var requests = log.Snapshot();
        Assert.That(requests.Sum(request => (long)request.Body.Length), Is.InRange(RequestLog.MaxBytes - (2 * Length), RequestLog.MaxBytes));
        Assert.That(requests[^1].Target, Is.EqualTo("/999"));
    }

    [Test]
    public void The_last_request_is_remembered_however_long_it_is()
    {
        var log = new RequestLog(null);

        log.Add(Request("/short", 1), null);
        log.Add(Request("/long", (int)RequestLog.MaxBytes + 1), null);

        Assert.That(log.Snapshot().Single().Target, Is.EqualTo("/long"));
    }

    private static LoggedRequest Request(string target, int length) =>
        new("oss", WireRequest.Create("PUT", target, [], new byte[length]), new WireAnswer(200), null);
}

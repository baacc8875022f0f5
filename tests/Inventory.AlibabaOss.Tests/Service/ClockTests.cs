using System.Globalization;
using Inventory.AlibabaOss.Tests.Support;
using Inventory.Emulator;
using Inventory.Http.Tests;

namespace Inventory.AlibabaOss.Tests.Service;

/// <summary>A machine whose clock is further from OSS's than it allows: 15 minutes.</summary>
[TestFixture]
public sealed class ClockTests
{
    [TestCase(-60, OssSignatureVersion.V4)]
    [TestCase(20, OssSignatureVersion.V4)]
    [TestCase(-1439, OssSignatureVersion.V4)]
    [TestCase(-60, OssSignatureVersion.V1)]
    [TestCase(1439, OssSignatureVersion.V1)]
    public async Task Every_operation_works_and_one_refusal_is_all_that_it_costs(int minutes, OssSignatureVersion version)
    {
        await using var cloud = await OssCloud.StartAsync();
        var service = cloud.NewService(o => o.SignatureVersion = version, time: new OffClock(TimeSpan.FromMinutes(minutes)));

        var created = await service.PutAsync(OssCloud.Source, OssRules.Plain);
        var found = await service.FindAsync(OssCloud.Source, OssRules.Plain.Id);
        var listed = await service.ListAsync(OssCloud.Source).ToListAsync();
        await service.DeleteAsync(OssCloud.Source, OssRules.Plain.Id);

        Assert.That((created.Outcome, found, listed.Single()), Is.EqualTo((PutOutcome.Created, service.Normalize(OssRules.Plain), found)));
        Assert.That(cloud.Emulator.StoredRules(EmulatorWire.Oss, OssCloud.Source), Is.Empty);
        Assert.That(cloud.Requests.Select(r => r.Status), Is.EqualTo([403, 200, 200, 200, 204]));
    }

    [Test]
    public async Task A_clock_that_is_further_off_is_a_failed_authentication_that_says_by_how_much()
    {
        await using var cloud = await StartAheadAsync(TimeSpan.FromDays(2));
        var service = cloud.NewService(time: new ManualTimeProvider());

        var failure = Assert.ThrowsAsync<InventoryException>(() => service.FindAsync(OssCloud.Source, "report1"));

        Assert.That((failure.Kind, failure.ServiceCode, failure.Diagnostics["x-oss-ec"]), Is.EqualTo((InventoryErrorKind.AuthenticationFailed, "RequestTimeTooSkewed", "0002-00000504")));
        Assert.That(failure.Message, Does.Contain("This machine's clock is 2.00:00:00 behind the service's, too far to be corrected for: set it. (1 attempt"));
    }

    [TestCase("<ServerTime>2026-03-01T09:00:00.000Z</ServerTime>")]
    [TestCase("<Detail><MaxAllowedSkewMilliseconds>900000</MaxAllowedSkewMilliseconds><ServerTime>2026-03-01T09:00:00Z</ServerTime></Detail>")]
    public async Task Without_a_date_the_time_in_the_document_counts_under_any_culture(string more)
    {
        foreach (var culture in new[] { "", "th-TH", "fi-FI", "ar-SA" })
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
            using var handler = new CannedHandler(CannedAnswer.Error(403, "RequestTimeTooSkewed", more: more), CannedAnswer.NoSuchInventory);
            using var service = CannedOss.Service(handler, o => o.Transport = new(), new ManualTimeProvider());

            _ = await service.FindAsync(OssCloud.Source, "report1");

            Assert.That(handler.Requests.Select(r => r.Headers["x-oss-date"]), Is.EqualTo(["20260301T080000Z", "20260301T090000Z"]), culture);
        }
    }

    [TestCase("")]
    [TestCase("<ServerTime>soon</ServerTime>")]
    [TestCase("<Detail>2026-03-01T09:00:00.000Z</Detail>")]
    public void Without_any_time_the_message_says_what_to_do(string more)
    {
        using var handler = new CannedHandler(CannedAnswer.Error(403, "RequestTimeTooSkewed", more: more));
        using var service = CannedOss.Service(handler, o => o.Transport = new());

        var failure = Assert.ThrowsAsync<InventoryException>(() => service.FindAsync(OssCloud.Source, "report1"));

        Assert.That(failure.Message, Does.Contain("set this machine's clock"));
        Assert.That(handler.Requests, Has.Count.EqualTo(1));
    }

    [Test]
    public void A_proxy_moves_no_clock_whatever_it_says()
    {
        var date = ("Date", (ManualTimeProvider.Start + TimeSpan.FromHours(1)).ToString("r", CultureInfo.InvariantCulture));
        using var handler = new CannedHandler(
            new CannedAnswer(403, "<html><Code>RequestTimeTooSkewed</Code></html>", date), new CannedAnswer(403, "RequestTimeTooSkewed", date), CannedAnswer.Error(403, "AccessDenied"));
        using var service = CannedOss.Service(handler, o => o.Transport = new(), new ManualTimeProvider());

        for (var call = 0; call < 3; call++)
        {
            _ = Assert.ThrowsAsync<InventoryException>(() => service.FindAsync(OssCloud.Source, "report1"));
        }

        Assert.That(handler.Requests.Select(r => r.Headers["x-oss-date"]), Has.Exactly(3).EqualTo("20260301T080000Z"));
    }

    [Test]
    public async Task A_correction_is_an_event_of_the_operations_span()
    {
        await using var cloud = await StartAheadAsync(TimeSpan.FromHours(1));
        var service = cloud.NewService(time: new ManualTimeProvider());
        using var recorder = new TelemetryRecorder("oss");

        _ = await service.FindAsync(OssCloud.Source, "report1");

        Assert.That(recorder.Span.Events.Select(e => e.Name), Is.EqualTo(["inventory.clock_correction", "inventory.retry"]));
        Assert.That(recorder.Span.Events.First().Tags, Is.EqualTo([KeyValuePair.Create("inventory.clock.offset", (object?)3600d)]));
    }

    /// <summary>A service whose clock is ahead of a new <see cref="ManualTimeProvider"/>'s.</summary>
    private static Task<OssCloud> StartAheadAsync(TimeSpan by)
    {
        var clock = new ManualTimeProvider();
        clock.Advance(by);
        return OssCloud.StartAsync(new() { Clock = clock });
    }

    private sealed class OffClock(TimeSpan by) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + by;
    }
}

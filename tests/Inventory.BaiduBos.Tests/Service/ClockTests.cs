using System.Globalization;
using Inventory.Http.Tests;

namespace Inventory.BaiduBos.Tests.Service;

/// <summary>A machine whose clock is off.</summary>
[TestFixture]
public sealed class ClockTests
{
    [TestCase(-20, 403)]
    [TestCase(-120, 403)]
    [TestCase(120, 403)]
    public async Task Every_operation_works_and_one_refusal_is_all_that_it_costs(int minutes, int refusal)
    {
        await using var bos = await EmulatedBos.StartAsync();
        using var service = new BosInventoryService(bos.Options(), time: new OffClock(TimeSpan.FromMinutes(minutes)));

        var created = await service.PutAsync(EmulatedBos.Source, Rules.Weekly());
        var found = await service.FindAsync(EmulatedBos.Source, "rule-1");
        var listed = await service.AllAsync();
        await service.DeleteAsync(EmulatedBos.Source, "rule-1");

        Assert.That((created.Outcome, found, listed.Single()), Is.EqualTo((PutOutcome.Created, service.Normalize(Rules.Weekly()), found)));
        Assert.That(bos.Requests.Select(r => r.Status), Is.EqualTo([refusal, 404, 200, 200, 200, 200]));
    }

    [Test]
    public async Task A_signature_that_had_expired_when_it_arrived_was_made_by_a_clock_that_is_off()
    {
        // A server that looks at nothing but the half hour that a signature holds.
        await using var bos = await EmulatedBos.StartAsync(new() { MaxClockSkew = TimeSpan.FromHours(12) });
        using var service = new BosInventoryService(bos.Options(), time: new OffClock(TimeSpan.FromHours(-2)));

        _ = await service.PutAsync(EmulatedBos.Source, Rules.Weekly());

        Assert.That(bos.Requests.Select(r => r.ErrorCode), Is.EqualTo((string?[])["RequestExpired", "NoSuchInventoryConfiguration", null]));
    }

    [Test]
    public async Task Without_a_date_the_services_own_header_counts_under_any_culture()
    {
        foreach (var culture in new[] { "", "th-TH", "fi-FI", "ar-SA" })
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
            var handler = new ScriptedHandler(
                ScriptedHandler.Answer(403, """{"code":"RequestTimeTooSkewed","message":"No.","requestId":"R"}""", ("x-bce-date", "2026-03-01T09:00:00Z")),
                ScriptedHandler.Answer(200, """{"inventoryRuleList":[]}"""));
            using var dates = new DateLog(handler);
            var options = ScriptedBos.Options();
            options.Transport = new();
            using var service = new BosInventoryService(options, handler: dates, time: new ManualTimeProvider());

            _ = await service.AllAsync(ScriptedBos.Source);

            Assert.That(dates.Seen, Is.EqualTo(["2026-03-01T08:00:00Z", "2026-03-01T09:00:00Z"]), culture);
        }
    }

    [TestCase("")]
    [TestCase("soon")]
    [TestCase("Sun, 01 Mar 2026 09:00:00 GMT")]
    public async Task Without_any_time_the_message_says_what_to_do(string date)
    {
        var handler = new ScriptedHandler(ScriptedHandler.Answer(403, """{"code":"RequestTimeTooSkewed","message":"No.","requestId":"R"}""", ("x-bce-date", date)));
        var options = ScriptedBos.Options();
        options.Transport = new();
        using var service = ScriptedBos.Service(handler, options);

        var error = await Caught.ByAsync(() => service.FindAsync(ScriptedBos.Source, "a"));

        Assert.That((error.Kind, handler.Sent.Count), Is.EqualTo((InventoryErrorKind.AuthenticationFailed, 1)));
        Assert.That(error.Message, Does.Contain("The answer does not say the service's time: set this machine's clock."));
    }

    [Test]
    public async Task A_proxy_moves_no_clock_whatever_it_says()
    {
        var date = (ManualTimeProvider.Start + TimeSpan.FromHours(1)).ToString("r", CultureInfo.InvariantCulture);
        var handler = new ScriptedHandler(ScriptedHandler.Answer(403, "<html>RequestTimeTooSkewed</html>", ("Date", date)));
        using var dates = new DateLog(handler);
        using var service = new BosInventoryService(ScriptedBos.Options(), handler: dates, time: new ManualTimeProvider());

        _ = await Caught.ByAsync(() => service.FindAsync(ScriptedBos.Source, "a"));
        _ = await Caught.ByAsync(() => service.FindAsync(ScriptedBos.Source, "a"));

        Assert.That(dates.Seen, Is.EqualTo(["2026-03-01T08:00:00Z", "2026-03-01T08:00:00Z"]));
    }

    private sealed class OffClock(TimeSpan by) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + by;
    }

    /// <summary>Keeps the time that each request was signed for.</summary>
    private sealed class DateLog(HttpMessageHandler inner) : DelegatingHandler(inner)
    {
        public List<string> Seen { get; } = [];

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Seen.Add(request.Headers.NonValidated["x-bce-date"].ToString());
            return base.SendAsync(request, cancellationToken);
        }
    }
}

namespace Inventory.Http.Tests;

/// <summary>Whatever a header or an option says, its reader gives a value, or what is documented.</summary>
public sealed class HostileHeaderTests
{
    private const int Texts = 100_000;
    private const int Calls = 2_000;

    private static readonly string[] Waits = ["7", "120", "Sun, 01 Mar 2026 08:20:00 GMT", "Sunday, 01-Mar-26 08:20:00 GMT"];
    private static readonly string[] Dates = ["Sun, 01 Mar 2026 08:20:00 GMT", "Sunday, 01-Mar-26 08:20:00 GMT", "Sun Mar  1 08:20:00 2026"];
    private static readonly string[] Endpoints = ["https://storage.example:8443", "storage.example.com", "http://127.0.0.1:8080", "localhost:9000", "[::1]:9000", "10.0.0.7", "bücher.example"];

    [Test]
    public void Of_a_wait() => Check(Waits, body => RetryHandler.RetryAfter(body.Text, ManualTimeProvider.Start) is { } wait && IsAWait(wait));

    [Test]
    public void Of_a_date() => Check(Dates, body => RefusalLessons.DateOf(body.Text) is { Year: > 0 });

    [Test]
    public void Of_an_endpoint([Values] BucketAddressing addressing) => Check(Endpoints, body => body.IsRead<FormatException>(() =>
    {
        var endpoint = new ServiceEndpoint(body.Text.Trim() is { Length: > 0 } text ? text : "-", addressing);
        var authority = endpoint.AuthorityFor("photos");
        Assert.That(authority.Scheme, Is.EqualTo("https").Or.EqualTo("http"));
        Assert.That((authority.AbsolutePath, authority.Query, authority.UserInfo), Is.EqualTo(("/", "", "")));
        Assert.That(authority.Host, Does.EndWith(endpoint.Host));
    }), Texts / Enum.GetValues<BucketAddressing>().Length);

    [Test]
    public async Task Of_both_in_an_answer() => await PropertyRun.CheckAsync(Calls, HostileBody.Of([.. Waits, .. Dates]), async body =>
    {
        var text = new string([.. body.Text.Where(c => c is not ('\r' or '\n' or '\0'))]);
        using var bench = new Bench(
            Steps.Refuse(503, "SlowDown", "No.", ("Retry-After", text)), Steps.Refuse(403, "WrongTime", "No.", ("Date", text)), Steps.Answer(200));

        try
        {
            _ = await bench.SendAsync();
        }
        catch (InventoryException e)
        {
            Assert.That(e.Provider, Is.EqualTo("sample"));
        }

        Assert.That(bench.Service.Sent, Has.Count.InRange(1, 3));
        Assert.That(bench.Clock.Waits, Has.All.InRange(TimeSpan.Zero, bench.Options.MaxDelay));
    });

    private static bool IsAWait(TimeSpan wait)
    {
        Assert.That(wait, Is.GreaterThanOrEqualTo(TimeSpan.Zero));
        return true;
    }

    private static void Check(string[] sound, Func<HostileBody, bool> isRead, int cases = Texts)
    {
        var read = 0;
        PropertyRun.Check(cases, HostileBody.Of(sound), body =>
        {
            var isThisOne = false;
            Assert.That(body.IsRead(() => isThisOne = isRead(body)));
            read += isThisOne ? 1 : 0;
        }, HostileBody.Shrink);

        TestContext.Out.WriteLine($"{read} read, {cases - read} not");
        Assert.That(read, Is.InRange(cases / 100, cases * 3 / 4));
    }
}

using Inventory.Emulator.Bos;
using Inventory.Emulator.Http;
using Inventory.Emulator.Tests.Support;

namespace Inventory.Emulator.Tests;

[TestFixture]
public sealed class BosAuthenticationTests
{
    private const string Now = "2026-01-02T03:04:05Z";
    private const string Target = "/examplebucket?inventory&id=rule-1";
    private const string Missing = "NoSuchInventoryConfiguration";

    private static readonly EmulatorOptions Options = new()
    {
        Clock = new FixedClock(Samples.Now),
        Credentials = [new("ak", "sk"), new("sts", "sk", "tok/en+1="), new("old", "sk", "token", Samples.Now)],
    };

    [TestCase(Now, "1800", Now, 404, Missing)]
    [TestCase(Now, "-1", Now, 404, Missing)]
    [TestCase("2020-01-01T00:00:00Z", "-1", Now, 404, Missing)]
    [TestCase("2026-01-02T02:34:05Z", "1800", Now, 404, Missing)]
    [TestCase("2026-01-02T02:34:04Z", "1800", Now, 400, "RequestExpired")]
    [TestCase("2026-01-02T03:19:06Z", "1800", Now, 403, "RequestTimeTooSkewed")]
    [TestCase(Now, "1800", "2026-01-02T03:19:06Z", 403, "RequestTimeTooSkewed")]
    [TestCase(Now, "1800", "yesterday", 400, "InvalidHTTPRequest")]
    [TestCase(Now, "soon", Now, 400, "InvalidHTTPAuthHeader")]
    [TestCase("2026-01-02", "1800", Now, 400, "InvalidHTTPAuthHeader")]
    public async Task A_signature_counts_from_its_timestamp_until_it_expires(string timestamp, string expiration, string date, int status, string code)
    {
        var answer = await SendAsync("ak", timestamp, expiration, "host;x-bce-date", ("x-bce-date", date));

        Assert.That((answer.Status, answer.Code), Is.EqualTo((status, code)), answer.Body);
        Assert.That(answer.Header("x-bce-date"), Is.EqualTo(code == "RequestTimeTooSkewed" ? Now : null));
    }

    [Test]
    public async Task A_client_may_send_Date_alone()
    {
        var answer = await SendAsync("ak", Now, "1800", "host", ("Date", "Fri, 02 Jan 2026 03:04:05 GMT"));

        Assert.That(answer.Code, Is.EqualTo(Missing), answer.Body);
    }

    [Test]
    public async Task An_empty_list_means_the_default_headers()
    {
        var answer = await SendAsync("ak", Now, "1800", "", ("x-bce-date", Now), ("Content-Type", "application/json; charset=utf-8"), ("X-Other", "unsigned"));

        Assert.That(answer.Code, Is.EqualTo(Missing), answer.Body);
    }

    [Test]
    public async Task A_list_without_host_is_refused()
    {
        var answer = await SendAsync("ak", Now, "1800", "x-bce-date", ("x-bce-date", Now));

        Assert.That((answer.Status, answer.Code), Is.EqualTo((403, "SignatureDoesNotMatch")));
    }

    [TestCase("nobody", null, 403, "InvalidAccessKeyId")]
    [TestCase("sts", null, 403, "InvalidAccessKeyId")]
    [TestCase("sts", "another", 400, "InvalidSessionToken")]
    [TestCase("old", "token", 400, "InvalidSessionToken")]
    [TestCase("sts", "tok/en+1=", 404, Missing)]
    public async Task A_key_goes_with_its_token(string key, string? token, int status, string code)
    {
        var answer = token is null
            ? await SendAsync(key, Now, "1800", "host;x-bce-date", ("x-bce-date", Now))
            : await SendAsync(key, Now, "1800", "host;x-bce-date;x-bce-security-token", ("x-bce-date", Now), ("x-bce-security-token", token));

        Assert.That((answer.Status, answer.Code), Is.EqualTo((status, code)), answer.Body);
    }

    [TestCase("bce-auth-v1/ak", 400, "InvalidHTTPAuthHeader")]
    [TestCase("bce-auth-v2/ak/" + Now + "/1800/host/00", 400, "InvalidHTTPAuthHeader")]
    [TestCase("bce-auth-v1/ak/" + Now + "/1800/host/", 400, "InvalidHTTPAuthHeader")]
    [TestCase("bce-auth-v1/ak/" + Now + "/1800/host/00", 403, "SignatureDoesNotMatch")]
    [TestCase(null, 403, "AccessDenied")]
    public async Task A_request_without_a_usable_authorization_is_refused(string? authorization, int status, string code)
    {
        await using var emulator = await InventoryEmulator.StartAsync(Options);
        var header = authorization is null ? ("X-Other", "x") : ("Authorization", authorization);

        var answer = await RawHttp.SendAsync(emulator.BosEndpoint, "PUT", Target, Samples.Bos(), header, ("x-bce-date", Now));

        Assert.That((answer.Status, answer.Code), Is.EqualTo((status, code)), answer.Body);
        Assert.That(emulator.StoredRules(EmulatorWire.Bos, Samples.Source), Is.Empty);
    }

    private static async Task<RawAnswer> SendAsync(string key, string timestamp, string expiration, string signed, params (string Name, string Value)[] headers)
    {
        (string Name, string Value)[] all = [("Host", "localhost:8080"), .. headers];
        var request = WireRequest.Create("GET", Target, [.. all.Select(header => KeyValuePair.Create(header.Name, header.Value))], []);
        var signature = BosSignature.Compute(request, new(key, timestamp, expiration, signed, ""), "sk");
        await using var emulator = await InventoryEmulator.StartAsync(Options);
        return await RawHttp.SendAsync(
            emulator.BosEndpoint, "GET", Target, (string?)null, [.. all, ("Authorization", $"bce-auth-v1/{key}/{timestamp}/{expiration}/{signed}/{signature}")]);
    }
}

using Inventory.Emulator.Bos;
using Inventory.Emulator.Http;
using Inventory.Emulator.Oss;
using Inventory.Emulator.Tests.Support;

namespace Inventory.Emulator.Tests;

/// <summary>What the log says of a signature that does not match: enough to find the difference, and no secret.</summary>
[TestFixture]
public sealed class MismatchLogTests
{
    private const string Secret = "very-secret-0123456789";
    private const string Token = "to/ken+9=";
    private const string Time = "20260102T030405Z";
    private const string Target = "/examplebucket/?inventory";

    private static readonly string Provided = new('f', 64);

    [Test]
    public async Task Of_version_4_on_OSS_it_shows_the_canonical_request_on_one_line()
    {
        (string Name, string Value)[] headers =
            [("x-oss-date", Time), ("x-oss-content-sha256", "UNSIGNED-PAYLOAD"), ("x-oss-security-token", Token), ("x-team", "logs")];
        var request = WireRequest.Create("GET", Target, [.. headers.Select(header => KeyValuePair.Create(header.Name, header.Value))], []);
        var expected = OssSignatureV4.Compute(request, "examplebucket", "", Time, new("20260102", "cn-hangzhou", "oss"), "x-team", Secret);

        var line = await LineOfAsync(
            EmulatorWire.Oss,
            Target,
            [.. headers, ("Authorization", $"OSS4-HMAC-SHA256 Credential=ak/20260102/cn-hangzhou/oss/aliyun_v4_request,AdditionalHeaders=x-team,Signature={Provided}")]);

        Assert.That(line, Does.StartWith($"oss GET {Target} 403 SignatureDoesNotMatch (the server made canonical request \"GET\\n/examplebucket/\\ninventory\\nx-oss-content-sha256:"));
        Assert.That(line, Does.Contain("x-oss-security-token:MASKED\\nx-team:logs\\n\\nx-team\\nUNSIGNED-PAYLOAD\", string to sign \"OSS4-HMAC-SHA256\\n" + Time));
        Assert.That(line, Does.Contain("""the request says version "V4 header", key "ak", scope "20260102/cn-hangzhou/oss", time "20260102T030405Z", additional headers "x-team" """.TrimEnd()));
        Assert.That(line, Does.Contain("headers received: authorization, connection, host, x-oss-content-sha256,"));
        Assert.That(line, Does.Not.Contain(expected.Value));
        AssertNoSecret(line);
    }

    [Test]
    public async Task Of_version_1_on_OSS_it_shows_the_string_to_sign()
    {
        var line = await LineOfAsync(EmulatorWire.Oss, Target, ("Date", "Fri, 02 Jan 2026 03:04:05 GMT"), ("x-oss-security-token", Token), ("Authorization", $"OSS ak:{Provided}"));

        Assert.That(line, Does.Contain("string to sign \"GET\\n\\n\\nFri, 02 Jan 2026 03:04:05 GMT\\nx-oss-security-token:MASKED\\n/examplebucket/?inventory\" | the request says version \"V1 header\""));
        AssertNoSecret(line);
    }

    [TestCase("x-oss-signature-version=OSS4-HMAC-SHA256&x-oss-credential=ak%2F20260102%2Fcn-hangzhou%2Foss%2Faliyun_v4_request&x-oss-date=20260102T030405Z&x-oss-expires=60&x-oss-security-token=", "x-oss-signature")]
    [TestCase("OSSAccessKeyId=ak&Expires=1767323665&security-token=", "Signature")]
    [TestCase("OSSAccessKeyId=ak&Expires=1767323665&s%65curity-token=", "%53ignature")]
    public async Task Of_a_link_neither_the_line_nor_its_report_shows_token_or_signature(string query, string signature)
    {
        var line = await LineOfAsync(EmulatorWire.Oss, $"{Target}&{query}{Uri.EscapeDataString(Token)}&{signature}={Provided}");

        Assert.That(line, Does.Contain("403 SignatureDoesNotMatch (the server made").And.Contain("-token=MASKED"));
        AssertNoSecret(line);
    }

    [Test]
    public async Task Of_BOS_it_shows_the_canonical_request_and_what_was_signed()
    {
        const string Stamp = "2026-01-02T03:04:05Z";
        var authorization = new BosAuthorization("ak", Stamp, "1800", "host;x-bce-date;x-bce-security-token", Provided);

        var line = await LineOfAsync(
            EmulatorWire.Bos,
            "/examplebucket?inventory",
            ("Host", "bos.test"),
            ("x-bce-date", Stamp),
            ("x-bce-security-token", Token),
            ("Authorization", $"{authorization.Prefix}/{authorization.SignedHeaders}/{Provided}"));

        Assert.That(line, Does.Contain("canonical request \"GET\\n/examplebucket\\ninventory=\\nhost:bos.test\\nx-bce-date:2026-01-02T03%3A04%3A05Z\\nx-bce-security-token:MASKED\""));
        Assert.That(line, Does.Contain("""time "2026-01-02T03:04:05Z", lifetime "1800", signed headers "host;x-bce-date;x-bce-security-token" """.TrimEnd()));
        AssertNoSecret(line);
    }

    [Test]
    public async Task A_header_that_has_to_be_signed_and_is_not_is_reported_on_BOS()
    {
        const string Stamp = "2026-01-02T03:04:05Z";

        var line = await LineOfAsync(
            EmulatorWire.Bos,
            "/examplebucket?inventory",
            ("x-bce-date", Stamp),
            ("x-bce-security-token", Token),
            ("Authorization", $"bce-auth-v1/ak/{Stamp}/1800/x-bce-date/{Provided}"));

        Assert.That(line, Does.Contain("signed headers \"x-bce-date\""));
        AssertNoSecret(line);
    }

    [TestCase("a\nb\\c\u001b\u2028", @"a\nb\\c\u001b\u2028", TestName = "A_line_feed_a_backslash_and_what_steers_a_terminal_are_escaped")]
    [TestCase("plain é", "plain é")]
    public void A_text_stays_on_one_line(string text, string line) => Assert.That(SecretText.OneLine(text), Is.EqualTo(line));

    private static void AssertNoSecret(string line)
    {
        foreach (var secret in new[] { Secret, Token, Uri.EscapeDataString(Token), Provided, "\n" })
        {
            Assert.That(line, Does.Not.Contain(secret));
        }
    }

    private static async Task<string> LineOfAsync(string wire, string target, params (string Name, string Value)[] headers)
    {
        var lines = new List<string>();
        await using var emulator = await InventoryEmulator.StartAsync(new()
        {
            Clock = new FixedClock(Samples.Now),
            Credentials = [new("ak", Secret, Token)],
            Log = lines.Add,
        });
        await RawHttp.SendAsync(wire == EmulatorWire.Oss ? emulator.OssEndpoint : emulator.BosEndpoint, "GET", target, (string?)null, headers);
        return lines.Single();
    }
}

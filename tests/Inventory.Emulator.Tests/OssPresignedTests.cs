using Inventory.Emulator.Http;
using Inventory.Emulator.Oss;
using Inventory.Emulator.Tests.Support;

namespace Inventory.Emulator.Tests;

/// <summary>Signatures in the query, of version 4 and of version 1.</summary>
[TestFixture]
public sealed class OssPresignedTests
{
    private const string Query = "?param1=value1&%2Bparam1=value3&%7Cparam1=value4&%2Bparam2=&%7Cparam2&param2=";
    private const string Bucket = "/examplebucket/";
    private const string Inventory = "inventory&inventoryId=report1";
    private const string Time = "20260102T030405Z";
    private const string Scope = "20260102/cn-hangzhou/oss/aliyun_v4_request";

    private static readonly long Second = Samples.Now.ToUnixTimeSeconds();

    private static readonly EmulatorOptions Options = new()
    {
        Clock = new FixedClock(Samples.Now),
        Credentials = [new("ak", "sk"), new("sts", "sk", "token/+="), new("old", "sk", "token/+=", Samples.Now)],
    };

    [TestCase("20231217T025437Z", "", "", "a39966c61718be0d5b14e668088b3fa07601033f6518ac7b523100014269c0fe", TestName = "V4_6_is_the_published_signature")]
    [TestCase("20231217T035628Z", "&x-oss-security-token=token", "", "3817ac9d206cd6dfc90f1c09c00be45005602e55898f26f5ddb06d7892e1f8b5", TestName = "V4_7_with_a_token_is_the_published_signature")]
    [TestCase("20231217T033009Z", "&x-oss-additional-headers=abc%3Bzabc", "abc;zabc", "6bd984bfe531afb6db1f7550983a741b103a8c58e5e14f83ea474c2322dfa2b7", TestName = "V4_8_with_additional_headers_is_the_published_signature")]
    public void Version_4_of_a_link(string time, string more, string additional, string expected)
    {
        var query = $"{Query}&x-oss-signature-version=OSS4-HMAC-SHA256&x-oss-date={time}&x-oss-expires=599&x-oss-credential=ak%2F20231217%2Fcn-hangzhou%2Foss%2Faliyun_v4_request{more}";
        var request = Request(
            "PUT", "/bucket/1234+-/123/1.txt" + query + "&x-oss-signature=" + expected,
            ("x-oss-head1", "value"), ("abc", "value"), ("ZAbc", "value"), ("XYZ", "value"), ("content-type", "application/octet-stream"));

        var link = OssPresigned.Read(request.Query, out _)!;
        var signature = OssSignatureV4.Compute(request, "bucket", "1234+-/123/1.txt", link.Time, link.Authorization.Scope!, link.Authorization.AdditionalHeaders, "sk");

        Assert.That(signature.Value, Is.EqualTo(expected), signature.CanonicalRequest);
        Assert.That((link.Authorization.AdditionalHeaders, link.Until - link.From), Is.EqualTo((additional, TimeSpan.FromSeconds(599))));
    }

    [TestCase("key", "versionId=versionId&Expires=1699807420", "dcLTea+Yh9ApirQ8o8dOPqtvJXQ=", TestName = "V1_6_is_the_published_signature")]
    [TestCase("key+123", "versionId=versionId&security-token=token&Expires=1699808204", "jzKYRrM5y6Br0dRFPaTGOsbrDhY=", TestName = "V1_7_with_a_token_is_the_published_signature")]
    public void Version_1_of_a_link(string key, string query, string expected)
    {
        var request = Request("GET", $"/bucket/{key}?{query}&OSSAccessKeyId=ak&Signature={Uri.EscapeDataString(expected)}");

        var link = OssPresigned.Read(request.Query, out _)!;
        var signature = OssSignatureV1.Compute(request, "bucket", key, "sk", link.Time);

        Assert.That(signature.Value, Is.EqualTo(expected), signature.StringToSign);
        Assert.That(link.Authorization.Signature, Is.EqualTo(expected));
    }

    [Test]
    public async Task A_link_does_what_it_was_signed_for()
    {
        await using var emulator = await InventoryEmulator.StartAsync(Options);

        var put = await SendAsync(emulator, "PUT", V4("PUT", Inventory), Samples.OssMinimal());
        var get = await SendAsync(emulator, "GET", V1("GET", Inventory));
        var list = await SendAsync(emulator, "GET", V4("GET", "inventory"));
        var delete = await SendAsync(emulator, "DELETE", V4("DELETE", Inventory));

        Assert.That(new[] { put.Status, get.Status, list.Status, delete.Status }, Is.EqualTo([200, 200, 200, 204]), get.Body);
    }

    [Test]
    public async Task A_link_is_good_for_one_method_and_one_rule()
    {
        await using var emulator = await InventoryEmulator.StartAsync(Options);
        emulator.SeedRaw(EmulatorWire.Oss, Samples.Source, Samples.OssMinimal());

        var answers = new[]
        {
            await SendAsync(emulator, "DELETE", V4("GET", Inventory)),
            await SendAsync(emulator, "DELETE", V1("GET", Inventory)),
            await SendAsync(emulator, "GET", V4("GET", Inventory).Replace("report1", "report2", StringComparison.Ordinal)),
            await SendAsync(emulator, "GET", V1("GET", Inventory).Replace("report1", "report2", StringComparison.Ordinal)),
        };

        Assert.That(answers.Select(answer => (answer.Status, answer.Code)), Is.All.EqualTo((403, "SignatureDoesNotMatch")));
        Assert.That(emulator.StoredRules(EmulatorWire.Oss, Samples.Source), Has.Count.EqualTo(1));
    }

    [TestCase("20260102T025405Z", 600, "NoSuchInventory")]
    [TestCase("20260102T025404Z", 600, "AccessDenied")]
    [TestCase("20260102T031905Z", 1, "NoSuchInventory")]
    [TestCase("20260102T031906Z", 1, "RequestTimeTooSkewed")]
    [TestCase("20251226T030405Z", 604_800, "NoSuchInventory")]
    [TestCase("20251226T030404Z", 604_800, "AccessDenied")]
    [TestCase("20260102T030405Z", 604_801, "InvalidArgument")]
    [TestCase("20260102T030405Z", 0, "InvalidArgument")]
    public async Task A_version_4_link_is_good_from_its_date_until_it_expires(string time, int life, string code)
    {
        await using var emulator = await InventoryEmulator.StartAsync(Options);

        var answer = await SendAsync(emulator, "GET", V4("GET", Inventory, time, life));

        Assert.That(answer.Code, Is.EqualTo(code), answer.Body);
    }

    [TestCase(0, "NoSuchInventory")]
    [TestCase(-1, "AccessDenied")]
    [TestCase(100_000_000, "NoSuchInventory")]
    public async Task A_version_1_link_is_good_until_it_expires(int seconds, string code)
    {
        await using var emulator = await InventoryEmulator.StartAsync(Options);

        var answer = await SendAsync(emulator, "GET", V1("GET", Inventory, Second + seconds));

        Assert.That(answer.Code, Is.EqualTo(code), answer.Body);
    }

    [TestCase("sts", "token/+=", "NoSuchInventory")]
    [TestCase("sts", "another", "InvalidSecurityToken")]
    [TestCase("sts", null, "InvalidAccessKeyId")]
    [TestCase("ak", "token/+=", "InvalidSecurityToken")]
    [TestCase("old", "token/+=", "SecurityTokenExpired")]
    [TestCase("nobody", null, "InvalidAccessKeyId")]
    public async Task The_token_of_a_temporary_key_stands_in_the_query(string key, string? token, string code)
    {
        await using var emulator = await InventoryEmulator.StartAsync(Options);

        var v4 = await SendAsync(emulator, "GET", V4("GET", Inventory, key: key, token: token));
        var v1 = await SendAsync(emulator, "GET", V1("GET", Inventory, key: key, token: token));

        Assert.That((v4.Code, v1.Code), Is.EqualTo((code, code)), v4.Body + v1.Body);
    }

    [TestCase("x-oss-additional-headers=x-team", "logs", "NoSuchInventory")]
    [TestCase("x-oss-additional-headers=x-team", "other", "SignatureDoesNotMatch")]
    [TestCase("a=b", "other", "NoSuchInventory")]
    public async Task A_header_is_signed_where_the_link_lists_it(string item, string sent, string code)
    {
        await using var emulator = await InventoryEmulator.StartAsync(Options);
        var target = V4("GET", $"{Inventory}&{item}", headers: [("x-team", "logs")]);

        var answer = await RawHttp.SendAsync(emulator.OssEndpoint, "GET", target, (string?)null, ("x-team", sent));

        Assert.That(answer.Code, Is.EqualTo(code), answer.Body);
    }

    [TestCase("x-oss-signature-version=OSS4-HMAC-SHA256", "")]
    [TestCase("x-oss-signature-version=OSS4-HMAC-SHA256", "x-oss-signature-version=OSS1")]
    [TestCase("x-oss-credential=", "x-oss-other=")]
    [TestCase("aliyun_v4_request", "aws4_request")]
    [TestCase("x-oss-date=20260102T030405Z", "x-oss-date=2026-01-02T03:04:05Z")]
    [TestCase("x-oss-expires=600", "x-oss-expires=+600")]
    [TestCase("x-oss-expires=600", "x-oss-expires=600&x-oss-expires=600")]
    [TestCase("x-oss-expires=600", "x-oss-expires=600&Signature=x")]
    [TestCase("cn-hangzhou", "cn-beijing")]
    [TestCase("20260102%2Fcn", "20260101%2Fcn")]
    public async Task A_link_that_is_not_whole_is_refused_as_malformed(string part, string instead)
    {
        await using var emulator = await InventoryEmulator.StartAsync(Options);

        var answer = await SendAsync(emulator, "GET", V4("GET", Inventory).Replace(part, instead, StringComparison.Ordinal));

        Assert.That((answer.Status, answer.Code), Is.EqualTo((400, "InvalidArgument")), answer.Body);
    }

    [TestCase("Expires=", "Expired=")]
    [TestCase("Expires=1", "Expires=-1")]
    [TestCase("Expires=1", "Expires=99999999999991")]
    [TestCase("OSSAccessKeyId=ak", "OSSAccessKeyId=ak&OSSAccessKeyId=ak")]
    public async Task A_version_1_link_that_is_not_whole_is_refused_as_malformed(string part, string instead)
    {
        await using var emulator = await InventoryEmulator.StartAsync(Options);

        var answer = await SendAsync(emulator, "GET", V1("GET", Inventory).Replace(part, instead, StringComparison.Ordinal));

        Assert.That((answer.Status, answer.Code), Is.EqualTo((400, "InvalidArgument")), answer.Body);
    }

    [Test]
    public async Task A_request_signed_in_its_query_and_in_its_header_is_refused()
    {
        await using var emulator = await InventoryEmulator.StartAsync(Options);

        var answer = await RawHttp.SendAsync(emulator.OssEndpoint, "GET", V4("GET", Inventory), (string?)null, ("Authorization", "OSS ak:x"));

        Assert.That((answer.Status, answer.Code), Is.EqualTo((400, "InvalidArgument")), answer.Body);
    }

    [Test]
    public async Task A_version_2_link_is_answered_as_not_supported()
    {
        await using var emulator = await InventoryEmulator.StartAsync(Options);

        var answer = await SendAsync(
            emulator, "GET", $"{Bucket}?{Inventory}&x-oss-signature-version=OSS2&x-oss-expires=1767323645&x-oss-access-key-id=ak&x-oss-signature=x");

        Assert.That((answer.Status, answer.Code), Is.EqualTo((501, "NotImplemented")));
    }

    private static string V4(
        string method, string query, string time = Time, int life = 600, string key = "ak", string? token = null, params (string Name, string Value)[] headers)
    {
        var scope = Uri.EscapeDataString($"{key}/{time[..8]}{Scope[8..]}");
        var target = $"{Bucket}?{query}&x-oss-signature-version=OSS4-HMAC-SHA256&x-oss-credential={scope}&x-oss-date={time}&x-oss-expires={life}"
            + (token is null ? "" : $"&x-oss-security-token={Uri.EscapeDataString(token)}");
        var request = Request(method, target, headers);
        var additional = request.Query.Value("x-oss-additional-headers") ?? "";
        return $"{target}&x-oss-signature={OssSignatureV4.Compute(request, "examplebucket", "", time, new(time[..8], "cn-hangzhou", "oss"), additional, "sk").Value}";
    }

    private static string V1(string method, string query, long? expires = null, string key = "ak", string? token = null)
    {
        var second = expires ?? Second + 60;
        var target = $"{Bucket}?{query}&OSSAccessKeyId={key}&Expires={second}" + (token is null ? "" : $"&security-token={Uri.EscapeDataString(token)}");
        var signature = OssSignatureV1.Compute(Request(method, target), "examplebucket", "", "sk", $"{second}");
        return $"{target}&Signature={Uri.EscapeDataString(signature.Value)}";
    }

    private static Task<RawAnswer> SendAsync(InventoryEmulator emulator, string method, string target, string? body = null) =>
        RawHttp.SendAsync(emulator.OssEndpoint, method, target, body);

    private static WireRequest Request(string method, string target, params (string Name, string Value)[] headers) =>
        WireRequest.Create(method, target, [.. headers.Select(header => KeyValuePair.Create(header.Name, header.Value))], []);
}

using Inventory.Emulator.Http;
using Inventory.Emulator.Oss;
using Inventory.Emulator.Tests.Support;

namespace Inventory.Emulator.Tests;

[TestFixture]
public sealed class OssAuthenticationTests
{
    private const string Target = "/examplebucket/?inventory&inventoryId=report1";
    private const string Time = "20260102T030405Z";

    private static readonly EmulatorOptions Options = new()
    {
        Clock = new FixedClock(Samples.Now),
        Credentials = [new("ak", "sk"), new("sts", "sk", "token"), new("old", "sk", "token", Samples.Now)],
    };

    [TestCase("20260102T031905Z", 404, "NoSuchInventory")]
    [TestCase("20260102T024905Z", 404, "NoSuchInventory")]
    [TestCase("20260102T031906Z", 403, "RequestTimeTooSkewed")]
    [TestCase("20260102T024904Z", 403, "RequestTimeTooSkewed")]
    public async Task A_request_may_be_a_quarter_of_an_hour_off(string time, int status, string code)
    {
        var answer = await SendAsync("ak", time, token: null);

        Assert.That((answer.Status, answer.Code), Is.EqualTo((status, code)), answer.Body);
    }

    [Test]
    public async Task A_request_off_the_clock_is_told_both_times()
    {
        var answer = await SendAsync("ak", "20260102T040405Z", token: null);

        Assert.That((answer.Xml("EC"), answer.Xml("MaxAllowedSkewMilliseconds")), Is.EqualTo(("0002-00000504", "900000")));
        Assert.That((answer.Xml("RequestTime"), answer.Xml("ServerTime")), Is.EqualTo(("2026-01-02T04:04:05.000Z", "2026-01-02T03:04:05.000Z")));
    }

    [TestCase("nobody", null, "InvalidAccessKeyId")]
    [TestCase("sts", null, "InvalidAccessKeyId")]
    [TestCase("sts", "another", "InvalidSecurityToken")]
    [TestCase("ak", "token", "InvalidSecurityToken")]
    [TestCase("old", "token", "SecurityTokenExpired")]
    [TestCase("sts", "token", "NoSuchInventory")]
    public async Task A_key_goes_with_its_token(string key, string? token, string code)
    {
        var answer = await SendAsync(key, Time, token);

        Assert.That(answer.Code, Is.EqualTo(code), answer.Body);
    }

    [Test]
    public async Task A_wrong_signature_is_answered_with_the_string_to_sign()
    {
        await using var emulator = await InventoryEmulator.StartAsync(Options);

        var answer = await RawHttp.SendAsync(
            emulator.OssEndpoint,
            "GET",
            Target,
            (string?)null,
            ("Authorization", Header("ak", "20260102/cn-hangzhou/oss/aliyun_v4_request", new('0', 64))),
            ("x-oss-date", Time),
            ("x-oss-content-sha256", "UNSIGNED-PAYLOAD"));

        Assert.That((answer.Status, answer.Code, answer.Xml("EC")), Is.EqualTo((403, "SignatureDoesNotMatch", "0002-00000040")));
        Assert.That(answer.Xml("StringToSign"), Does.StartWith($"OSS4-HMAC-SHA256\n{Time}\n20260102/cn-hangzhou/oss/aliyun_v4_request\n"));
        Assert.That(answer.Xml("StringToSignBytes"), Does.StartWith("4F 53 53 34"));
        Assert.That((answer.Xml("OSSAccessKeyId"), answer.Xml("SignatureProvided")), Is.EqualTo(("ak", new string('0', 64))));
    }

    [TestCase("20260102/cn-beijing/oss/aliyun_v4_request", 400, "InvalidArgument")]
    [TestCase("20260102/oss-cn-hangzhou/oss/aliyun_v4_request", 400, "InvalidArgument")]
    [TestCase("20260101/cn-hangzhou/oss/aliyun_v4_request", 400, "InvalidArgument")]
    [TestCase("20260102/cn-hangzhou/s3/aliyun_v4_request", 400, "InvalidArgument")]
    [TestCase("20260102/cn-hangzhou/oss-cloudbox/aliyun_v4_request", 400, "InvalidArgument")]
    [TestCase("20260102/cn-hangzhou/oss/aws4_request", 400, "InvalidArgument")]
    [TestCase("20260102/cn-hangzhou/oss/aliyun_v4_request", 403, "SignatureDoesNotMatch")]
    public async Task A_scope_that_does_not_fit_is_refused(string scope, int status, string code)
    {
        await using var emulator = await InventoryEmulator.StartAsync(Options);

        var answer = await RawHttp.SendAsync(
            emulator.OssEndpoint,
            "GET",
            Target,
            (string?)null,
            ("Authorization", Header("ak", scope, "00")),
            ("x-oss-date", Time),
            ("x-oss-content-sha256", "UNSIGNED-PAYLOAD"));

        Assert.That((answer.Status, answer.Code), Is.EqualTo((status, code)), answer.Body);
    }

    [TestCase("PUT", "/", "made.oss-cn-beijing.aliyuncs.com", "made", 200, null)]
    [TestCase("GET", "/?inventory", "missing.oss-cn-beijing.aliyuncs.com", "missing", 404, "NoSuchBucket")]
    [TestCase("GET", "/?inventory", "examplebucket.oss-cn-beijing.aliyuncs.com", "examplebucket", 403, "AccessDenied")]
    [TestCase("GET", "/", "oss-cn-beijing.aliyuncs.com", "", 200, null)]
    public async Task The_scope_is_that_of_the_endpoint_where_the_host_names_one(string method, string target, string host, string bucket, int status, string? code)
    {
        (string, string)[] headers = [("Host", host), ("x-oss-date", Time), ("x-oss-content-sha256", "UNSIGNED-PAYLOAD")];
        var request = WireRequest.Create(method, target, [.. headers.Select(header => KeyValuePair.Create(header.Item1, header.Item2))], []);
        var signature = OssSignatureV4.Compute(request, bucket, "", Time, new("20260102", "cn-beijing", "oss"), "", "sk");
        await using var emulator = await InventoryEmulator.StartAsync(Options);

        var answer = await RawHttp.SendAsync(
            emulator.OssEndpoint, method, target, (string?)null, [.. headers, ("Authorization", Header("ak", "20260102/cn-beijing/oss/aliyun_v4_request", signature.Value))]);

        Assert.That((answer.Status, answer.Status == 200 ? null : answer.Code), Is.EqualTo((status, code)), answer.Body);
    }

    [TestCase("Authorization", "OSS ak", 400, "InvalidArgument")]
    [TestCase("Authorization", "Bearer ak", 400, "InvalidArgument")]
    [TestCase("Authorization", "OSS4-HMAC-SHA256 Credential=ak", 400, "InvalidArgument")]
    [TestCase("Authorization", "OSS4-HMAC-SHA256 ,,,=,=,", 400, "InvalidArgument")]
    [TestCase("Authorization", "OSS2 AccessKeyId:ak,Signature:x", 501, "NotImplemented")]
    [TestCase("Authorization", "OSS ak:x", 403, "AccessDenied")]
    [TestCase("X-Other", "x", 403, "AccessDenied")]
    public async Task A_request_without_a_usable_authorization_is_refused(string header, string value, int status, string code)
    {
        await using var emulator = await InventoryEmulator.StartAsync(Options);

        var answer = await RawHttp.SendAsync(emulator.OssEndpoint, "PUT", Target, Samples.OssMinimal(), (header, value));

        Assert.That((answer.Status, answer.Code), Is.EqualTo((status, code)), answer.Body);
        Assert.That(emulator.StoredRules(EmulatorWire.Oss, Samples.Source), Is.Empty);
    }

    private static string Header(string key, string scope, string signature) => $"OSS4-HMAC-SHA256 Credential={key}/{scope},Signature={signature}";

    private static async Task<RawAnswer> SendAsync(string key, string time, string? token)
    {
        (string, string)[] headers = [("x-oss-date", time), ("x-oss-content-sha256", "UNSIGNED-PAYLOAD"), .. token is null ? [] : new[] { ("x-oss-security-token", token) }];
        var request = WireRequest.Create("GET", Target, [.. headers.Select(header => KeyValuePair.Create(header.Item1, header.Item2))], []);
        var signature = OssSignatureV4.Compute(request, "examplebucket", "", time, new(time[..8], "cn-hangzhou", "oss"), "", "sk");
        await using var emulator = await InventoryEmulator.StartAsync(Options);
        return await RawHttp.SendAsync(
            emulator.OssEndpoint,
            "GET",
            Target,
            (string?)null,
            [.. headers, ("Authorization", Header(key, $"{time[..8]}/cn-hangzhou/oss/aliyun_v4_request", signature.Value))]);
    }
}

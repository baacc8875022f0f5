using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Inventory.Http;

namespace Inventory.AlibabaOss.Tests.Signing;

[TestFixtureSource(typeof(CultureTests), nameof(Names))]
public sealed class OssV4SignerTests(string culture) : CultureTests(culture)
{
    public static IEnumerable<OssV4Vector> SignedInHeaders => [.. OssV4Vectors.Published, .. OssV4Vectors.Inventory];

    public static IEnumerable<CapturedRequest> Captured => CapturedRequest.All.Where(captured => captured.Signature == "oss-v4");

    /// <summary>Those with the headers that this signer adds.</summary>
    public static IEnumerable<CapturedRequest> SignedAsHere => Captured.Where(captured =>
        captured.Header("x-oss-date") is not null && captured.Header(OssV4Signature.ContentHashHeader) == OssV4Signature.UnsignedPayload);

    private static readonly CloudCredentials Key = new("ak", "sk");

    [TestCaseSource(nameof(SignedInHeaders))]
    public void A_vector_gives_its_canonical_request_and_its_signature(OssV4Vector vector)
    {
        var signer = new OssV4Signer(vector.Region, vector.Product, vector.AdditionalHeaders);

        var signature = signer.Sign(vector.Request, new CloudCredentials("ak", "sk", vector.Token), vector.Instant);

        Assert.That(signature.Signature, Is.EqualTo(vector.Signature), signature.CanonicalRequest);
        Assert.That(vector.CanonicalRequestHash, Is.Null.Or.EqualTo(Hash(signature.CanonicalRequest)));
    }

    [Test]
    public void A_signer_takes_other_secrets_and_days_at_any_time()
    {
        var vector = OssV4Vectors.Inventory[0];
        var used = new OssV4Signer(vector.Region, vector.Product, vector.AdditionalHeaders);
        (string Secret, int Days)[] turns = [("sk", 0), ("other", 0), ("sk", 0), ("sk", 1), ("other", 1), ("sk", 0)];

        foreach (var (secret, days) in turns)
        {
            var (credentials, instant) = (new CloudCredentials("ak", secret, vector.Token), vector.Instant.AddDays(days));
            var expected = new OssV4Signer(vector.Region, vector.Product, vector.AdditionalHeaders).Sign(vector.Request, credentials, instant);

            Assert.That(used.Sign(vector.Request, credentials, instant).Signature, Is.EqualTo(expected.Signature));
        }
    }

    [TestCaseSource(typeof(OssV4Vectors), nameof(OssV4Vectors.Presigned))]
    public void A_signed_address_gives_its_signature_by_the_same_computation(OssV4Vector vector)
    {
        var date = vector.Instant.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);
        var scope = new OssV4Scope(date[..8], vector.Region, vector.Product);
        List<KeyValuePair<string, string>> query =
        [
            .. vector.Request.Query,
            new("x-oss-signature-version", "OSS4-HMAC-SHA256"),
            new("x-oss-date", date),
            new("x-oss-expires", "599"),
            new("x-oss-credential", $"ak/{scope}"),
        ];
        if (vector.Token is not null)
        {
            query.Add(new("x-oss-security-token", vector.Token));
        }

        if (vector.AdditionalHeaders.Length > 0)
        {
            query.Add(new("x-oss-additional-headers", "abc;zabc"));
        }

        var request = vector.Request.WithHeaders([new("content-type", "application/octet-stream")]) with { Query = query };
        var signingKey = OssV4Signature.DeriveSigningKey("sk", scope);

        var signature = OssV4Signature.Compute(request, scope, date, vector.AdditionalHeaders, "ak", signingKey);

        Assert.That(signature.Signature, Is.EqualTo(vector.Signature), signature.CanonicalRequest);
    }

    [Test]
    public void The_documented_example_gives_its_signature_from_its_signing_key()
    {
        var request = new SigningRequest
        {
            Method = "PUT",
            Host = "examplebucket.oss-cn-hangzhou.aliyuncs.com",
            Path = "/exampleobject",
            Resource = "/examplebucket/exampleobject",
            Headers =
            [
                new("Content-Disposition", "attachment"),
                new("Content-Length", "3"),
                new("Content-MD5", "ICy5YqxZB1uWSwcVLSNLcA=="),
                new("Content-Type", "text/plain"),
                new("x-oss-content-sha256", "UNSIGNED-PAYLOAD"),
                new("x-oss-date", "20250411T064124Z"),
            ],
        };
        var signingKey = Convert.FromHexString("3543b7686e65eda71e5e5ca19d548d78423c37e8ddba4dc9d83f90228b457c76");

        var signature = OssV4Signature.Compute(
            request,
            new OssV4Scope("20250411", "cn-hangzhou", "oss"),
            "20250411T064124Z",
            ["content-disposition", "content-length"],
            "ak",
            signingKey);

        Assert.That(Hash(signature.CanonicalRequest), Is.EqualTo("c46d96390bdbc2d739ac9363293ae9d710b14e48081fcb22cd8ad54b63136eca"));
        Assert.That(signature.Signature, Is.EqualTo("053edbf550ebd239b32a9cdfd93b0b2b3f2d223083aa61f75e9ac16856d61f23"));
    }

    [TestCaseSource(nameof(Captured))]
    public void What_an_official_client_sent_is_signed_alike(CapturedRequest captured)
    {
        var credential = Part(captured.Authorization, "Credential=").Split('/');
        var scope = new OssV4Scope(credential[1], captured.Region, credential[3]);

        var signature = OssV4Signature.Compute(
            captured.ToSign(),
            scope,
            captured.Header("x-oss-date") ?? captured.Header("Date")!,
            Part(captured.Authorization, "AdditionalHeaders=").Split(';'),
            captured.Credentials.AccessKeyId,
            OssV4Signature.DeriveSigningKey(captured.Credentials.AccessKeySecret, scope));

        Assert.That(signature.CanonicalRequest, Is.EqualTo(captured.CanonicalRequest));
        Assert.That(signature.StringToSign, Is.EqualTo(captured.StringToSign));
        Assert.That(signature.Signature, Is.EqualTo(Part(captured.Authorization, "Signature=")));
    }

    [TestCaseSource(nameof(SignedAsHere))]
    public void The_signer_gives_what_an_official_client_sent_from_key_and_instant_alone(CapturedRequest captured)
    {
        var unsigned = captured.ToSignWithout("x-oss-date", OssV4Signature.ContentHashHeader, "x-oss-security-token");
        var signer = new OssV4Signer(captured.Region, additionalHeaders: Part(captured.Authorization, "AdditionalHeaders=").Split(';'));

        var signature = signer.Sign(unsigned, captured.Key(), captured.FixedTime);

        Assert.That(signature.Headers, Has.Member(KeyValuePair.Create("x-oss-date", captured.Header("x-oss-date"))));
        Assert.That(Parts(signature.Headers[^1].Value), Is.EqualTo(Parts(captured.Authorization)), signature.CanonicalRequest);

        // Clients part the members with a comma, some with a space behind it.
        static string[] Parts(string authorization) => authorization.Split(',', StringSplitOptions.TrimEntries);
    }

    [Test]
    public void The_canonical_request_and_the_headers_are_those_published_character_by_character()
    {
        var vector = OssV4Vectors.Published[0];

        var signature = new OssV4Signer("cn-hangzhou").Sign(vector.Request, Key, vector.Instant);

        Assert.That(signature.CanonicalRequest, Is.EqualTo(
            """
            PUT
            /bucket/1234%2B-/123/1.txt
            %2Bparam1=value3&%2Bparam2&%7Cparam1=value4&%7Cparam2&param1=value1&param2
            content-type:text/plain
            x-oss-content-sha256:UNSIGNED-PAYLOAD
            x-oss-date:20231216T162057Z
            x-oss-head1:value


            UNSIGNED-PAYLOAD
            """));
        Assert.That(signature.Headers, Is.EqualTo(new KeyValuePair<string, string>[]
        {
            new("x-oss-date", "20231216T162057Z"),
            new("x-oss-content-sha256", "UNSIGNED-PAYLOAD"),
            new("Authorization", $"OSS4-HMAC-SHA256 Credential=ak/20231216/cn-hangzhou/oss/aliyun_v4_request,Signature={vector.Signature}"),
        }));
    }

    [Test]
    public void The_session_token_is_sent_and_signed()
    {
        var request = OssV4Vectors.Inventory[0].Request;
        var credentials = new CloudCredentials("ak", "sk", "to/ken+=");

        var signature = new OssV4Signer("cn-hangzhou").Sign(request, credentials, DateTimeOffset.UnixEpoch);

        Assert.That(signature.Headers, Has.Member(KeyValuePair.Create("x-oss-security-token", "to/ken+=")));
        Assert.That(signature.CanonicalRequest, Does.Contain("\nx-oss-security-token:to/ken+=\n"));
    }

    [Test]
    public void Additional_headers_are_listed_in_lower_case_and_in_order_with_the_host_as_sent()
    {
        string[] names = ["x_a", "x-a", "Host", "absent", "Content-Type", "abc", "ABC", "IF-MATCH"];
        var signer = new OssV4Signer("cn-hangzhou", additionalHeaders: names);
        var request = OssV4Vectors.Published[0].Request
            .WithHeaders([new("x_a", "1"), new("x-a", "2"), new("If-Match", " 3 ")]) with { Host = "127.0.0.1:8080" };

        var signature = signer.Sign(request, Key, DateTimeOffset.UnixEpoch);

        Assert.That(signature.Headers[^1].Value, Does.Contain("/aliyun_v4_request,AdditionalHeaders=abc;host;if-match;x-a;x_a,Signature="));
        Assert.That(signature.CanonicalRequest, Does.Contain("\nhost:127.0.0.1:8080\nif-match:3\nx-a:2\nx-oss-"));
        Assert.That(signature.CanonicalRequest, Does.EndWith("\nx_a:1\n\nabc;host;if-match;x-a;x_a\nUNSIGNED-PAYLOAD"));
    }

    [Test]
    public void The_query_is_sorted_by_its_encoded_names_in_ordinal_order()
    {
        var request = OssV4Vectors.Inventory[0].Request with
        {
            Query = [new("a", "2"), new("x_a", ""), new("x-a", ""), new("B", "/ +"), new("ä", "")],
        };

        var signature = new OssV4Signer("cn-hangzhou").Sign(request, Key, DateTimeOffset.UnixEpoch);

        Assert.That(signature.CanonicalRequest.Split('\n')[2], Is.EqualTo("%C3%A4&B=%2F%20%2B&a=2&x-a&x_a"));
    }

    [Test]
    public void A_request_signed_before_is_signed_as_if_it_had_not_been()
    {
        var signer = new OssV4Signer("cn-hangzhou");
        var credentials = new CloudCredentials("ak", "sk", "new");
        var request = OssV4Vectors.Inventory[0].Request;
        var earlier = signer.Sign(request, new CloudCredentials("ak", "sk", "old"), DateTimeOffset.UnixEpoch);
        var signedBefore = request.WithHeaders(earlier.Headers);

        var signature = signer.Sign(signedBefore, credentials, DateTimeOffset.UnixEpoch.AddHours(1));

        Assert.That(signature.Signature, Is.EqualTo(signer.Sign(request, credentials, DateTimeOffset.UnixEpoch.AddHours(1)).Signature));
    }

    [Test]
    public void An_instant_is_signed_in_UTC_whatever_its_offset()
    {
        var vector = OssV4Vectors.Published[0];
        var inChina = vector.Instant.ToOffset(TimeSpan.FromHours(8));

        var signature = new OssV4Signer("cn-hangzhou").Sign(vector.Request, Key, inChina);

        Assert.That(signature.Signature, Is.EqualTo(vector.Signature));
    }

    [Test]
    public void A_signer_without_a_region_is_refused() => Assert.That(() => new OssV4Signer(""), Throws.ArgumentException);

    [Test]
    public void Every_vector_is_here()
    {
        var published = OssV4Vectors.Published.Count + OssV4Vectors.Presigned.Count + 1;
        var inventory = OssV4Vectors.Inventory.Count;

        TestContext.Out.WriteLine($"OSS V4: {published} published, {inventory} of inventory, {Captured.Count()} captured, {SignedAsHere.Count()} of them through the signer itself");
        Assert.That((published, inventory, Captured.Count()), Is.EqualTo((9, 7, 145)));
        Assert.That(SignedAsHere.Count(), Is.EqualTo(121));
    }

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private static string Part(string authorization, string name)
    {
        var start = authorization.IndexOf(name, StringComparison.Ordinal);
        return start < 0 ? "" : authorization[(start + name.Length)..].Split(',')[0];
    }
}

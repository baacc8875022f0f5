using System.Globalization;
using Inventory.Http;

namespace Inventory.BaiduBos.Tests.Signing;

[TestFixtureSource(typeof(CultureTests), nameof(Names))]
public sealed class BceV1SignerTests(string culture) : CultureTests(culture)
{
    private static readonly SigningRequest PutRule = new()
    {
        Method = "PUT",
        Host = "src-bucket.bj.bcebos.com",
        Path = "/",
        Resource = "/src-bucket/",
        Query = [new("inventory", ""), new("id", "rule-1")],
        Headers = [new("Content-Type", "application/json; charset=utf-8")],
    };

    private static readonly DateTimeOffset Instant = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);

    public static IEnumerable<BceV1Vector> All => [.. BceV1Vectors.Published, .. BceV1Vectors.Inventory, .. BceV1Vectors.WholeClients];

    /// <summary>The vectors with no other header signed than those the signer chooses itself.</summary>
    public static IEnumerable<BceV1Vector> Chosen => All.Where(vector =>
        vector.SignedHeaders is { } names && names.Contains("x-bce-date") && !names.Contains("content-length")
        && names.Contains("content-type") == vector.Request.CanonicalHeaders().ContainsKey("content-type"));

    /// <summary>The captured requests in which those headers are signed that the signer chooses itself.</summary>
    public static IEnumerable<CapturedRequest> SignedAsHere => CapturedRequest.All.Where(captured =>
        captured.Authorization.Split('/')[4].Split(';').ToHashSet().SetEquals(
            new[] { "host", "x-bce-date", "content-type", "x-bce-security-token" }.Where(name => captured.Header(name) is not null)));

    [TestCaseSource(nameof(All))]
    public void A_vector_gives_its_authorization(BceV1Vector vector)
    {
        var prefix = BceV1Signature.Prefix(vector.Key.AccessKeyId, vector.Timestamp, 1800);
        var signingKey = BceV1Signature.DeriveSigningKey(vector.Key.SecretAccessKey, prefix);

        var signature = BceV1Signature.Compute(vector.Request, prefix, signingKey, vector.SignedHeaders);

        Assert.That(signature.Headers[0].Value, Is.EqualTo($"{prefix}/{vector.Rest}"), signature.CanonicalRequest);
    }

    [TestCaseSource(nameof(Chosen))]
    public void The_signer_gives_the_authorization_of_a_vector_from_key_and_instant_alone(BceV1Vector vector)
    {
        var unsigned = vector.Request with
        {
            Headers = [.. vector.Request.Headers.Where(header => !header.Key.StartsWith("x-bce-", StringComparison.Ordinal))],
        };
        var instant = DateTimeOffset.Parse(vector.Timestamp, CultureInfo.InvariantCulture);

        var signature = new BceV1Signer().Sign(unsigned, vector.Key, instant);

        Assert.That(signature.Headers[^1].Value, Does.EndWith($"/{vector.Timestamp}/1800/{vector.Rest}"), signature.CanonicalRequest);
    }

    [TestCaseSource(typeof(CapturedRequest), nameof(CapturedRequest.All))]
    public void What_an_official_client_sent_is_signed_alike(CapturedRequest captured)
    {
        var parts = captured.Authorization.Split('/');
        var prefix = BceV1Signature.Prefix(captured.Credentials.AccessKeyId, parts[2], long.Parse(parts[3], CultureInfo.InvariantCulture));
        var signingKey = BceV1Signature.DeriveSigningKey(captured.Credentials.AccessKeySecret, prefix);

        var signature = BceV1Signature.Compute(captured.ToSign(), prefix, signingKey, parts[4].Length == 0 ? null : parts[4].Split(';'));

        Assert.That(signature.StringToSign, Is.EqualTo(captured.StringToSign));
        Assert.That(signature.Headers[0].Value, Is.EqualTo(captured.Authorization));
    }

    [TestCaseSource(nameof(SignedAsHere))]
    public void The_signer_gives_what_an_official_client_sent_from_key_and_instant_alone(CapturedRequest captured)
    {
        var unsigned = captured.ToSignWithout("x-bce-date", "x-bce-security-token");

        var signature = new BceV1Signer().Sign(unsigned, captured.Key(), captured.FixedTime);

        Assert.That(signature.Headers, Has.Member(KeyValuePair.Create("x-bce-date", captured.Header("x-bce-date"))));
        Assert.That(signature.Headers[^1], Is.EqualTo(KeyValuePair.Create("Authorization", captured.Authorization)), signature.CanonicalRequest);
    }

    [TestCase(
        "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
        "bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb",
        "2015-04-27T08:23:49Z",
        ExpectedResult = "1d5ce5f464064cbee060330d973218821825ac6952368a482a592e6615aef479")]
    [TestCase(
        "0b0f67dfb88244b289b72b142befad0c",
        "bad522c2126a4618a8125f4b6cf6356f",
        "2015-04-27T08:23:49Z",
        ExpectedResult = "d9f35aaba8a5f3efa654851917114b6f22cd831116fd7d8431e08af22dcff24c")]
    [TestCase(
        "my_ak",
        "my_sk",
        "2026-01-02T03:04:05Z",
        ExpectedResult = "db0c9995497bab219bc0faff5afe2763590e483b5cab601ed1637be1c3fbd9df")]
    public string A_signing_key_is_the_text_that_is_published(string accessKeyId, string secretAccessKey, string timestamp) =>
        BceV1Signature.DeriveSigningKey(secretAccessKey, BceV1Signature.Prefix(accessKeyId, timestamp, 1800));

    [Test]
    public void Recommended_headers_are_signed_in_order_with_encoded_values_and_an_empty_one_is_not()
    {
        var request = new SigningRequest
        {
            Method = "GET",
            Host = "localhost",
            Path = "/",
            Resource = "/",
            Headers = [new("x-bce-a", "a/b:c"), new("C", ""), new("Content-MD5", "MD5"), new("x-bce-empty", " ")],
        };

        var signature = BceV1Signature.Compute(request, "prefix", "key", null);

        Assert.That(signature.CanonicalRequest, Is.EqualTo("GET\n/\n\ncontent-md5:MD5\nhost:localhost\nx-bce-a:a%2Fb%3Ac"));
    }

    [Test]
    public void Everything_but_unreserved_characters_is_encoded_once_in_upper_case()
    {
        var encoded = PercentEncoding.Encode("!'()*this is an example for 测试");

        Assert.That(encoded, Is.EqualTo("%21%27%28%29%2Athis%20is%20an%20example%20for%20%E6%B5%8B%E8%AF%95"));
        Assert.That(PercentEncoding.EncodePath("/a~b/../%2F//c_d-e.f+"), Is.EqualTo("/a~b/../%252F//c_d-e.f%2B"));
    }

    [Test]
    public void The_query_is_sorted_by_its_encoded_pairs_and_leaves_out_authorization()
    {
        var request = PutRule with { Query = [new("text", ""), new("Authorization", "x"), new("text1", "测试"), new("text10", "test")] };

        var signature = new BceV1Signer().Sign(request, BceV1Vectors.Key, Instant);

        Assert.That(signature.CanonicalRequest.Split('\n')[2], Is.EqualTo("text10=test&text1=%E6%B5%8B%E8%AF%95&text="));
    }

    [Test]
    public void The_canonical_request_and_the_headers_are_those_published_character_by_character()
    {
        var signature = new BceV1Signer().Sign(PutRule, BceV1Vectors.Key, Instant);

        Assert.That(signature.CanonicalRequest, Is.EqualTo(
            """
            PUT
            /
            id=rule-1&inventory=
            content-type:application%2Fjson%3B%20charset%3Dutf-8
            host:src-bucket.bj.bcebos.com
            x-bce-date:2026-01-02T03%3A04%3A05Z
            """));
        Assert.That(signature.Headers, Is.EqualTo(new KeyValuePair<string, string>[]
        {
            new("x-bce-date", "2026-01-02T03:04:05Z"),
            new("Authorization", $"bce-auth-v1/my_ak/2026-01-02T03:04:05Z/1800/content-type;host;x-bce-date/{signature.Signature}"),
        }));
    }

    [Test]
    public void The_content_length_is_never_signed()
    {
        var request = PutRule.WithHeaders([new("Content-Length", "168"), new("Content-MD5", "13g6eJ6UTLRvZ7271SmfYw==")]);

        var signature = new BceV1Signer().Sign(request, BceV1Vectors.Key, Instant);

        Assert.That(signature.Signature, Is.EqualTo(new BceV1Signer().Sign(PutRule, BceV1Vectors.Key, Instant).Signature));
    }

    [Test]
    public void The_session_token_is_sent_as_it_is_and_signed_encoded()
    {
        var credentials = new CloudCredentials("my_ak", "my_sk", "tok/en+1=");

        var signature = new BceV1Signer().Sign(PutRule, credentials, Instant);

        Assert.That(signature.Headers, Has.Member(KeyValuePair.Create("x-bce-security-token", "tok/en+1=")));
        Assert.That(signature.CanonicalRequest, Does.EndWith("\nx-bce-security-token:tok%2Fen%2B1%3D"));
    }

    [Test]
    public void A_request_signed_before_is_signed_as_if_it_had_not_been()
    {
        var signer = new BceV1Signer();
        var credentials = new CloudCredentials("my_ak", "my_sk", "new");
        var earlier = signer.Sign(PutRule, new CloudCredentials("my_ak", "my_sk", "old"), Instant.AddHours(-1));
        var signedBefore = PutRule.WithHeaders(earlier.Headers);

        var signature = signer.Sign(signedBefore, credentials, Instant);

        Assert.That(signature.Signature, Is.EqualTo(signer.Sign(PutRule, credentials, Instant).Signature));
    }

    [Test]
    public void An_instant_is_signed_in_UTC_and_holds_for_the_seconds_asked_for()
    {
        var signer = new BceV1Signer(TimeSpan.FromMinutes(5));

        var signature = signer.Sign(PutRule, BceV1Vectors.Key, Instant.ToOffset(TimeSpan.FromHours(8)));

        Assert.That(signature.Headers[^1].Value, Does.StartWith("bce-auth-v1/my_ak/2026-01-02T03:04:05Z/300/"));
    }

    [Test]
    public void A_signature_that_does_not_hold_a_second_is_refused() =>
        Assert.That(() => new BceV1Signer(TimeSpan.FromMilliseconds(999)), Throws.TypeOf<ArgumentOutOfRangeException>());

    [Test]
    public void Every_vector_is_here()
    {
        var (published, inventory, whole) = (BceV1Vectors.Published.Count, BceV1Vectors.Inventory.Count, BceV1Vectors.WholeClients.Count);
        var captured = CapturedRequest.All.Count;

        TestContext.Out.WriteLine(
            $"bce-auth-v1: {published} published, {inventory} of inventory, {whole} of whole clients, {captured} captured; "
            + $"through the signer itself {Chosen.Count()} and {SignedAsHere.Count()} of the captured");
        Assert.That((published, inventory, whole, captured), Is.EqualTo((6, 10, 4, 60)));
        Assert.That((Chosen.Count(), SignedAsHere.Count()), Is.EqualTo((10, 22)));
    }
}

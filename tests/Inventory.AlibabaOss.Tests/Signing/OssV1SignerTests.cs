using Inventory.Http;

namespace Inventory.AlibabaOss.Tests.Signing;

[TestFixtureSource(typeof(CultureTests), nameof(Names))]
public sealed class OssV1SignerTests(string culture) : CultureTests(culture)
{
    private const string Date = "Wed, 28 Dec 2022 10:27:41 GMT";

    private static readonly CloudCredentials Key = new("ak", "sk");
    private static readonly DateTimeOffset Instant = new(2022, 12, 28, 10, 27, 41, TimeSpan.Zero);
    private static readonly KeyValuePair<string, string> OssDate = new("x-oss-date", Date);
    private static readonly KeyValuePair<string, string> Xml = new("Content-Type", "application/xml");
    private static readonly KeyValuePair<string, string>[] Meta =
    [
        new("Content-MD5", "eB5eJF1ptWaXm4bijSPyxw=="),
        new("Content-Type", "text/html"),
        new("x-oss-meta-magic", "abracadabra"),
        new("x-oss-meta-author", "alice"),
        OssDate,
    ];

    public static IReadOnlyList<TestCaseData> Published { get; } =
    [
        Vector("V1-1", "PUT", "/examplebucket/nelson", "", Meta, null, "kSHKmLxlyEAKtZPkJhG9bZb5k7M="),
        Vector("V1-2", "PUT", "/examplebucket/nelson", "acl", Meta, null, "/afkugFbmWDQ967j1vr6zygBLQk="),
        Vector("V1-3", "PUT", "/examplebucket/nelson", "", Meta, "token", "H3PAlN3Vucn74tPVEqaQC4AnLwQ="),
        Vector("V1-4", "GET", "/examplebucket/", "resourceGroup", [OssDate], null, "vkQmfuUDyi1uDi3bKt67oemssIs="),
        Vector("V1-5", "GET", "/examplebucket/", "resourceGroup&acl", [OssDate], null, "x3E5TgOvl/i7PN618s5mEvpJDYk="),
    ];

    public static IReadOnlyList<TestCaseData> SignedAddresses { get; } =
    [
        Address("V1-6", "/bucket/key", "versionId=versionId", "1699807420", "dcLTea+Yh9ApirQ8o8dOPqtvJXQ="),
        Address("V1-7", "/bucket/key+123", "versionId=versionId&security-token=token", "1699808204", "jzKYRrM5y6Br0dRFPaTGOsbrDhY="),
    ];

    public static IReadOnlyList<TestCaseData> Inventory { get; } =
    [
        Rule("put a document", "PUT", "inventoryId=report1&inventory", [Xml, OssDate], null, "Pp8CQAPny+TM3FKbDSIGlHgAJBY="),
        Rule("put", "PUT", "inventory&inventoryId=report1", [], null, "NmynnsQfQvgWbQFZ6K2WVhTQsuk="),
        Rule("get", "GET", "inventory&inventoryId=report1", [], null, "BiFmQdfE4kM9ResOepRI46l4J/o="),
        Rule("list", "GET", "inventory", [], null, "ZqPlmj4DW/F6Rxaf56GYKA2jMQw="),
        Rule("list from a token on", "GET", "inventory&continuation-token=report 99/+", [], null, "kHjlLEvfjf3mN0UBdH1XCxwNw7k="),
        Rule("delete", "DELETE", "inventory&inventoryId=report1", [], null, "CvTc4rSxMTCCO1sBzDeWOY1a0vM="),
        Rule("delete with a session token", "DELETE", "inventory&inventoryId=report1", [], "token", "oRGF8eObO/tAQ2chhueZp1cfkeM="),
    ];

    public static IEnumerable<CapturedRequest> Captured => CapturedRequest.All.Where(captured => captured.Signature == "oss-v1");

    /// <summary>Those whose date stands where this signer puts it.</summary>
    public static IEnumerable<CapturedRequest> SignedAsHere => Captured.Where(captured => captured.Header("Date") is not null && captured.Header("x-oss-date") is null);

    [TestCaseSource(nameof(Published))]
    [TestCaseSource(nameof(Inventory))]
    public void A_vector_gives_its_signature(SigningRequest request, string? token, string expected)
    {
        var signature = new OssV1Signer().Sign(request, new CloudCredentials("ak", "sk", token), Instant);

        Assert.That(signature.Signature, Is.EqualTo(expected), signature.StringToSign);
    }

    [TestCaseSource(nameof(SignedAddresses))]
    public void A_signed_address_gives_its_signature_by_the_same_computation(SigningRequest request, string expires, string expected)
    {
        var signature = OssV1Signature.Compute(request, Key, expires);

        Assert.That(signature.Signature, Is.EqualTo(expected), signature.StringToSign);
    }

    [TestCaseSource(nameof(Captured))]
    public void What_an_official_client_sent_is_signed_alike(CapturedRequest captured)
    {
        var date = captured.Header("Date") ?? captured.Header("x-oss-date")!;

        var signature = OssV1Signature.Compute(captured.ToSign(), captured.Key(), date);

        Assert.That(signature.StringToSign, Is.EqualTo(captured.StringToSign));
        Assert.That(signature.Headers[0].Value, Is.EqualTo(captured.Authorization));
    }

    [TestCaseSource(nameof(SignedAsHere))]
    public void The_signer_gives_what_an_official_client_sent_from_key_and_instant_alone(CapturedRequest captured)
    {
        var unsigned = captured.ToSignWithout("Date", "x-oss-security-token");

        var signature = new OssV1Signer().Sign(unsigned, captured.Key(), captured.FixedTime);

        Assert.That(signature.Headers, Has.Member(KeyValuePair.Create("Date", captured.Header("Date"))));
        Assert.That(signature.Headers[^1], Is.EqualTo(KeyValuePair.Create("Authorization", captured.Authorization)), signature.StringToSign);
    }

    [Test]
    public void The_string_to_sign_and_the_headers_are_those_published_character_by_character()
    {
        var request = Request("GET", "/examplebucket/", "resourceGroup", [OssDate]);

        var signature = new OssV1Signer().Sign(request, Key, Instant);

        Assert.That(signature.StringToSign, Is.EqualTo($"GET\n\n\n{Date}\nx-oss-date:{Date}\n/examplebucket/?resourceGroup"));
        Assert.That(signature.Headers, Is.EqualTo(new KeyValuePair<string, string>[]
        {
            new("Date", Date),
            new("Authorization", "OSS ak:vkQmfuUDyi1uDi3bKt67oemssIs="),
        }));
    }

    [Test]
    public void A_query_parameter_that_names_no_subresource_is_not_signed()
    {
        var request = Request("GET", "/examplebucket/", "prefix=a&max-keys=1", []);

        var signature = new OssV1Signer().Sign(request, Key, Instant);

        Assert.That(signature.StringToSign, Does.EndWith("\n/examplebucket/"));
    }

    [Test]
    public void Every_vector_is_here()
    {
        var published = Published.Count + SignedAddresses.Count;

        TestContext.Out.WriteLine($"OSS V1: {published} published, {Inventory.Count} of inventory, {Captured.Count()} captured, {SignedAsHere.Count()} of them through the signer itself");
        Assert.That((published, Inventory.Count, Captured.Count()), Is.EqualTo((7, 7, 130)));
        Assert.That(SignedAsHere.Count(), Is.EqualTo(99));
    }

    private static TestCaseData Vector(
        string name,
        string method,
        string resource,
        string query,
        KeyValuePair<string, string>[] headers,
        string? token,
        string signature) =>
        new TestCaseData(Request(method, resource, query, headers), token, signature).SetArgDisplayNames(name);

    private static TestCaseData Address(string name, string resource, string query, string expires, string signature) =>
        new TestCaseData(Request("GET", resource, query, []), expires, signature).SetArgDisplayNames(name);

    private static TestCaseData Rule(
        string name, string method, string query, KeyValuePair<string, string>[] headers, string? token, string signature) =>
        Vector(name, method, "/examplebucket/", query, headers, token, signature);

    private static SigningRequest Request(string method, string resource, string query, KeyValuePair<string, string>[] headers) => new()
    {
        Method = method,
        Host = "examplebucket.oss-cn-hangzhou.aliyuncs.com",
        Path = "/",
        Resource = resource,
        Query =
        [
            .. query.Split('&', StringSplitOptions.RemoveEmptyEntries).Select(parameter => parameter.Split('='))
                .Select(pair => KeyValuePair.Create(pair[0], pair.ElementAtOrDefault(1) ?? "")),
        ],
        Headers = headers,
    };
}

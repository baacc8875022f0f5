using Inventory.Http;

namespace Inventory.AlibabaOss.Tests.Signing;

/// <summary>A request, what signs it, and what has to come out. All are signed with key id "ak" and secret "sk".</summary>
public sealed record OssV4Vector(string Name, long UnixTime, SigningRequest Request, string Signature)
{
    public DateTimeOffset Instant => DateTimeOffset.FromUnixTimeSeconds(UnixTime);

    public string? Token { get; init; }

    public string Region { get; init; } = "cn-hangzhou";

    public string Product { get; init; } = "oss";

    public string[] AdditionalHeaders { get; init; } = [];

    public string? CanonicalRequestHash { get; init; }

    public override string ToString() => Name;
}

/// <summary>The vectors of the vendor's SDKs, and inventory requests derived from the documented algorithm.</summary>
public static class OssV4Vectors
{
    private const long InventoryTime = 1702743657;

    public static IReadOnlyList<OssV4Vector> Published { get; } =
    [
        new("V4-1 plain", 1702743657, Object(), "e21d18daa82167720f9b1047ae7e7f1ce7cb77a31e8203a7d5f4624fa0284afe")
        {
            CanonicalRequestHash = "f4613657f1b108998e8dbd10a1aa5da621dc2c6e02c9ddec0f163664848704c4",
        },
        new("V4-2 session token", 1702784856, Object(), "b94a3f999cf85bcdc00d332fbd3734ba03e48382c36fa4d5af5df817395bd9ea")
        {
            Token = "token",
        },
        new("V4-3 additional headers", 1702747512, Object(), "4a4183c187c07c8947db7620deb0a6b38d9fbdd34187b6dbaccb316fa251212f")
        {
            AdditionalHeaders = ["ZAbc", "abc"],
        },
        new("V4-4 additional headers passed over", 1702747512, Object(), "4a4183c187c07c8947db7620deb0a6b38d9fbdd34187b6dbaccb316fa251212f")
        {
            AdditionalHeaders = ["x-oss-no-exist", "ZAbc", "x-oss-head1", "abc"],
        },
        new("V4-5 cloud box", 1702743657, Object(), "94ce1f12c17d148ea681030275a94449d3357f5b5b21133996eec80af3e08a43")
        {
            Region = "cb-123",
            Product = "oss-cloudbox",
        },
    ];

    public static IReadOnlyList<OssV4Vector> Presigned { get; } =
    [
        new("V4-6 plain", 1702781677, Object(), "a39966c61718be0d5b14e668088b3fa07601033f6518ac7b523100014269c0fe"),
        new("V4-7 session token", 1702785388, Object(), "3817ac9d206cd6dfc90f1c09c00be45005602e55898f26f5ddb06d7892e1f8b5")
        {
            Token = "token",
        },
        new("V4-8 additional headers", 1702783809, Object(), "6bd984bfe531afb6db1f7550983a741b103a8c58e5e14f83ea474c2322dfa2b7")
        {
            AdditionalHeaders = ["ZAbc", "abc"],
        },
    ];

    public static IReadOnlyList<OssV4Vector> Inventory { get; } =
    [
        Rule(
            "put", "PUT",
            "68307cd0c77c833abe6308607207b2cf588c911ee5b701fc83b84bd722084bdd",
            "e4e24d795a6fb2fbef064b999aa67a46ec2d59f1beca46e6c34d487cb720ca6b", "application/xml"),
        Rule(
            "put without content type", "PUT",
            "a9632bdc16cfad8c5ca5a5e505ae48ec314dac634e2bf1bad53a9ca261dada79",
            "5ee052a1f8451db175c8f1926d1f1a74b7ae9a87086000a564f7a47d4ed01763"),
        Rule(
            "get", "GET",
            "07e4f59220fb24f9120746e6231916dc59f61b42bd27a168369803604aadc53c",
            "f5ba67c645b5ba6de26bcc540516eb9366ba6bc6cf5e95dff176565617977164"),
        Rule(
            "delete", "DELETE",
            "9ee3a6cbb8067faf15c7ba71bd62a038efa3c6d7386f87a4a35a3bd5ec4f17ab",
            "7995fe768f39660aa929c5b995006c65ea7f3ba0b4e2f399a05d1463d8069af3"),
        List(
            "list", null,
            "2e260a0b9f1109f93db5c9e66ecb36193d03765d29b48d96da93502204b249f1",
            "c67f2b5b56b47b994ebd3f3f7a0a1749e7dc4fd3416ecec858550a1cc72e731d"),
        List(
            "list from a token on", "report 99/+",
            "03f3afa55b7f4bfc8a2171feeb42fffb3543de77031ce74e2e334690ad975687",
            "fa1013907002fa6ce62bc4d1f1adedc4d44359ffa27d940b65fc66cc27f59d42"),
        List(
            "list with a session token", null,
            "e7d7234574ee9c8546cf49ff15fae37ae615c29c95a375c7e76306dffa773fd1",
            "b00dfe72bfbb8791aa23bc8b0dc41d5d4a20ad4472a120735caa395577152950") with { Token = "token" },
    ];

    private static SigningRequest Object() => new()
    {
        Method = "PUT",
        Host = "bucket.oss-cn-hangzhou.aliyuncs.com",
        Path = "/1234+-/123/1.txt",
        Resource = "/bucket/1234+-/123/1.txt",
        Query =
        [
            new("param1", "value1"), new("+param1", "value3"), new("|param1", "value4"),
            new("+param2", ""), new("|param2", ""), new("param2", ""),
        ],
        Headers =
        [
            new("x-oss-head1", "value"), new("abc", "value"), new("ZAbc", "value"), new("XYZ", "value"), new("content-type", "text/plain"),
        ],
    };

    private static OssV4Vector Rule(string name, string method, string hash, string signature, string? contentType = null) =>
        new(name, InventoryTime, Bucket(method, [new("inventory", ""), new("inventoryId", "report1")], contentType), signature)
        {
            CanonicalRequestHash = hash,
        };

    private static OssV4Vector List(string name, string? token, string hash, string signature)
    {
        List<KeyValuePair<string, string>> query = [new("inventory", "")];
        if (token is not null)
        {
            query.Add(new("continuation-token", token));
        }

        return new(name, InventoryTime, Bucket("GET", query, null), signature) { CanonicalRequestHash = hash };
    }

    private static SigningRequest Bucket(string method, IReadOnlyList<KeyValuePair<string, string>> query, string? contentType) => new()
    {
        Method = method,
        Host = "examplebucket.oss-cn-hangzhou.aliyuncs.com",
        Path = "/",
        Resource = "/examplebucket/",
        Query = query,
        Headers = contentType is null ? [] : [new("Content-Type", contentType)],
    };
}

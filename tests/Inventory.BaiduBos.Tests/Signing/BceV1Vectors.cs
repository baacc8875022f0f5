using Inventory.Http;

namespace Inventory.BaiduBos.Tests.Signing;

/// <summary>A request, what signs it, and what has to come out.</summary>
/// <param name="Name">What the vector is about.</param>
/// <param name="Key">The key.</param>
/// <param name="Timestamp">The timestamp of the signature.</param>
/// <param name="Request">The request with every header it was sent with.</param>
/// <param name="Rest">Authorization after the prefix: the list of signed headers, a slash and the signature.</param>
public sealed record BceV1Vector(string Name, CloudCredentials Key, string Timestamp, SigningRequest Request, string Rest)
{
    /// <summary>The names in the list; null where the list is empty.</summary>
    public string[]? SignedHeaders => Rest.StartsWith('/') ? null : Rest.Split('/')[0].Split(';');

    public override string ToString() => Name;
}

/// <summary>The vectors of the vendor's documentation and SDKs, and inventory requests signed by official clients.</summary>
public static class BceV1Vectors
{
    private const string Documented = "2015-04-27T08:23:49Z";
    private const string Scripted = "2014-06-13T05:57:36Z";
    private const string OfRules = "2026-01-02T03:04:05Z";
    private const string OfGo = "2026-11-21T01:16:12Z";
    private const string OfPython = "2026-11-21T01:18:09Z";

    private static readonly KeyValuePair<string, string>[] GoDocument =
    [
        new("Content-Type", "application/json;charset=utf-8"), new("Content-Length", "168"), new("Content-Md5", "13g6eJ6UTLRvZ7271SmfYw=="),
    ];

    public static CloudCredentials DocumentedKey { get; } = new(new string('a', 32), new string('b', 32));

    public static CloudCredentials Key { get; } = new("my_ak", "my_sk");

    public static IReadOnlyList<BceV1Vector> Published { get; } =
    [
        new(
            "P1 empty list",
            DocumentedKey,
            Documented,
            Upload("a44cc9bab11cbd156984767aad637851", "NFzcPqhviddjRNnSOGo4rw=="),
            "/d74a04362e6a848f5b39b15421cb449427f419c95a480fd6b8cf9fc783e2999e"),
        new(
            "P1 explicit list",
            DocumentedKey,
            Documented,
            Upload("a44cc9bab11cbd156984767aad637851", "NFzcPqhviddjRNnSOGo4rw=="),
            "content-length;content-md5;content-type;host;x-bce-date/d74a04362e6a848f5b39b15421cb449427f419c95a480fd6b8cf9fc783e2999e"),
        new(
            "P2 host and date",
            DocumentedKey,
            Documented,
            Upload("a44cc9bab11cbd156984767aad637851", "NFzcPqhviddjRNnSOGo4rw=="),
            "host;x-bce-date/1b8de5a23a56eef657c69f94c621e7acd227d049a4ba577f537d5e5cebf0cf32"),
        new(
            "P3 another key",
            new CloudCredentials("0b0f67dfb88244b289b72b142befad0c", "bad522c2126a4618a8125f4b6cf6356f"),
            Documented,
            Upload("VXBsb2FkIElpZS5tMnRzIHVwbG9hZA", "0a52730597fb4ffa01fc117d9e71e3a9"),
            "content-length;content-md5;content-type;host;x-bce-date/a19e6386e990691aca1114a20357c83713f1cb4be3d74942bb4ed37469ecdacf"),
        new(
            "P4 parameters without a value",
            Key,
            Scripted,
            new SigningRequest
            {
                Method = "PUT",
                Host = "bce.baidu.com",
                Path = "/v1/bucket/object1",
                Resource = "/bucket/object1",
                Query = [new("A", ""), new("b", ""), new("C", "d")],
                Headers = [new("abc", "123"), new("x-bce-meta-key1", "ABC")],
            },
            "host;x-bce-meta-key1/80c9672aca2ea9af4bb40b9a8ff458d72df94e97d550840727f3a929af271d25"),
        new(
            "P5 without host",
            Key,
            Scripted,
            new SigningRequest
            {
                Method = "DELETE",
                Host = "bj.bcebos.com",
                Path = "/v1/test-bucket1361199862",
                Resource = "/test-bucket1361199862/",
                Headers = [new("Content-Type", "application/json; charset=utf-8"), new("Content-Length", "0"), new("User-Agent", "x")],
            },
            "content-length;content-type/c9386b15d585960ae5e6972f73ed92a9a682dc81025480ba5b41206d3e489822"),
    ];

    public static IReadOnlyList<BceV1Vector> Inventory { get; } =
    [
        Rule("1 list", "GET", "host;x-bce-date/7176a9c876334968fdebbef596aaf46f60848e36ca6bc224ba280daeee76b4bf", id: null),
        Rule("2 get", "GET", "host;x-bce-date/e94befb3ce7f6eee7c622ea42a7f5fd49b217b9bea334736a93e6b89c9a3135d"),
        Rule("3 delete", "DELETE", "host;x-bce-date/d6be87249435dd882881083f0c82c4ae61350c695510ae678131ab161a821e32"),
        Rule(
            "4 put",
            "PUT",
            "content-type;host;x-bce-date/a569b08655636f3456d7f8ee68aec3c61e53be2e63dcf62272f4255d5ec81426",
            headers: new KeyValuePair<string, string>("Content-Type", "application/json; charset=utf-8")),
        Rule(
            "5 put with the headers of the Go client",
            "PUT",
            "content-length;content-md5;content-type;host;x-bce-date/0f95d6da900fc5e2addec3d858a12f4e54cb7008096703cff97d301d36862a91",
            headers: GoDocument),
        Rule(
            "6 get in path style",
            "GET",
            "host;x-bce-date/9a23d783d7ac4c24ff5ced4a3ae73c7633eda01dcb25fc824da728fe8f724d35",
            host: "bj.bcebos.com",
            path: "/src-bucket"),
        Rule(
            "7 get with a session token",
            "GET",
            "host;x-bce-date;x-bce-security-token/88b162d55afb9b0cfee55c6927429a4bec673c91c2c28e191e11931ebd2d54a1",
            token: "tok/en+1="),
        Rule(
            "8 get from a host with a port",
            "GET",
            "host;x-bce-date/81a6b8367281864c4a96c294ed70976d668d7193c7152e6b29fb9c8b691fd8a2",
            host: "127.0.0.1:8080"),
        Rule(
            "9 get an id of every kind of character",
            "GET",
            "host;x-bce-date/c7b7db7dac45212958495a0053dee174b26717b2531fd557a2a5756076d9709a",
            id: "a.B_c-9"),
        Rule(
            "10 get a report file",
            "GET",
            "host;x-bce-date/1c7d8c34119b980aca2f7b80769430a7370b187d5c8bbfe2b6fcf8c0f560f4a0",
            host: "dst-bucket.bj.bcebos.com",
            path: "/inv/src-bucket/rule-1/data/文件 1+2.csv.gz",
            isRule: false),
    ];

    public static IReadOnlyList<BceV1Vector> WholeClients { get; } =
    [
        Rule(
            "Go put",
            "PUT",
            "content-length;content-md5;content-type;host;x-bce-date/d376c4e7fbe30eb8ba449c06c57e9426bcc1794cd7396efa13e09cfca297ff32",
            OfGo,
            headers: GoDocument),
        Rule(
            "Go get",
            "GET",
            "content-type;host;x-bce-date/509734a4d1e7d78e3448bf9b9d51623a6225531dc1dffcb49343edf657125e30",
            OfGo,
            headers: new KeyValuePair<string, string>("Content-Type", "application/json;charset=utf-8")),
        Rule(
            "Go put with a session token",
            "PUT",
            "content-length;content-md5;content-type;host;x-bce-date;x-bce-security-token/"
                + "df4a1da1c45359e1ef9a3caed0ab654a67a1dac8f31167722031caff303d352c",
            OfGo,
            token: "tok/en+1=",
            headers: GoDocument),
        Rule(
            "Python get",
            "GET",
            "/da4a387d15414f635318b441efe457e7b2081ea2161d570f06cc6519d8f109de",
            OfPython,
            headers: new KeyValuePair<string, string>("Content-Length", "0")),
    ];

    private static SigningRequest Upload(string uploadId, string contentMd5) => new()
    {
        Method = "PUT",
        Host = "bj.bcebos.com",
        Path = "/v1/test/myfolder/readme.txt",
        Resource = "/test/myfolder/readme.txt",
        Query = [new("partNumber", "9"), new("uploadId", uploadId)],
        Headers =
        [
            new("Date", "Mon, 27 Apr 2015 16:23:49 +0800"),
            new("Content-Type", "text/plain"),
            new("Content-Length", "8"),
            new("Content-Md5", contentMd5),
            new("x-bce-date", Documented),
        ],
    };

    private static BceV1Vector Rule(
        string name,
        string method,
        string rest,
        string timestamp = OfRules,
        string host = "src-bucket.bj.bcebos.com",
        string path = "/",
        string? id = "rule-1",
        string? token = null,
        bool isRule = true,
        params KeyValuePair<string, string>[] headers)
    {
        List<KeyValuePair<string, string>> query = isRule ? [new("inventory", "")] : [];
        if (isRule && id is not null)
        {
            query.Add(new("id", id));
        }

        List<KeyValuePair<string, string>> all = [.. headers, new("x-bce-date", timestamp)];
        if (token is not null)
        {
            all.Add(new("x-bce-security-token", token));
        }

        var request = new SigningRequest
        {
            Method = method,
            Host = host,
            Path = path,
            Resource = isRule ? "/src-bucket/" : "/dst-bucket" + path,
            Query = query,
            Headers = all,
        };
        return new BceV1Vector(name, new CloudCredentials("my_ak", "my_sk", token), timestamp, request, rest);
    }
}

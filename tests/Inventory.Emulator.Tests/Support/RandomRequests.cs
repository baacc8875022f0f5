using System.Globalization;
using System.Text;

namespace Inventory.Emulator.Tests.Support;

/// <summary>Requests that nobody would send on purpose: captured ones with bytes changed, and heads put together from parts that are likely to be misread.</summary>
public sealed class RandomRequests(Random random)
{
    private static readonly string[] Methods = ["GET", "PUT", "DELETE", "HEAD", "POST", "PATCH", "OPTIONS", "TRACE", "get", "CONNECT", "X", ""];

    private static readonly string[] Paths =
    [
        "/examplebucket/", "/examplebucket", "/", "//", "/../../etc/passwd", "/%2e%2e/%2e%2e/tmp/x", "/examplebucket/..%2f..%2fx", "/%00", "/%", "/%zz", "/%ff", "/a?b", "*",
        "http://127.0.0.1/examplebucket/", "http://", "/v1/examplebucket", "/v1", "/./.", "/examplebucket/key", "/" + new string('a', 300), "/数据/", "\\..\\x", "",
    ];

    private static readonly string[] Parameters =
    [
        "inventory", "inventory=", "inventoryId=a", "inventoryId=..%2F..%2Fx", "inventoryId=%00", "inventoryId=" + new string('b', 300), "id=a", "id=../../x", "id=%ff", "continuation-token=a",
        "continuation-token=", "location", "acl", "bucketInfo", "list-type=2", "max-keys=-1", "max-keys=99999999999999999999", "prefix=%", "marker=", "=", "&", "%", "a=b=c", "x-oss-signature=a",
        "x-oss-signature-version=OSS4-HMAC-SHA256", "Signature=a", "OSSAccessKeyId=a", "Expires=0", "Expires=99999999999999999999", "x-oss-expires=-1", "authorization=a", "#", "inventory#",
    ];

    private static readonly string[] Headers =
    [
        "Authorization: OSS a:b", "Authorization: OSS2 AccessKeyId:a,Signature:b", "Authorization: OSS4-HMAC-SHA256 Credential=a/20260102/cn-hangzhou/oss/aliyun_v4_request,Signature=b",
        "Authorization: OSS4-HMAC-SHA256 Credential=,,,", "Authorization: bce-auth-v1/a/2026-01-02T03:04:05Z/1800/host/b", "Authorization: bce-auth-v1/////", "Authorization:", "Authorization: Basic !",
        "Date: Fri, 02 Jan 2026 03:04:05 GMT", "Date: yesterday", "x-oss-date: 20260102T030405Z", "x-bce-date: 2026-13-45T99:99:99Z", "x-oss-content-sha256: UNSIGNED-PAYLOAD", "Content-MD5: !", "Content-MD5: AAAA",
        "x-bce-content-sha256: 00", "x-oss-security-token: t", "x-bce-security-token: ", "Expect: 100-continue", "Transfer-Encoding: chunked", "Transfer-Encoding: gzip", "Content-Type: text/html", "Content-Encoding: gzip",
        "Range: bytes=0-", "X: " + new string('x', 2000), "X:", ": x", "no colon", "Host: a", "Host: inv..oss-cn-hangzhou.aliyuncs.com", "Host: [::1", "Host: ", "Cookie: a=b", "Upgrade: h2c", "Connection: Upgrade",
    ];

    private static readonly byte[][] Bodies =
    [
        [],
        "<"u8.ToArray(),
        "{"u8.ToArray(),
        [0xEF, 0xBB, 0xBF],
        [0xFF, 0xFE, 0x00],
        Encoding.UTF8.GetBytes(Samples.OssFull()),
        Encoding.UTF8.GetBytes(Samples.Bos()),
        Encoding.UTF8.GetBytes("<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><InventoryConfiguration><Id>&b;</Id></InventoryConfiguration>"),
        Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("<a>", 500))),
        Encoding.UTF8.GetBytes(new string('[', 2000)),
    ];

    /// <summary>The next request: what is written to the socket, head and body.</summary>
    public byte[] Next() => random.Next(10) < 3 ? Mutated() : Composed();

    private byte[] Mutated()
    {
        var captured = CapturedRequest.All[random.Next(CapturedRequest.All.Count)];
        byte[] bytes = [.. captured.Head, .. captured.Body];
        for (var change = random.Next(1, 6); change > 0; change--)
        {
            bytes[random.Next(bytes.Length)] = random.Next(3) == 0 ? (byte)random.Next(256) : (byte)random.Next(32, 127);
        }

        return bytes;
    }

    private byte[] Composed()
    {
        var body = Pick(Bodies);
        var target = Pick(Paths) + (random.Next(6) == 0 ? "" : "?") + string.Join('&', Enumerable.Range(0, random.Next(4)).Select(_ => Pick(Parameters)));
        var head = new StringBuilder().Append(CultureInfo.InvariantCulture, $"{Pick(Methods)} {target} {(random.Next(50) == 0 ? "HTTP/9.9" : "HTTP/1.1")}\r\n");
        if (random.Next(20) != 0)
        {
            head.Append("Host: 127.0.0.1\r\n");
        }

        for (var i = random.Next(4); i > 0; i--)
        {
            head.Append(Pick(Headers)).Append("\r\n");
        }

        // Mostly the length that comes: of a longer one the rest would be waited for.
        head.Append(CultureInfo.InvariantCulture, $"Content-Length: {(random.Next(50) == 0 ? Pick(["-1", "a", "1, 2", "99999999999999999999"]) : body.Length)}\r\n\r\n");
        return [.. Encoding.UTF8.GetBytes(head.ToString()), .. body];
    }

    private T Pick<T>(T[] from) => from[random.Next(from.Length)];
}

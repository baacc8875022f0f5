using Inventory.Emulator.Bos;
using Inventory.Emulator.Http;

namespace Inventory.Emulator.Tests;

[TestFixture]
public sealed class BosSignatureTests
{
    private const string Doc = "2015-04-27T08:23:49Z";
    private const string Now = "2026-01-02T03:04:05Z";
    private const string Target = "/v1/test/myfolder/readme.txt?partNumber=9&uploadId=";

    private static readonly string KeyA = new('a', 32);
    private static readonly string SecretB = new('b', 32);

    [TestCase("", "d74a04362e6a848f5b39b15421cb449427f419c95a480fd6b8cf9fc783e2999e", TestName = "P1_with_an_empty_list_is_the_published_signature")]
    [TestCase("content-length;content-md5;content-type;host;x-bce-date", "d74a04362e6a848f5b39b15421cb449427f419c95a480fd6b8cf9fc783e2999e", TestName = "P1_with_the_default_headers_listed_is_the_same")]
    [TestCase("host;x-bce-date", "1b8de5a23a56eef657c69f94c621e7acd227d049a4ba577f537d5e5cebf0cf32", TestName = "P2_with_two_headers_is_the_published_signature")]
    public void The_documents_example(string signedHeaders, string expected)
    {
        var request = Request(
            "PUT",
            Target + "a44cc9bab11cbd156984767aad637851",
            ("Host", "bj.bcebos.com"),
            ("Date", "Mon, 27 Apr 2015 16:23:49 +0800"),
            ("Content-Type", "text/plain"),
            ("Content-Length", "8"),
            ("Content-Md5", "NFzcPqhviddjRNnSOGo4rw=="),
            ("x-bce-date", Doc));

        var signature = BosSignature.Compute(request, new(KeyA, Doc, "1800", signedHeaders, ""), SecretB);

        Assert.That(signature, Is.EqualTo(expected));
        Assert.That(
            BosSignature.SigningKey($"bce-auth-v1/{KeyA}/{Doc}/1800", SecretB),
            Is.EqualTo("1d5ce5f464064cbee060330d973218821825ac6952368a482a592e6615aef479"));
    }

    [Test]
    public void P3_is_the_published_signature()
    {
        var request = Request(
            "PUT",
            Target + "VXBsb2FkIElpZS5tMnRzIHVwbG9hZA",
            ("Host", "bj.bcebos.com"),
            ("Content-Type", "text/plain"),
            ("Content-Length", "8"),
            ("Content-Md5", "0a52730597fb4ffa01fc117d9e71e3a9"),
            ("x-bce-date", Doc));

        var signature = BosSignature.Compute(
            request,
            new("0b0f67dfb88244b289b72b142befad0c", Doc, "1800", "content-length;content-md5;content-type;host;x-bce-date", ""),
            "bad522c2126a4618a8125f4b6cf6356f");

        Assert.That(signature, Is.EqualTo("a19e6386e990691aca1114a20357c83713f1cb4be3d74942bb4ed37469ecdacf"));
    }

    [Test]
    public void P4_is_the_published_signature()
    {
        var request = Request("PUT", "/v1/bucket/object1?A&b=&C=d", ("Host", "bce.baidu.com"), ("abc", "123"), ("x-bce-meta-key1", "ABC"));

        var signature = BosSignature.Compute(request, new("my_ak", "2014-06-13T05:57:36Z", "1800", "host;x-bce-meta-key1", ""), "my_sk");

        Assert.That(signature, Is.EqualTo("80c9672aca2ea9af4bb40b9a8ff458d72df94e97d550840727f3a929af271d25"));
    }

    [Test]
    public void P5_is_the_published_signature()
    {
        var request = Request(
            "DELETE", "/v1/test-bucket1361199862", ("Content-Type", "application/json; charset=utf-8"), ("Content-Length", "0"), ("User-Agent", "x"));

        var signature = BosSignature.Compute(request, new("my_ak", "2014-06-13T05:57:36Z", "1800", "content-length;content-type", ""), "my_sk");

        Assert.That(signature, Is.EqualTo("c9386b15d585960ae5e6972f73ed92a9a682dc81025480ba5b41206d3e489822"));
    }

    [Test]
    public void P6_header_values_are_percent_encoded_and_empty_ones_left_out()
    {
        var request = Request("GET", "/", ("Host", "localhost"), ("x-bce-a", "a/b:c"), ("x-bce-c", ""), ("Content-MD5", "MD5"));

        var headers = BosSignature.CanonicalHeaders(request, "");

        Assert.That(headers, Is.EqualTo("content-md5:MD5\nhost:localhost\nx-bce-a:a%2Fb%3Ac"));
    }

    [Test]
    public void P7_everything_that_is_not_unreserved_is_percent_encoded()
    {
        var encoded = PercentEncoding.Encode("!'()*this is an example for 测试");

        Assert.That(encoded, Is.EqualTo("%21%27%28%29%2Athis%20is%20an%20example%20for%20%E6%B5%8B%E8%AF%95"));
    }

    [TestCase("GET", "/?inventory", "src-bucket.bj.bcebos.com", null, "7176a9c876334968fdebbef596aaf46f60848e36ca6bc224ba280daeee76b4bf")]
    [TestCase("GET", "/?inventory&id=rule-1", "src-bucket.bj.bcebos.com", null, "e94befb3ce7f6eee7c622ea42a7f5fd49b217b9bea334736a93e6b89c9a3135d")]
    [TestCase("DELETE", "/?id=rule%2d1&inventory=", "src-bucket.bj.bcebos.com", null, "d6be87249435dd882881083f0c82c4ae61350c695510ae678131ab161a821e32")]
    [TestCase("GET", "/src-bucket?inventory&id=rule-1", "bj.bcebos.com", null, "9a23d783d7ac4c24ff5ced4a3ae73c7633eda01dcb25fc824da728fe8f724d35")]
    [TestCase("GET", "/?inventory&id=rule-1", "src-bucket.bj.bcebos.com", "tok/en+1=", "88b162d55afb9b0cfee55c6927429a4bec673c91c2c28e191e11931ebd2d54a1")]
    [TestCase("GET", "/?inventory&id=rule-1", "127.0.0.1:8080", null, "81a6b8367281864c4a96c294ed70976d668d7193c7152e6b29fb9c8b691fd8a2")]
    [TestCase("GET", "/?inventory&id=a.B_c-9", "src-bucket.bj.bcebos.com", null, "c7b7db7dac45212958495a0053dee174b26717b2531fd557a2a5756076d9709a")]
    [TestCase("GET", "/inv/src-bucket/rule-1/data/%E6%96%87%E4%BB%B6%201%2B2.csv.gz", "dst-bucket.bj.bcebos.com", null, "1c7d8c34119b980aca2f7b80769430a7370b187d5c8bbfe2b6fcf8c0f560f4a0")]
    public void A_request_signed_by_the_Go_client(string method, string target, string host, string? token, string expected)
    {
        var request = token is null
            ? Request(method, target, ("Host", host), ("x-bce-date", Now))
            : Request(method, target, ("Host", host), ("x-bce-date", Now), ("x-bce-security-token", token));
        var signed = token is null ? "host;x-bce-date" : "host;x-bce-date;x-bce-security-token";

        var signature = BosSignature.Compute(request, new("my_ak", Now, "1800", signed, ""), "my_sk");

        Assert.That(signature, Is.EqualTo(expected), BosSignature.CanonicalRequest(request, signed));
    }

    [TestCase("content-type;host;x-bce-date", "application/json; charset=utf-8", "a569b08655636f3456d7f8ee68aec3c61e53be2e63dcf62272f4255d5ec81426")]
    [TestCase("content-length;content-md5;content-type;host;x-bce-date", "application/json;charset=utf-8", "0f95d6da900fc5e2addec3d858a12f4e54cb7008096703cff97d301d36862a91")]
    public void A_put_signed_by_the_Go_client(string signed, string contentType, string expected)
    {
        var request = Request(
            "PUT",
            "/?inventory&id=rule-1",
            ("Host", "src-bucket.bj.bcebos.com"),
            ("Content-Type", contentType),
            ("Content-Length", "168"),
            ("Content-Md5", "13g6eJ6UTLRvZ7271SmfYw=="),
            ("x-bce-date", Now));

        var signature = BosSignature.Compute(request, new("my_ak", Now, "1800", signed, ""), "my_sk");

        Assert.That(signature, Is.EqualTo(expected));
    }

    private static WireRequest Request(string method, string target, params (string Name, string Value)[] headers) =>
        WireRequest.Create(method, target, [.. headers.Select(header => KeyValuePair.Create(header.Name, header.Value))], []);
}

using System.Globalization;
using Inventory.Emulator.Http;
using Inventory.Emulator.Oss;

namespace Inventory.Emulator.Tests;

[TestFixture]
public sealed class OssSignatureTests
{
    private const string Day = "20231216";
    private const string Query = "?param1=value1&%2Bparam1=value3&%7Cparam1=value4&%2Bparam2=&%7Cparam2&param2=";

    [TestCase("cn-hangzhou", "oss", "20231216T162057Z", null, "", "e21d18daa82167720f9b1047ae7e7f1ce7cb77a31e8203a7d5f4624fa0284afe", TestName = "V4_1_is_the_published_signature")]
    [TestCase("cn-hangzhou", "oss", "20231217T034736Z", "token", "", "b94a3f999cf85bcdc00d332fbd3734ba03e48382c36fa4d5af5df817395bd9ea", TestName = "V4_2_with_a_token_is_the_published_signature")]
    [TestCase("cn-hangzhou", "oss", "20231216T172512Z", null, "abc;zabc", "4a4183c187c07c8947db7620deb0a6b38d9fbdd34187b6dbaccb316fa251212f", TestName = "V4_3_with_additional_headers_is_the_published_signature")]
    [TestCase("cn-hangzhou", "oss", "20231216T172512Z", null, "x-oss-no-exist;ZAbc;x-oss-head1;abc", "4a4183c187c07c8947db7620deb0a6b38d9fbdd34187b6dbaccb316fa251212f", TestName = "V4_4_absent_and_mandatory_additional_headers_count_for_nothing")]
    [TestCase("cb-123", "oss-cloudbox", "20231216T162057Z", null, "", "94ce1f12c17d148ea681030275a94449d3357f5b5b21133996eec80af3e08a43", TestName = "V4_5_of_a_cloud_box_is_the_published_signature")]
    public void Version_4_of_an_object_request(string region, string product, string time, string? token, string additional, string expected)
    {
        var headers = new List<(string, string)>
        {
            ("x-oss-head1", "value"), ("abc", "value"), ("ZAbc", "value"), ("XYZ", "value"), ("content-type", "text/plain"),
            ("x-oss-content-sha256", "UNSIGNED-PAYLOAD"), ("x-oss-date", time),
        };
        if (token is not null)
        {
            headers.Add(("x-oss-security-token", token));
        }

        var request = Request("PUT", "/bucket/1234+-/123/1.txt" + Query, [.. headers]);

        var signature = OssSignatureV4.Compute(request, "bucket", "1234+-/123/1.txt", time, new(time[..8], region, product), additional, "sk");

        Assert.That(signature.Value, Is.EqualTo(expected), signature.CanonicalRequest);
    }

    [Test]
    public void The_documentation_example_follows_from_its_signing_key()
    {
        var request = Request(
            "PUT",
            "/examplebucket/exampleobject",
            ("content-disposition", "attachment"),
            ("content-length", "3"),
            ("content-md5", "ICy5YqxZB1uWSwcVLSNLcA=="),
            ("content-type", "text/plain"),
            ("x-oss-content-sha256", "UNSIGNED-PAYLOAD"),
            ("x-oss-date", "20250411T064124Z"));
        var key = Convert.FromHexString("3543b7686e65eda71e5e5ca19d548d78423c37e8ddba4dc9d83f90228b457c76");

        var signature = OssSignatureV4.Compute(
            request, "examplebucket", "exampleobject", "20250411T064124Z", new("20250411", "cn-hangzhou", "oss"), "content-disposition;content-length", key);

        Assert.That(signature.StringToSign, Does.EndWith("c46d96390bdbc2d739ac9363293ae9d710b14e48081fcb22cd8ad54b63136eca"));
        Assert.That(signature.Value, Is.EqualTo("053edbf550ebd239b32a9cdfd93b0b2b3f2d223083aa61f75e9ac16856d61f23"));
    }

    [TestCase("PUT", "inventory&inventoryId=report1", "application/xml", null, "e4e24d795a6fb2fbef064b999aa67a46ec2d59f1beca46e6c34d487cb720ca6b")]
    [TestCase("PUT", "inventoryId=report1&inventory", null, null, "5ee052a1f8451db175c8f1926d1f1a74b7ae9a87086000a564f7a47d4ed01763")]
    [TestCase("GET", "inventory=&inventoryId=report1", null, null, "f5ba67c645b5ba6de26bcc540516eb9366ba6bc6cf5e95dff176565617977164")]
    [TestCase("GET", "inventory", null, null, "c67f2b5b56b47b994ebd3f3f7a0a1749e7dc4fd3416ecec858550a1cc72e731d")]
    [TestCase("GET", "inventory&continuation-token=report+99%2f%2B", null, null, "fa1013907002fa6ce62bc4d1f1adedc4d44359ffa27d940b65fc66cc27f59d42")]
    [TestCase("GET", "inventory", null, "token", "b00dfe72bfbb8791aa23bc8b0dc41d5d4a20ad4472a120735caa395577152950")]
    [TestCase("DELETE", "inventory&inventoryId=report1", null, null, "7995fe768f39660aa929c5b995006c65ea7f3ba0b4e2f399a05d1463d8069af3")]
    public void Version_4_of_an_inventory_request(string method, string query, string? contentType, string? token, string expected)
    {
        var headers = new List<(string, string)> { ("x-oss-content-sha256", "UNSIGNED-PAYLOAD"), ("x-oss-date", Day + "T162057Z") };
        Add(headers, "Content-Type", contentType);
        Add(headers, "x-oss-security-token", token);

        var signature = OssSignatureV4.Compute(
            Request(method, "/?" + query, [.. headers]), "examplebucket", "", Day + "T162057Z", new(Day, "cn-hangzhou", "oss"), "", "sk");

        Assert.That(signature.Value, Is.EqualTo(expected), signature.CanonicalRequest);
    }

    [TestCase("PUT", "?inventory&inventoryId=report1", "application/xml", true, null, "Pp8CQAPny+TM3FKbDSIGlHgAJBY=")]
    [TestCase("PUT", "?inventory&inventoryId=report1", null, false, null, "NmynnsQfQvgWbQFZ6K2WVhTQsuk=")]
    [TestCase("GET", "?inventoryId=report1&inventory=", null, false, null, "BiFmQdfE4kM9ResOepRI46l4J/o=")]
    [TestCase("GET", "?inventory", null, false, null, "ZqPlmj4DW/F6Rxaf56GYKA2jMQw=")]
    [TestCase("GET", "?inventory&continuation-token=report%2099%2F%2B", null, false, null, "kHjlLEvfjf3mN0UBdH1XCxwNw7k=")]
    [TestCase("DELETE", "?inventory&inventoryId=report1", null, false, null, "CvTc4rSxMTCCO1sBzDeWOY1a0vM=")]
    [TestCase("DELETE", "?inventory&inventoryId=report1", null, false, "token", "oRGF8eObO/tAQ2chhueZp1cfkeM=")]
    [TestCase("GET", "?resourceGroup", null, true, null, "vkQmfuUDyi1uDi3bKt67oemssIs=")]
    [TestCase("GET", "?acl&resourceGroup", null, true, null, "x3E5TgOvl/i7PN618s5mEvpJDYk=")]
    public void Version_1_of_a_bucket_request(string method, string query, string? contentType, bool withOssDate, string? token, string expected)
    {
        const string Date = "Wed, 28 Dec 2022 10:27:41 GMT";
        var headers = new List<(string, string)> { ("Date", Date) };
        Add(headers, "Content-Type", contentType);
        Add(headers, "x-oss-date", withOssDate ? Date : null);
        Add(headers, "x-oss-security-token", token);

        var signature = OssSignatureV1.Compute(Request(method, "/" + query, [.. headers]), "examplebucket", "", "sk");

        Assert.That(signature.Value, Is.EqualTo(expected), signature.StringToSign);
    }

    [TestCase("", null, "kSHKmLxlyEAKtZPkJhG9bZb5k7M=")]
    [TestCase("?acl", null, "/afkugFbmWDQ967j1vr6zygBLQk=")]
    [TestCase("", "token", "H3PAlN3Vucn74tPVEqaQC4AnLwQ=")]
    public void Version_1_of_an_object_request(string query, string? token, string expected)
    {
        const string Date = "Wed, 28 Dec 2022 10:27:41 GMT";
        var headers = new List<(string, string)>
        {
            ("Content-MD5", "eB5eJF1ptWaXm4bijSPyxw=="), ("Content-Type", "text/html"), ("x-oss-date", Date), ("Date", Date),
            ("x-oss-meta-author", "alice"), ("x-oss-meta-magic", "abracadabra"),
        };
        Add(headers, "x-oss-security-token", token);

        var signature = OssSignatureV1.Compute(Request("PUT", "/nelson" + query, [.. headers]), "examplebucket", "nelson", "sk");

        Assert.That(signature.Value, Is.EqualTo(expected), signature.StringToSign);
    }

    [TestCase("th-TH")]
    [TestCase("fi-FI")]
    [TestCase("tr-TR")]
    public void A_signature_does_not_depend_on_the_culture(string name)
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = new(name);
            Assume.That(CultureInfo.CurrentCulture.NativeName, Is.Not.EqualTo(CultureInfo.InvariantCulture.NativeName));

            Version_4_of_an_inventory_request("DELETE", "inventoryId=report1&inventory", null, null, "7995fe768f39660aa929c5b995006c65ea7f3ba0b4e2f399a05d1463d8069af3");
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    private static void Add(List<(string Name, string Value)> headers, string name, string? value)
    {
        if (value is not null)
        {
            headers.Add((name, value));
        }
    }

    private static WireRequest Request(string method, string target, params (string Name, string Value)[] headers) =>
        WireRequest.Create(method, target, [.. headers.Select(header => KeyValuePair.Create(header.Name, header.Value))], []);
}

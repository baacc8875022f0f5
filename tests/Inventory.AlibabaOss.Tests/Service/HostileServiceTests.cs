using Inventory.AlibabaOss.Tests.Support;
using Inventory.Tests.Faults;

namespace Inventory.AlibabaOss.Tests.Service;

/// <summary>Whole calls, whatever OSS or what stands before it answers.</summary>
[TestFixture]
public sealed class HostileServiceTests
{
    private const int Calls = 2_000;

    private static readonly KeyValuePair<string, string>[] Headers =
    [
        new("x-oss-request-id", CannedAnswer.RequestId),
        new("x-oss-ec", "0003-00000001"),
        new("x-oss-err", Convert.ToBase64String("<Error><Code>AccessDenied</Code></Error>"u8)),
    ];

    private static readonly string[] Documents =
    [
        OssRules.Xml(),
        $"<ListInventoryConfigurationsResult>{OssRules.Xml("a")}{OssRules.Xml("b")}<IsTruncated>false</IsTruncated></ListInventoryConfigurationsResult>",
        $"<ListInventoryConfigurationsResult>{OssRules.Xml("a")}<IsTruncated>true</IsTruncated><NextContinuationToken>a</NextContinuationToken></ListInventoryConfigurationsResult>",
        .. new[] { "NoSuchInventory", "NoSuchBucket", "InventoryAlreadyExist", "InventoryExceedLimit", "RequestTimeTooSkewed", "SecurityTokenExpired", "BrandNew" }
            .Select(code => CannedAnswer.Error(403, code, more: "<EC>0003-00000001</EC><ServerTime>2026-03-01T07:00:00.000Z</ServerTime>").Body),
        "<!DOCTYPE html><html><body>Bad gateway</body></html>",
        """{"code":"AccessDenied","message":"No.","requestId":"49a3"}""",
    ];

    [Test]
    public Task Nothing_but_an_InventoryException_comes_out_of_a_call() => HostileService.CheckAsync(
        Calls,
        HostileAnswer.Of(Headers, Documents),
        (handler, time) => CannedOss.ServiceOver(handler, o => o.Transport = new() { BaseDelay = TimeSpan.FromMilliseconds(1), MaxDelay = TimeSpan.FromSeconds(2) }, time),
        OssCloud.Source,
        OssRules.Plain with { IsEnabled = false });
}

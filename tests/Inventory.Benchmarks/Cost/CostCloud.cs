using System.Globalization;
using Inventory.AlibabaOss;
using Inventory.BaiduBos;

namespace Inventory.Benchmarks.Cost;

/// <summary>The server's answers of a cloud, and the adapter that asks it. What a find or a list answers is made of what the adapter put.</summary>
internal static class CostCloud
{
    public const string Bucket = "source-bucket";
    public const string RuleId = "report1";

    private const int Pages = 10;
    private const int RulesOfPage = 100;

    private const string OssHead = """
        HTTP/1.1 200 OK
        Server: AliyunOSS
        Date: Fri, 02 Jan 2026 03:04:05 GMT
        Content-Type: application/xml
        Connection: keep-alive
        x-oss-request-id: 65A0E3C2F1B4D83333F2A1C7
        x-oss-server-time: 12

        """;

    private const string BosHead = """
        HTTP/1.1 200 OK
        Server: BceBos
        Date: Fri, 02 Jan 2026 03:04:05 GMT
        Content-Type: application/json; charset=utf-8
        Connection: keep-alive
        x-bce-request-id: 4db2b34d-654d-4d8a-b49b-3049ca786409
        x-bce-debug-id: MTIzNDU2Nzg5MGFiY2RlZg==

        """;

    private const string NotFound = """
        {"code":"NoSuchInventoryConfiguration","message":"The specified inventory configuration does not exist.","requestId":"4db2b34d-654d-4d8a-b49b-3049ca786409"}
        """;

    /// <summary>The rule that is there: one schedule, one prefix.</summary>
    public static InventoryRule Rule { get; } = new()
    {
        Id = RuleId,
        Destination = new() { Bucket = "reports", Prefix = "inventory" },
        Schedule = InventorySchedule.Weekly,
        Filter = InventoryFilter.ForPrefix("logs/"),
        IncludedObjectVersions = InventoryObjectVersions.Current,
    };

    /// <summary>The same rule under an id that no bucket holds: BOS is asked for it before it is put.</summary>
    public static InventoryRule NewRule { get; } = Rule with { Id = "report2" };

    public static async Task<IInventoryService> OssAsync(CannedServer server)
    {
        var service = new OssInventoryService(new OssOptions
        {
            Region = "cn-hangzhou",
            Endpoint = server.Address,
            AccessKeyId = "key-id",
            AccessKeySecret = "key-secret-0123456789",
            DestinationRoleArn = "acs:ram::100000000000000:role/inventory",
            DestinationAccountId = "100000000000000",
        });
        server.Answer("PUT /", OssHead);
        server.Answer("DELETE /", OssHead.Replace("200 OK", "204 No Content", StringComparison.Ordinal));
        var rule = await PutBodyAsync(server, service);
        server.Answer("inventoryId=", OssHead, rule);
        for (var page = 1; page < Pages; page++)
        {
            server.Answer(string.Create(CultureInfo.InvariantCulture, $"continuation-token=page{page}"), OssHead, OssPage(rule, page));
        }

        server.Answer("GET /", OssHead, OssPage(rule, 0));
        return service;
    }

    public static async Task<IInventoryService> BosAsync(CannedServer server)
    {
        var service = new BosInventoryService(
            new BosOptions { Region = "bj", Endpoint = server.Address, AccessKeyId = "key-id", SecretAccessKey = "key-secret-0123456789" });
        server.Answer("PUT /", BosHead);
        server.Answer("DELETE /", BosHead.Replace("200 OK", "204 No Content", StringComparison.Ordinal));
        server.Answer("id=report2", BosHead.Replace("200 OK", "404 Not Found", StringComparison.Ordinal), NotFound);
        server.Answer("GET /", BosHead, await PutBodyAsync(server, service));
        return service;
    }

    private static async Task<string> PutBodyAsync(CannedServer server, IInventoryService service)
    {
        var sent = await server.RecordAsync(() => service.PutAsync(Bucket, NewRule));
        var put = sent.Single(request => request.StartsWith("PUT ", StringComparison.Ordinal));
        return put[(put.IndexOf("\r\n\r\n", StringComparison.Ordinal) + 4)..].Replace(NewRule.Id, RuleId, StringComparison.Ordinal);
    }

    private static string OssPage(string rule, int page)
    {
        var bare = rule[rule.IndexOf("<InventoryConfiguration", StringComparison.Ordinal)..];
        var rules = Enumerable.Range(page * RulesOfPage, RulesOfPage)
            .Select(i => bare.Replace($"<Id>{RuleId}</Id>", string.Create(CultureInfo.InvariantCulture, $"<Id>report{i}</Id>"), StringComparison.Ordinal));
        var isLast = page == Pages - 1;
        var next = isLast ? "" : string.Create(CultureInfo.InvariantCulture, $"<NextContinuationToken>page{page + 1}</NextContinuationToken>");
        return $"""
            <?xml version="1.0" encoding="UTF-8"?>
            <ListInventoryConfigurationsResult>{string.Concat(rules)}<IsTruncated>{(isLast ? "false" : "true")}</IsTruncated>{next}</ListInventoryConfigurationsResult>
            """;
    }
}

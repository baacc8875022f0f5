using System.Globalization;
using Inventory.AlibabaOss;
using Inventory.BaiduBos;
using Inventory.Emulator;
using Inventory.Planning;

namespace Inventory.Benchmarks.Fleet;

/// <summary>340 buckets on OSS and 60 on BOS, and ten rules for each.</summary>
internal static class FleetCloud
{
    public const string Reports = "report-bucket";
    public const string Oss = "oss";
    public const string Bos = "bos";

    private const int RulesOfBucket = 10;

    public static IReadOnlyList<(string Account, string Bucket)> Buckets { get; } =
    [
        .. Enumerable.Range(0, 340).Select(n => (Oss, string.Create(CultureInfo.InvariantCulture, $"oss-bucket-{n:D3}"))),
        .. Enumerable.Range(0, 60).Select(n => (Bos, string.Create(CultureInfo.InvariantCulture, $"bos-bucket-{n:D3}"))),
    ];

    /// <summary>Ten rules in each bucket; the fourth is disabled.</summary>
    public static DesiredState Whole { get; } = State([.. Enumerable.Range(0, RulesOfBucket).Select(n => Rule(n) with { IsEnabled = n != 3 })]);

    /// <summary>The same with one replaced, one disabled, one gone, one enabled and one new.</summary>
    public static DesiredState Changed { get; } = State(
    [
        Rule(0) with { Schedule = InventorySchedule.Monthly(1) },
        Rule(1) with { IsEnabled = false },
        .. Enumerable.Range(3, RulesOfBucket - 2).Select(Rule),
    ]);

    /// <summary>The services of the two accounts, over a handler of the caller's own where one is given.</summary>
    public static (OssInventoryService Oss, BosInventoryService Bos) Services(EmulatorProcess emulator, Func<HttpMessageHandler?> handler) => (
        new(new OssOptions
        {
            Region = "cn-hangzhou",
            Endpoint = string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{emulator.OssPort}"),
            AccessKeyId = EmulatorCredential.DefaultAccessKeyId,
            AccessKeySecret = EmulatorCredential.DefaultSecret,
            DestinationRoleArn = "acs:ram::100000000000000:role/inventory",
            DestinationAccountId = "100000000000000",
        }, handler: handler()),
        new(new BosOptions
        {
            Region = "bj",
            Endpoint = string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{emulator.BosPort}"),
            AccessKeyId = EmulatorCredential.DefaultAccessKeyId,
            SecretAccessKey = EmulatorCredential.DefaultSecret,
        }, handler: handler()));

    private static DesiredState State(InventoryRule[] rules)
    {
        DesiredRule[] desired = [.. rules.Select(rule => new DesiredRule { Rule = rule })];
        return new() { Buckets = [.. Buckets.Select(b => new DesiredBucket { Account = b.Account, Bucket = b.Bucket, Rules = desired })] };
    }

    private static InventoryRule Rule(int number) => new()
    {
        Id = string.Create(CultureInfo.InvariantCulture, $"report-{number:D2}"),
        Destination = new() { Bucket = Reports, Prefix = "inventory/" },
        Schedule = InventorySchedule.Weekly,
        Filter = InventoryFilter.ForPrefix(string.Create(CultureInfo.InvariantCulture, $"logs/{number}/")),
        IncludedObjectVersions = InventoryObjectVersions.Current,
    };
}

using System.Globalization;
using Inventory.AlibabaOss;
using Inventory.BaiduBos;
using Inventory.Emulator;

namespace Inventory.Benchmarks.Load;

/// <summary>An emulator with twenty rules in one bucket, and the requests of the load, signed by the adapter.</summary>
internal static class LoadCloud
{
    private const string Quiet = "quiet-bucket";
    private const string Busy = "busy-bucket";
    private const string Reports = "report-bucket";
    private const int RulesOfList = 20;

    public static EmulatorOptions Options { get; } = new() { Buckets = [new(Quiet), new(Busy), new(Reports)] };

    /// <summary>Gets and the list are of a bucket that nothing changes; puts and deletes of another, so that the list stays at twenty rules.</summary>
    public static async Task<IReadOnlyList<LoadRequest>> RecordAsync(InventoryEmulator emulator, string wire)
    {
        var service = Service(emulator, wire);
        List<LoadRequest> requests = [];
        for (var i = 0; i < RulesOfList; i++)
        {
            var rule = Rule(string.Create(CultureInfo.InvariantCulture, $"report{i:D2}"));
            await service.PutAsync(Quiet, rule);
            await AddAsync(LoadKind.Get, () => service.FindAsync(Quiet, rule.Id));
            await AddAsync(LoadKind.Put, () => service.PutAsync(Busy, rule));
            await AddAsync(LoadKind.Delete, () => service.DeleteAsync(Busy, rule.Id));
        }

        await AddAsync(LoadKind.List, async () => _ = await service.ListAsync(Quiet).CountAsync());
        return requests;

        async Task AddAsync(LoadKind kind, Func<Task> operation)
        {
            emulator.ClearRequests();
            await operation();
            requests.Add(LoadRequest.Of(kind, emulator.Requests[^1]));
        }
    }

    private static IInventoryService Service(InventoryEmulator emulator, string wire) => wire == EmulatorWire.Oss
        ? new OssInventoryService(new OssOptions
        {
            Region = "cn-hangzhou",
            Endpoint = emulator.OssEndpoint.GetLeftPart(UriPartial.Authority),
            AccessKeyId = EmulatorCredential.DefaultAccessKeyId,
            AccessKeySecret = EmulatorCredential.DefaultSecret,
            DestinationRoleArn = "acs:ram::100000000000000:role/inventory",
            DestinationAccountId = "100000000000000",
        })
        : new BosInventoryService(new BosOptions
        {
            Region = "bj",
            Endpoint = emulator.BosEndpoint.GetLeftPart(UriPartial.Authority),
            AccessKeyId = EmulatorCredential.DefaultAccessKeyId,
            SecretAccessKey = EmulatorCredential.DefaultSecret,
        });

    private static InventoryRule Rule(string id) => new()
    {
        Id = id,
        Destination = new() { Bucket = Reports, Prefix = "inventory/" },
        Schedule = InventorySchedule.Weekly,
        Filter = InventoryFilter.ForPrefix("logs/"),
        IncludedObjectVersions = InventoryObjectVersions.Current,
    };
}

using System.Globalization;
using Inventory.Emulator;

namespace Inventory.Tests.Faults;

/// <summary>An emulator with a bucket for each cell of a matrix, so that what comes late of one cell touches no other.</summary>
internal sealed class MatrixBed : IAsyncDisposable
{
    public const string Listed = "listed-rules";
    private const string Template = "template-rules";
    private const int Buckets = 6_000;
    private static readonly string[] Neighbours = ["a-neighbour", "z-neighbour"];

    private readonly MatrixCloud _cloud;
    private readonly HoldingClock _clock;
    private readonly Dictionary<InventoryRule, string> _documents = [];
    private int _taken;

    private MatrixBed(MatrixCloud cloud, InventoryEmulator emulator, HoldingClock clock) => (_cloud, Emulator, _clock) = (cloud, emulator, clock);

    public InventoryEmulator Emulator { get; }

    /// <summary>A connection for each request: on one that was used before and closes without an answer, .NET itself may send again, and not tell.</summary>
    public SocketsHttpHandler Connection { get; } = new() { AllowAutoRedirect = false, PooledConnectionLifetime = TimeSpan.Zero };

    public static async Task<MatrixBed> StartAsync(MatrixCloud cloud)
    {
        var clock = new HoldingClock();
        var bed = new MatrixBed(cloud, await InventoryEmulator.StartAsync(new()
        {
            Clock = clock,
            OssPageSize = 10,
            Credentials = MatrixCredentials.Known,
            Buckets = [.. new[] { EmulatorBucket.DefaultDestination, Listed, Template }.Concat(Enumerable.Range(1, Buckets).Select(Name)).Select(name => new EmulatorBucket(name))],
        }), clock);
        var service = bed.Connect(new SentRequests(bed.Connection), new MatrixCredentials(int.MaxValue), TimeProvider.System);
        foreach (var rule in Neighbours.Select(MatrixRules.Of).Concat([MatrixOperation.Old, MatrixOperation.New]))
        {
            _ = await service.PutAsync(Template, rule);
            bed._documents[rule] = bed.Stored(Template).Single(r => r.Id == rule.Id).Document;
        }

        foreach (var index in Enumerable.Range(0, cloud.ListedRules))
        {
            _ = await service.PutAsync(Listed, MatrixRules.Of(string.Create(CultureInfo.InvariantCulture, $"rule-{index:000}")));
        }

        return bed;
    }

    public IInventoryService Connect(HttpMessageHandler handler, MatrixCredentials credentials, TimeProvider time) =>
        _cloud.Connect(Emulator, credentials, handler, time, new() { BaseDelay = TimeSpan.FromMilliseconds(1), AttemptTimeout = FaultMatrix.AttemptTimeout });

    /// <summary>A bucket with two rules that nobody touches, and the one that is there before the operation.</summary>
    public string NewBucket(MatrixOperation operation)
    {
        if (operation.IsList)
        {
            return Listed;
        }

        var bucket = Name(++_taken);
        foreach (var (id, document) in Expected(bucket, operation.Before))
        {
            Emulator.SeedRaw(_cloud.Wire, bucket, document, id);
        }

        return bucket;
    }

    public void Begin(EmulatorFault fault, int number, bool isLasting, Action<Action> onHold)
    {
        Emulator.Faults.Clear();
        Emulator.Faults.Add(new FaultRule(fault) { Wire = _cloud.Wire, First = number, Last = isLasting ? null : number });
        _clock.OnHold = onHold;
    }

    public void End()
    {
        Emulator.Faults.Clear();
        _clock.OnHold = null;
    }

    /// <summary>What the bucket holds.</summary>
    public IReadOnlyList<StoredRule> Stored(string bucket) => Emulator.StoredRules(_cloud.Wire, bucket);

    /// <summary>What a bucket holds when all is well: its neighbours and this rule, if there is one.</summary>
    public IReadOnlyList<StoredRule> Expected(string bucket, InventoryRule? rule) =>
    [
        .. Neighbours.Select(MatrixRules.Of).Concat(rule is null ? [] : [rule])
            .Select(r => new StoredRule(r.Id, _documents[r].Replace(Template, bucket, StringComparison.Ordinal)))
            .OrderBy(r => r.Id, StringComparer.Ordinal),
    ];

    public async ValueTask DisposeAsync()
    {
        Connection.Dispose();
        await Emulator.DisposeAsync();
    }

    private static string Name(int number) => string.Create(CultureInfo.InvariantCulture, $"cell-{number:0000}");
}

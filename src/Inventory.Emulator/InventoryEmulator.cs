using System.Net;
using Inventory.Emulator.Bos;
using Inventory.Emulator.Http;
using Inventory.Emulator.Oss;
using Inventory.Emulator.Store;

namespace Inventory.Emulator;

/// <summary>
/// The bucket inventory wires of Alibaba Cloud OSS and Baidu Cloud BOS on two ports, of 127.0.0.1 by default, written from the vendors' documents alone.
/// Beside inventory rules it answers what comes with a bucket (<see cref="EmulatorOperation"/>); everything else is answered 501, which names it, and nothing is
/// done. Safe for concurrent use.
/// </summary>
public sealed class InventoryEmulator : IAsyncDisposable
{
    private static readonly TimeSpan StopPatience = TimeSpan.FromSeconds(1);

    private readonly EmulatorOptions _options;
    private readonly RequestLog _log;
    private readonly DataFolder? _folder;
    private readonly OssWire _oss;
    private readonly BosWire _bos;
    private readonly WireServer _ossServer;
    private readonly WireServer _bosServer;
    private int _disposed;

    private InventoryEmulator(EmulatorOptions options, DataFolder? folder)
    {
        _options = options;
        _log = new(options.Log);
        _folder = folder;
        var (ossBuckets, bosBuckets) = (new BucketDirectory(options.OssRegion), new BucketDirectory(options.BosRegion));
        _oss = new(options, ossBuckets, new(ossBuckets, options.Clock, options.ConsistencyDelay, folder?.Of(EmulatorWire.Oss)));
        _bos = new(options, bosBuckets, new(bosBuckets, options.Clock, options.ConsistencyDelay, folder?.Of(EmulatorWire.Bos)));
        Fill(options);
        Faults = new(options.Faults);
        var (oss, bos) = (new Exchange(_oss, Faults, _log, options), new Exchange(_bos, Faults, _log, options));
        _ossServer = new(oss, options.ListenAddress, options.OssPort, new(EmulatorWire.Oss, options.Log));
        _bosServer = new(bos, options.ListenAddress, options.BosPort, new(EmulatorWire.Bos, options.Log));
    }

    /// <summary>Where the OSS wire listens, such as <c>http://127.0.0.1:12345/</c>.</summary>
    public Uri OssEndpoint => _ossServer.Endpoint;

    /// <summary>Where the BOS wire listens, such as <c>http://127.0.0.1:12346/</c>.</summary>
    public Uri BosEndpoint => _bosServer.Endpoint;

    /// <summary>
    /// The last 1,000 requests of both wires, fewer where they hold more than 16 MiB, oldest first: a copy, which later requests do not change.
    /// </summary>
    public IReadOnlyList<RecordedRequest> Requests => _log.Snapshot();

    /// <summary>What goes wrong with which request: what the options began with, and what is added while the emulator runs.</summary>
    public FaultScript Faults { get; }

    /// <summary>Starts both wires.</summary>
    /// <param name="options">What differs from the defaults; null: nothing.</param>
    /// <param name="cancellationToken">Gives up the start.</param>
    /// <exception cref="DataFolderException"><see cref="EmulatorOptions.DataDirectory"/> cannot be used.</exception>
    /// <exception cref="IOException">A port is taken.</exception>
    /// <exception cref="ArgumentException">
    /// The options list a bucket or a custom domain twice, or an empty host suffix, a rule has no wire, bucket or id, or a delay is negative; the message names it.
    /// </exception>
    public static async Task<InventoryEmulator> StartAsync(EmulatorOptions? options = null, CancellationToken cancellationToken = default)
    {
        var emulator = Create(options ?? new());
        try
        {
            await emulator._ossServer.StartAsync(cancellationToken);
            await emulator._bosServer.StartAsync(cancellationToken);
            emulator.WarnUnlessLoopback();
            return emulator;
        }
        catch
        {
            await emulator.DisposeAsync();
            throw;
        }
    }

    /// <summary>Puts a document into the store as it is, unchecked and above every limit: get and list answer it verbatim, at once.</summary>
    /// <param name="wire"><see cref="EmulatorWire.Oss"/> or <see cref="EmulatorWire.Bos"/>.</param>
    /// <param name="bucket">A bucket that exists.</param>
    /// <param name="document">An <c>InventoryConfiguration</c> element (an XML declaration is left out) or a JSON object.</param>
    /// <param name="id">The rule's id; null: it is read from the document, which has to be well-formed then.</param>
    /// <exception cref="ArgumentException">The wire or the bucket does not exist, or the document has no readable id.</exception>
    public void SeedRaw(string wire, string bucket, string document, string? id = null)
    {
        ArgumentNullException.ThrowIfNull(document);
        Seed(new(wire, bucket, document, id), isNewAlone: false);
    }

    /// <summary>
    /// The rules of a bucket in ordinal order of their ids: what is stored, which get and list may not see before <see cref="EmulatorOptions.ConsistencyDelay"/>.
    /// </summary>
    /// <param name="wire"><see cref="EmulatorWire.Oss"/> or <see cref="EmulatorWire.Bos"/>.</param>
    /// <param name="bucket">A bucket that exists.</param>
    /// <exception cref="ArgumentException">The wire or the bucket does not exist.</exception>
    public IReadOnlyList<StoredRule> StoredRules(string wire, string bucket)
    {
        var (store, buckets) = Of(wire);
        ThrowIfMissing(buckets, bucket);
        return store.Stored(bucket);
    }

    /// <summary>Forgets <see cref="Requests"/>.</summary>
    public void ClearRequests() => _log.Clear();

    /// <summary>Stops both wires; connections that are still busy after a second are cut. Rules are lost unless a folder keeps them.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _disposed, 1) != 0)
        {
            return;
        }

        using var patience = new CancellationTokenSource(StopPatience);
        await Task.WhenAll(_ossServer.StopAsync(patience.Token), _bosServer.StopAsync(patience.Token));
        _ossServer.Dispose();
        _bosServer.Dispose();
        _folder?.Dispose();
    }

    private static InventoryEmulator Create(EmulatorOptions options)
    {
        OptionsCheck.Check(options);
        var folder = options.DataDirectory is { } path ? DataFolder.Open(path) : null;
        try
        {
            return new(options, folder);
        }
        catch
        {
            folder?.Dispose();
            throw;
        }
    }

    private void Fill(EmulatorOptions options)
    {
        try
        {
            foreach (var bucket in options.Buckets)
            {
                _oss.Store.Configure(bucket.On(EmulatorWire.Oss));
                _bos.Store.Configure(bucket.On(EmulatorWire.Bos));
            }

            foreach (var rule in options.Rules)
            {
                Seed(rule, isNewAlone: true);
            }
        }
        catch (Exception failed) when (_folder is not null && failed is not DataFolderException && DataFolder.IsRefusal(failed))
        {
            throw _folder.Unusable(failed);
        }
    }

    private void Seed(SeededRule rule, bool isNewAlone)
    {
        var (store, buckets) = Of(rule.Wire);
        ThrowIfMissing(buckets, rule.Bucket);
        var document = store == _oss.Store ? OssDocument.WithoutDeclaration(rule.Document) : rule.Document;
        var id = rule.Id
            ?? (store == _oss.Store ? OssDocument.ReadId(document) : BosDocument.ReadId(document))
            ?? throw new ArgumentException("The document has no readable id; name it.", nameof(rule));
        if (!isNewAlone || !store.Holds(rule.Bucket, id))
        {
            _ = store.Seed(rule.Bucket, id, document);
        }
    }

    private void WarnUnlessLoopback()
    {
        if (!IPAddress.IsLoopback(_options.ListenAddress))
        {
            _options.Log?.Invoke($"Warning: the emulator listens on {_options.ListenAddress}, which is not loopback: whoever reaches this machine reaches it.");
        }
    }

    private static void ThrowIfMissing(BucketDirectory buckets, string bucket)
    {
        if (!buckets.TryFind(bucket, out _))
        {
            throw new ArgumentException($"There is no bucket '{bucket}'.", nameof(bucket));
        }
    }

    private (RuleStore Store, BucketDirectory Buckets) Of(string wire) => wire switch
    {
        EmulatorWire.Oss => (_oss.Store, _oss.Buckets),
        EmulatorWire.Bos => (_bos.Store, _bos.Buckets),
        _ => throw new ArgumentException($"There is no wire '{wire}'.", nameof(wire)),
    };
}

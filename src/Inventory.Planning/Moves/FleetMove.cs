using Inventory.Documents;

namespace Inventory.Planning;

/// <summary>Plans the move of the rules of many buckets to another account, on another cloud or the same.</summary>
/// <remarks>
/// <para>
/// A move has two steps. The first lands the rules at the target, disabled; the second, with <see cref="MoveOptions.Enable"/>, enables those that have landed.
/// Each is planned by <see cref="Create"/> from what is there: read <see cref="Buckets"/>, plan, apply <see cref="MovePlan.Plan"/>, read and plan again to see
/// that it was done. A step that was done plans nothing more, and nothing is ever written at the source.
/// </para>
/// <para>Pure: no request is sent and nothing is remembered. Safe for use by several threads at once.</para>
/// </remarks>
public sealed class FleetMove
{
    private readonly Func<string, IInventoryService> _services;
    private readonly MoveOptions _options;
    private readonly Planner _planner;
    private readonly RuleNodes _nodes;

    /// <summary>Makes a move.</summary>
    /// <param name="services">The service of an account, by the account's name. What it throws as an <see cref="InventoryException"/> fails that account's buckets.</param>
    /// <param name="extensions">How the extensions of the providers are written; a rule with any other is refused.</param>
    /// <param name="options">What moves where.</param>
    /// <exception cref="ArgumentException">Two extensions have the same key.</exception>
    /// <exception cref="InventoryException">Of kind <see cref="InventoryErrorKind.InvalidRequest"/>: a bucket or destination is named twice, or a bucket would move to itself or to one that moves too.</exception>
    public FleetMove(Func<string, IInventoryService> services, IEnumerable<IExtensionDocument> extensions, MoveOptions options)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(extensions);
        ArgumentNullException.ThrowIfNull(options);
        MoveCheck.Options(options);
        (_services, _options) = (services, options);
        List<IExtensionDocument> documents = [.. extensions];
        (_planner, _nodes) = (new(services, documents), new(documents));
    }

    /// <summary>Every bucket that the move is about, at the source and at the target, without rules: what <see cref="FleetReader"/> is to read.</summary>
    public DesiredState Buckets => new()
    {
        Buckets =
        [
            .. _options.Buckets.Select(b => (Account: _options.From, Bucket: b.Source))
                .Concat(_options.Buckets.Select(b => (Account: _options.To, Bucket: b.Target)))
                .Distinct()
                .Select(b => new DesiredBucket { Account = b.Account, Bucket = b.Bucket }),
        ],
    };

    /// <summary>Plans the step that the options ask for.</summary>
    /// <param name="live">The rules of <see cref="Buckets"/>, as they are now.</param>
    /// <exception cref="ArgumentException">The live rules of a bucket are missing.</exception>
    /// <exception cref="InventoryException">Of kind <see cref="InventoryErrorKind.InvalidRequest"/>: the options name a rule that no bucket of the source has.</exception>
    public MovePlan Create(LiveState live)
    {
        ArgumentNullException.ThrowIfNull(live);
        var read = live.Buckets.ToDictionary(b => (b.Account, b.Bucket));
        MoveCheck.RuleIds(_options, [.. _options.Buckets.Select(b => Of(read, _options.From, b.Source))]);
        var target = AccountService.Of(_options.To, _services);
        var book = new AcceptanceBook(_options);
        var mover = target.Service is { } service ? new RuleMover(_options, service, new(_nodes), book) : null;
        List<(MovedBucket Bucket, ValueList<BucketFailure> Failures, BucketMover? Mover)> moves = [];
        foreach (var bucket in _options.Buckets)
        {
            var (source, there) = (LiveRules.Of(Of(read, _options.From, bucket.Source)), LiveRules.Of(Of(read, _options.To, bucket.Target)));
            ValueList<BucketFailure> unread =
            [
                .. new[] { source.Failure, there.Failure ?? (target.Problem is { } problem ? BucketFailure.Of(_options.To, bucket.Target, problem) : null) }.OfType<BucketFailure>(),
            ];
            var move = unread.IsEmpty ? new BucketMover(_options, bucket, target.Service!, mover!) : null;
            move?.Run(source.Rules, there.Rules);
            moves.Add((bucket, unread, move));
        }

        var plan = Plan([.. moves.Select(m => m.Mover).OfType<BucketMover>().Select(m => m.ToDesired())], live);
        var failures = plan.Buckets.ToDictionary(b => b.Bucket, b => b.Failure, StringComparer.Ordinal);
        ReportPlaces.Warn([.. moves.Select(m => m.Mover).OfType<BucketMover>()], target.Service?.Capabilities);
        return new()
        {
            From = _options.From,
            To = _options.To,
            IsEnabling = _options.Enable,
            Buckets = moves.Select(m => ToMove(m.Bucket, m.Mover, failures.GetValueOrDefault(m.Bucket.Target) is { } failure ? [failure] : m.Failures)).ToValueList(),
            Plan = plan,
            Unused = book.Unused,
            UnusedDestinations = mover?.UnusedDestinations ?? _options.Destinations,
        };
    }

    private static BucketMove ToMove(MovedBucket bucket, BucketMover? mover, ValueList<BucketFailure> failures) =>
        mover is null || !failures.IsEmpty ? new() { Source = bucket.Source, Target = bucket.Target, Failures = failures } : mover.ToMove();

    private Plan Plan(IReadOnlyList<DesiredBucket> desired, LiveState live) =>
        _planner.Create(new() { Buckets = desired }, live, new() { Time = _options.Time });

    private static LiveBucket Of(Dictionary<(string Account, string Bucket), LiveBucket> read, string account, string bucket) =>
        read.TryGetValue((account, bucket), out var found)
            ? found
            : throw new ArgumentException($"The live rules of bucket '{bucket}' of account '{account}' are missing.", nameof(read));
}

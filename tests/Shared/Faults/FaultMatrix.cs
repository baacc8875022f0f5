namespace Inventory.Tests.Faults;

/// <summary>
/// Every operation with every fault at every one of its requests, once and lasting. Whatever happens, the bucket holds what a single application would have
/// left, the call says so or fails in the right kind, and no request is sent more often than it need be. Derive a fixture from it for each cloud.
/// </summary>
public abstract class FaultMatrix
{
    public const int MaxAttempts = 3;

    public static readonly TimeSpan AttemptTimeout = TimeSpan.FromSeconds(10);

    private readonly Dictionary<MatrixOperation, (string Outcome, IReadOnlyList<(string Method, int Status)> Requests)> _undisturbed = [];
    private MatrixBed _bed = null!;
    private bool _deletesToReplace;

    protected abstract MatrixCloud Cloud { get; }

    [OneTimeSetUp]
    public async Task Start()
    {
        _bed = await MatrixBed.StartAsync(Cloud);
        foreach (var operation in MatrixOperation.All)
        {
            var sent = new SentRequests(_bed.Connection);
            var service = _bed.Connect(sent, new MatrixCredentials(int.MaxValue), TimeProvider.System);
            _deletesToReplace = service.Capabilities.NativePut == NativePut.CreateOnly;
            var outcome = await operation.Run(service, _bed.NewBucket(operation), CancellationToken.None);
            _undisturbed[operation] = (outcome, sent.All);
        }
    }

    [OneTimeTearDown]
    public async Task Stop() => await _bed.DisposeAsync();

    [TestCaseSource(typeof(MatrixFault), nameof(MatrixFault.All))]
    public async Task Whichever_request_it_strikes_the_call_ends_as_one_that_was_applied_once_or_fails_in_the_right_kind(MatrixFault fault)
    {
        ArgumentNullException.ThrowIfNull(fault);
        List<MatrixCell> cells = [];

        foreach (var operation in MatrixOperation.All)
        {
            foreach (var number in Enumerable.Range(1, _undisturbed[operation].Requests.Count))
            {
                foreach (var isLasting in fault.IsLasting is { } only ? new[] { only } : [false, true])
                {
                    cells.Add(await RunAsync(operation, fault, number, isLasting));
                }
            }
        }

        var outcomes = cells.GroupBy(c => c.Failure?.GetType().Name ?? "succeeded").OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => $"{g.Count()} {g.Key}");
        await TestContext.Out.WriteLineAsync($"{Cloud.Wire}, {fault}: {cells.Count} cells, {cells.Sum(c => c.Sent)} requests: {string.Join(", ", outcomes)}.");
        Assert.That(cells.Select(c => c.Problem()).OfType<string>(), Is.Empty);
        Assert.That(cells, Has.Count.GreaterThanOrEqualTo(_undisturbed.Values.Sum(u => u.Requests.Count)));
    }

    [Test]
    public void The_matrix_lists_all_pages_and_every_mode_changes_or_finds_what_it_is_named_for()
    {
        var outcomes = MatrixOperation.All.Select(o => $"{o}: {(o.IsList ? _undisturbed[o].Outcome.Split(' ').Length : _undisturbed[o].Outcome)}");

        Assert.That(outcomes, Is.EqualTo(
        [
            "CreateOrReplace creates: Created", "CreateOrReplace replaces: Replaced", "CreateOrReplace finds an equal rule: Unchanged",
            "CreateOnly creates: Created", "CreateOnly finds another rule: RuleAlreadyExists",
            "ReplaceOnly replaces: Replaced", "ReplaceOnly finds an equal rule: Unchanged", "ReplaceOnly finds no rule: RuleNotFound",
            "Find: the rule", "Find of no rule: none", $"List: {Cloud.ListedRules}", "Delete: deleted", "Delete of no rule: deleted",
        ]));
        Assert.That(_undisturbed.Single(u => u.Key.IsList).Value.Requests, Has.Count.EqualTo(Cloud.Pages));
    }

    private async Task<MatrixCell> RunAsync(MatrixOperation operation, MatrixFault fault, int number, bool isLasting)
    {
        using var caller = new CancellationTokenSource();
        var time = new SkippingClock();
        var sent = new SentRequests(_bed.Connection);
        var service = _bed.Connect(sent, new MatrixCredentials(isLasting ? int.MaxValue : number), time);
        var bucket = _bed.NewBucket(operation);
        var before = _bed.Stored(bucket);
        _bed.Begin(fault.Fault, number, isLasting, answer =>
        {
            if (fault.Hold == MatrixHold.TimeOut)
            {
                time.Advance(AttemptTimeout);
                return;
            }

            caller.Cancel();
            answer();
        });
        var (outcome, failure) = await OutcomeAsync(operation.Run(service, bucket, caller.Token));
        _bed.End();
        (service as IDisposable)?.Dispose();
        var held = _bed.Stored(bucket);
        var after = operation.IsList ? before : _bed.Expected(bucket, operation.After);
        return new(operation, fault, number, isLasting)
        {
            Undisturbed = _undisturbed[operation],
            DeletesToReplace = _deletesToReplace,
            Outcome = outcome,
            Failure = failure,
            Sent = sent.All.Count,
            Waits = time.Waits,
            Held = (held.SequenceEqual(before), held.SequenceEqual(after), held.SequenceEqual(_bed.Expected(bucket, null))),
        };
    }

    private static async Task<(string? Outcome, Exception? Failure)> OutcomeAsync(Task<string> call)
    {
        try
        {
            return (await call, null);
        }
        catch (Exception e) when (e is InventoryException or OperationCanceledException)
        {
            return (null, e);
        }
    }
}

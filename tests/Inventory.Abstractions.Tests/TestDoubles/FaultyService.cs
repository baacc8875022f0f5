namespace Inventory.Abstractions.Tests.TestDoubles;

/// <summary>A create-only service over one rule, whose calls go wrong as planned: the first call after the first takes the first fault, and so on.</summary>
internal sealed class FaultyService(IReadOnlyList<Fault> plan, bool lastGoesOn, ManualTimeProvider time, CancellationTokenSource caller)
    : InventoryServiceBase(TestCloud.Capabilities, new() { Time = time })
{
    private int _calls;

    public InventoryRule? Stored { get; set; }

    /// <summary>Whether every call was given a token that somebody can cancel: a call without one may hang for ever.</summary>
    public bool EveryCallCanEnd { get; private set; } = true;

    protected override Task<InventoryRule?> FindCoreAsync(string bucket, string ruleId, CancellationToken cancellationToken) =>
        CallAsync(() => Stored, cancellationToken);

    protected override Task<PutReply> PutCoreAsync(string bucket, InventoryRule rule, CancellationToken cancellationToken) => CallAsync(
        () =>
        {
            var kind = Stored is null ? PutReplyKind.Created : PutReplyKind.Exists;
            Stored ??= rule;
            return new PutReply(kind);
        },
        cancellationToken);

    protected override Task<RulePage> ListPageCoreAsync(string bucket, string? token, CancellationToken cancellationToken) =>
        CallAsync(() => new RulePage(Stored is null ? [] : [Stored]), cancellationToken);

    protected override Task DeleteCoreAsync(string bucket, string ruleId, CancellationToken cancellationToken) => CallAsync(() => Stored = null, cancellationToken);

    protected override InventoryRule NormalizeCore(InventoryRule rule) => rule;

    private async Task<T> CallAsync<T>(Func<T> apply, CancellationToken cancellationToken)
    {
        EveryCallCanEnd &= cancellationToken.CanBeCanceled;
        var fault = Next();
        if (fault == Fault.CallerCancels)
        {
            await caller.CancelAsync();
        }

        cancellationToken.ThrowIfCancellationRequested();
        if (fault is Fault.None or Fault.CallerCancels)
        {
            return apply();
        }

        if (fault is Fault.UnavailableAfter or Fault.DeniedAfter or Fault.HangsAfter or Fault.MistakeAfter)
        {
            _ = apply();
        }

        if (fault is Fault.HangsBefore or Fault.HangsAfter)
        {
            time.Advance(TimeSpan.FromSeconds(31));
            cancellationToken.ThrowIfCancellationRequested();
        }

        throw fault switch
        {
            Fault.Denied => new InventoryException(InventoryErrorKind.AccessDenied, "No.") { HttpStatus = 403, Attempts = 1 },
            Fault.DeniedAfter => new InventoryException(InventoryErrorKind.AccessDenied, "No.") { HttpStatus = 403, Attempts = 2 },
            Fault.MistakeBefore or Fault.MistakeAfter => new InvalidOperationException("The adapter has a mistake."),
            _ => new InventoryException(InventoryErrorKind.Unavailable, "Not now.") { Attempts = 4 },
        };
    }

    private Fault Next()
    {
        var index = _calls++ - 1;
        return index < 0 ? Fault.None
            : index < plan.Count ? plan[index]
            : lastGoesOn && plan.Count > 0 ? plan[^1] : Fault.None;
    }
}

using System.Globalization;

namespace Inventory.Tests.Faults;

/// <summary>One operation with one fault at its nth request, and what came of it.</summary>
internal sealed record MatrixCell(MatrixOperation Operation, MatrixFault Fault, int Number, bool IsLasting)
{
    /// <summary>A replacement looks for 30 s, in waits that double up to 2 s: 19 times, beside the request that failed.</summary>
    private const int TriesWithinDeadline = 20;

    /// <summary>What the operation comes to without a fault, and in which requests.</summary>
    public required (string Outcome, IReadOnlyList<(string Method, int Status)> Requests) Undisturbed { get; init; }

    /// <summary>Whether the cloud replaces a rule by deleting it first.</summary>
    public required bool DeletesToReplace { get; init; }

    /// <summary>What the call gave back; null where it failed.</summary>
    public string? Outcome { get; init; }

    /// <summary>What the call threw; null where it succeeded.</summary>
    public Exception? Failure { get; init; }

    /// <summary>How many requests were sent.</summary>
    public int Sent { get; init; }

    /// <summary>How long each wait of the service was.</summary>
    public IReadOnlyList<TimeSpan> Waits { get; init; } = [];

    /// <summary>Whether the bucket holds what it held before; what it is to hold afterwards; the neighbours alone.</summary>
    public (bool IsBefore, bool IsAfter, bool IsGone) Held { get; init; }

    private int FirstChange => IndexOf(r => r is { Method: "PUT" or "DELETE", Status: >= 200 and < 300 });

    private bool IsReplacing => DeletesToReplace && Operation.IsReplace && Number >= IndexOf(r => r.Method == "DELETE");

    private (string Method, int Status) Struck => Undisturbed.Requests[Number - 1];

    /// <summary>What is wrong with what came of it; null: nothing.</summary>
    public string? Problem()
    {
        var problem = Fault.Hold == MatrixHold.Cancel ? OfCancellation()
            : Fault.Recovery == MatrixRecovery.AtOnce || (Fault.Recovery == MatrixRecovery.ByWaiting && !IsLasting) ? OfSuccess()
            : OfFailure();
        return problem is null ? null
            : $"{Operation}, {(IsLasting ? "from request" : "request")} {Number}: {problem} (outcome {Outcome}, held {Held}, {Sent} requests, {Failure?.GetType().Name}: {Failure?.Message})";
    }

    private string? OfSuccess()
    {
        // A put that only creates and was done, though its answer was lost, is refused when it is sent again: a look settles it.
        var isLostCreation = DeletesToReplace && Fault.Fault.IsApplied && Struck is { Method: "PUT", Status: 200 };
        var isAmbiguous = DeletesToReplace && Operation.IsCreateOnly && Struck.Status == 409;
        var least = Undisturbed.Requests.Count + (isLostCreation ? 2 : 1);
        var isAsUndisturbed = Outcome == Undisturbed.Outcome || (isLostCreation && (Undisturbed.Outcome, Outcome) == ("Created", "Unchanged"));
        return Failure is not null ? "it failed"
            : !isAsUndisturbed ? $"the outcome is not {Undisturbed.Outcome}"
            : !Held.IsAfter ? "the bucket does not hold what it should"
            : Sent < least || Sent > least + (isAmbiguous ? 1 : 0) ? $"{least} requests were expected"
            : OfWaits(1);
    }

    private string? OfFailure()
    {
        var attempts = Fault.Recovery == MatrixRecovery.ByWaiting ? FaultMatrix.MaxAttempts : 1;
        var isUntouched = !Fault.Fault.IsApplied && Number <= FirstChange;
        return Failure switch
        {
            ReplaceInterruptedException interrupted => !IsReplacing ? "nothing was being replaced"
                : interrupted.OldRule != MatrixOperation.Old || interrupted.NewRule != MatrixOperation.New ? "the exception does not carry the rules"
                : !(Held.IsBefore || Held.IsAfter || Held.IsGone) ? "the bucket holds something else"
                : Sent > Number - 1 + (attempts * TriesWithinDeadline) ? "too many requests"
                : null,
            InventoryException e when e.Kind != Fault.Kind => $"the kind is {e.Kind}",
            InventoryException e => isUntouched && !Held.IsBefore ? "something was changed"
                : !(Held.IsBefore || Held.IsAfter) ? "a rule was lost or doubled"
                : IsReplacing ? null
                : Sent != Number - 1 + attempts ? $"{Number - 1 + attempts} requests were expected"
                : OfWaits(attempts - 1) ?? OfTelling(e, attempts),
            _ => "it did not fail as it should",
        };
    }

    /// <summary>What the service asks to wait is waited for, before each further attempt; no other wait is exactly as long.</summary>
    private string? OfWaits(int retries) => Fault.Fault.RetryAfter is { } asked && Waits.Count(wait => wait == asked) is var waited && waited != retries
        ? $"it waited {waited} times as long as it was asked to, and not {retries} times"
        : null;

    /// <summary>What a failure tells of the last answer, for whoever asks support.</summary>
    private string? OfTelling(InventoryException failure, int attempts) =>
        failure.Attempts != attempts ? $"it tells of {failure.Attempts} attempts and not of {attempts}"
        : failure.Elapsed <= TimeSpan.Zero ? "it does not tell how long it took"
        : !failure.Message.Contains(string.Create(CultureInfo.InvariantCulture, $"({attempts} attempt"), StringComparison.Ordinal) ? "the message does not tell the attempts"
        : Fault.Fault.StatusCode is { } status && failure.HttpStatus != status ? $"it tells of status {failure.HttpStatus}"
        : (Fault.IsAnswered || failure.ServiceCode is not null) && failure.RequestId is not { Length: > 0 } ? "it does not tell the request id"
        : failure.RequestId is { } id && !failure.Message.Contains(id, StringComparison.Ordinal) ? "the message does not tell the request id"
        : null;

    private string? OfCancellation() => Failure switch
    {
        OperationCanceledException => IsReplacing ? "a replacement does not stop after its delete"
            : !(Held.IsBefore || Held.IsAfter) ? "a rule was lost or doubled"
            : Sent != Number ? "it went on after it was cancelled"
            : null,
        null => !IsReplacing ? "it was not cancelled" : !Held.IsAfter ? "the bucket does not hold what it should" : null,
        _ => "it failed",
    };

    /// <summary>The number of the first such request, from 1; above all where there is none.</summary>
    private int IndexOf(Predicate<(string Method, int Status)> match) => Undisturbed.Requests.ToList().FindIndex(match) is >= 0 and var index ? index + 1 : int.MaxValue;
}

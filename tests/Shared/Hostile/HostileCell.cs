using Inventory.Tests.Faults;

namespace Inventory.Tests.Hostile;

/// <summary>One operation with one hostile answer to its nth request, and what came of it.</summary>
/// <param name="Cloud">The cloud.</param>
/// <param name="Answer">The answer.</param>
/// <param name="Operation">The operation.</param>
/// <param name="Number">Which of its requests is answered so, from 1.</param>
/// <param name="Undisturbed">That request's method, and the status of its sound answer.</param>
internal sealed record HostileCell(HostileCloud Cloud, HostileAnswer Answer, MatrixOperation Operation, int Number, (string Method, int Status) Undisturbed)
{
    /// <summary>What the call threw; null where it succeeded.</summary>
    public Exception? Failure { get; init; }

    /// <summary>How many requests were sent. After a put that was refused without a reason, one may look whether the bucket is full.</summary>
    public int Sent { get; init; }

    /// <summary>Whether the bucket holds what it held before.</summary>
    public bool IsUntouched { get; init; }

    /// <summary>What the call failed with, or what interrupted the replacement that it was.</summary>
    public InventoryException? Refusal => Failure is ReplaceInterruptedException { InnerException: InventoryException cause } ? cause : Failure as InventoryException;

    /// <summary>
    /// Whether the answer means something here: a sound one in other words where there is one with a body; and no success to a delete that did nothing and
    /// after which something is put.
    /// </summary>
    public bool IsMeant => !(Answer.IsSound && (Asked == AskedFor.Write || Undisturbed.Status != 200))
        && !(Kind is null && Undisturbed.Method == "DELETE" && Operation.IsReplace);

    private AskedFor Asked => Undisturbed.Method != "GET" ? AskedFor.Write : Operation.IsList ? AskedFor.List : AskedFor.Rule;

    private InventoryErrorKind? Kind => Answer.Kind(Cloud, Asked);

    /// <summary>What is not as it should be; null where all is.</summary>
    public string? Problem()
    {
        var problem = Kind is null ? (Failure is null ? null : "it failed")
            : Failure is null ? $"it should have failed, {Kind}"
            : Refusal is not { } refusal ? "what escaped is no error of the library"
            : refusal.Kind != Kind ? $"the kind should be {Kind} and is {refusal.Kind}"
            : refusal.HttpStatus != Answer.Status ? $"the status is {refusal.HttpStatus}"
            : refusal.RequestId != Answer.RequestId ? $"the request's id is {refusal.RequestId}"
            : refusal.ServiceCode != Answer.Code(Cloud) ? $"the code is {refusal.ServiceCode}"
            : refusal.Attempts != 1 ? $"it was tried {refusal.Attempts} times"
            : !IsUntouched ? "something was changed"
            : !Operation.IsReplace && Sent > Number + (Undisturbed.Method == "PUT" ? 1 : 0) ? $"{Sent} requests were sent"
            : null;
        return problem is null ? null : $"{Operation}, request {Number} ({Undisturbed.Method}): {problem} ({Failure?.GetType().Name}: {Failure?.Message})";
    }
}

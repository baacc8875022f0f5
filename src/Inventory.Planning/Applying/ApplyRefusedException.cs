namespace Inventory.Planning;

/// <summary>A plan is not applied. Nothing was sent.</summary>
public sealed class ApplyRefusedException : InventoryException
{
    /// <summary>Makes an exception that names every reason.</summary>
    /// <param name="refusals">Why.</param>
    public ApplyRefusedException(IEnumerable<ApplyRefusal> refusals)
        : this([.. refusals])
    {
    }

    private ApplyRefusedException(ApplyRefusal[] refusals)
        : base(InventoryErrorKind.Conflict, $"The plan is not applied, and nothing was sent:{string.Concat(refusals.Select(r => $"\n  {r.Reason}"))}") =>
        Refusals = [.. refusals];

    /// <summary>Why.</summary>
    public ValueList<ApplyRefusal> Refusals { get; }
}

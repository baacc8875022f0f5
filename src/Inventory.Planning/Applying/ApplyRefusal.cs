namespace Inventory.Planning;

/// <summary>Why a plan is not applied. Numbers are frozen: they may stand in logs and metrics.</summary>
public enum ApplyRefusalKind
{
    /// <summary>It is not the plan that was reviewed.</summary>
    OtherPlan = 1,

    /// <summary>It is drastic, and nobody insisted.</summary>
    Drastic = 2,

    /// <summary>An earlier apply was interrupted and what it left is not settled.</summary>
    NotRecovered = 3,
}

/// <summary>One reason why a plan is not applied. Immutable and compares by value.</summary>
/// <param name="Kind">Why.</param>
/// <param name="Reason">For people: why, and what to do. One line.</param>
public sealed record ApplyRefusal(ApplyRefusalKind Kind, string Reason);

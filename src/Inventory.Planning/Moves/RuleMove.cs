namespace Inventory.Planning;

/// <summary>What becomes of one rule of a bucket that moves. Immutable and compares by value.</summary>
public sealed record RuleMove
{
    /// <summary>The rule's id at the source.</summary>
    public required string RuleId { get; init; }

    /// <summary>Whether it is enabled at the source.</summary>
    public required bool IsEnabled { get; init; }

    /// <summary>What becomes of it.</summary>
    public required MoveOutcome Outcome { get; init; }

    /// <summary>Where the target holds something else, in the order in which it was accepted. For a rule that cannot move, what is accepted so far.</summary>
    public ValueList<MoveChange> Changes { get; init; }

    /// <summary>Everything that keeps it from moving.</summary>
    public ValueList<MoveRefusal> Refusals { get; init; }

    /// <summary>What is left behind, supplied by the target's options, or worth a look.</summary>
    public ValueList<MoveNote> Notes { get; init; }

    /// <summary>The rule at the target, or the several that it becomes; none where it does not move.</summary>
    public ValueList<RuleLanding> Landings { get; init; }

    /// <summary>Whether all of it is at the target, enabled or not.</summary>
    public bool IsLanded => !Landings.IsEmpty && Landings.All(l => l.State != LandingState.Missing);
}

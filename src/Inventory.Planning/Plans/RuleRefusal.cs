namespace Inventory.Planning;

/// <summary>A rule that its cloud cannot hold, or that is to change or to go and that no file can hold. It is not written, and what is there under its id stays. Immutable and compares by value.</summary>
public sealed record RuleRefusal
{
    /// <summary>The id that it would have in the bucket.</summary>
    public required string RuleId { get; init; }

    /// <summary>Whether the bucket has a rule of this id now.</summary>
    public bool IsThere { get; init; }

    /// <summary>Everything that was found: what is refused, with reason, remedy and evidence, and with it warnings and notes.</summary>
    public required ValueList<RuleViolation> Violations { get; init; }

    /// <summary>What the desired state may accept so that the rule is held: for each refusal that has an answer, the closest. Look at what each means.</summary>
    public ValueList<Acceptance> Choices { get; init; }

    /// <summary>Where the desired state says so; null where it does not.</summary>
    public string? Source { get; init; }
}

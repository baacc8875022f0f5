namespace Inventory;

/// <summary>How grave a violation is.</summary>
public enum ViolationSeverity
{
    /// <summary>For the reader's information; the rule is sent.</summary>
    Note = 0,

    /// <summary>The rule is sent; look at it.</summary>
    Warning = 1,

    /// <summary>The rule is refused; nothing is sent.</summary>
    Error = 2,
}

/// <summary>What kind of violation it is. Numbers are frozen: they may stand in logs and metrics.</summary>
public enum RuleViolationKind
{
    /// <summary>The provider has no place for a feature.</summary>
    NotOffered = 1,

    /// <summary>The provider holds a feature on a condition; the put reads the rule back.</summary>
    Conditional = 2,

    /// <summary>A value that this library does not know, and that another provider gives its meaning.</summary>
    UnrecognizedValue = 3,

    /// <summary>A text is longer than the provider allows, or has characters that it does not.</summary>
    TextLimit = 4,

    /// <summary>A number or an instant lies outside what the provider allows.</summary>
    OutOfRange = 5,

    /// <summary>Two members contradict each other.</summary>
    Contradiction = 6,

    /// <summary>An extension of another provider.</summary>
    ForeignExtension = 7,

    /// <summary>A setting of an extension is missing or malformed.</summary>
    InvalidExtension = 8,

    /// <summary>Legal, and probably not what was meant.</summary>
    Advice = 9,

    /// <summary>The rule was changed on the way, as somebody accepted by name.</summary>
    AcceptedChange = 10,
}

/// <summary>One thing about a rule that a provider refuses, holds on a condition, or advises against. Immutable and compares by value.</summary>
public sealed record RuleViolation
{
    /// <summary>What kind of violation it is.</summary>
    public required RuleViolationKind Kind { get; init; }

    /// <summary>How grave it is. An error unless stated.</summary>
    public ViolationSeverity Severity { get; init; } = ViolationSeverity.Error;

    /// <summary>Where it stands in the rule, such as <c>Filter.ObjectSize</c>.</summary>
    public required string Path { get; init; }

    /// <summary>The provider that says so.</summary>
    public required string Provider { get; init; }

    /// <summary>Why, in one sentence.</summary>
    public required string Reason { get; init; }

    /// <summary>What to do, in one sentence.</summary>
    public required string Remedy { get; init; }

    /// <summary>The feature, where it is one that the provider does not hold without condition.</summary>
    public InventoryFeature? Feature { get; init; }

    /// <summary>Who says so.</summary>
    public ValueList<Evidence> Evidence { get; init; }

    /// <summary>What the service would answer, where the provider documents it. For people: no code branches on it.</summary>
    public string? ServerAnswer { get; init; }

    /// <summary>Path, reason, remedy and source on one line.</summary>
    public override string ToString() => $"{Path}: {Sentence}";

    internal string Sentence
    {
        get
        {
            var answer = ServerAnswer is null ? "" : $" The service would answer {ServerAnswer}.";
            var sources = Evidence.IsEmpty ? "" : $" ({string.Join("; ", Evidence.Select(e => e.ToString()).Distinct())})";
            return $"{Reason} {Remedy}{answer}{sources}";
        }
    }
}

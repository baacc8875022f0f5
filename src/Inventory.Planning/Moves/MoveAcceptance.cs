namespace Inventory.Planning;

/// <summary>A change that somebody accepts by name for a move: for one rule, or for every rule that needs it.</summary>
/// <remarks>
/// Written <c>CHANGE</c> for every rule and <c>RULE:CHANGE</c> for the rule of that id at the source. A change is one that <see cref="Acceptance"/> reads, or
/// <c>split=Filter.Prefixes</c>: a rule of several prefixes becomes one rule a prefix where the target holds no more. Immutable and compares by value.
/// </remarks>
public sealed record MoveAcceptance
{
    private const string SplitName = "split";

    private MoveAcceptance(string? ruleId, Acceptance? change) => (RuleId, Change) = (ruleId, change);

    /// <summary>The id of the rule at the source; null for every rule that needs the change.</summary>
    public string? RuleId { get; }

    /// <summary>The change; null where the rule is to be split.</summary>
    public Acceptance? Change { get; }

    /// <summary>Whether this accepts that a rule of several prefixes becomes several rules.</summary>
    public bool IsSplit => Change is null;

    /// <summary>Accepts a change.</summary>
    /// <param name="change">The change.</param>
    /// <param name="ruleId">The id of the one rule that it is accepted for; null for every rule.</param>
    /// <exception cref="FormatException">It names an id for every rule: all of them would get the same.</exception>
    public static MoveAcceptance Of(Acceptance change, string? ruleId = null)
    {
        ArgumentNullException.ThrowIfNull(change);
        return change.Path == RulePaths.Id && ruleId is null
            ? throw new FormatException($"'{ShownText.Of(change.ToString())}': every rule would get the same id. Name the rule: RULE:{ShownText.Of(change.ToString())}.")
            : new(ruleId, change);
    }

    /// <summary>Accepts that a rule of several prefixes becomes one rule a prefix.</summary>
    /// <param name="ruleId">The id of the one rule that it is accepted for; null for every rule.</param>
    public static MoveAcceptance Split(string? ruleId = null) => new(ruleId, null);

    /// <summary>Reads what <see cref="ToString"/> writes. What stands before the last colon left of the first <c>=</c> is the rule's id.</summary>
    /// <exception cref="FormatException">It is no change that may be accepted; the message says what is.</exception>
    public static MoveAcceptance Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var equals = text.IndexOf('=', StringComparison.Ordinal);
        var colon = equals < 0 ? -1 : text.LastIndexOf(':', equals);
        var ruleId = colon < 0 ? null : text[..colon];
        if (ruleId is { Length: 0 })
        {
            throw new FormatException($"'{ShownText.Of(text)}' names no rule before the colon. Write RULE:CHANGE, or CHANGE alone for every rule.");
        }

        var (left, right) = (text[(colon + 1)..Math.Max(colon + 1, equals)].Trim(), text[(equals + 1)..].Trim());
        if (!left.Equals(SplitName, StringComparison.OrdinalIgnoreCase))
        {
            return Of(Acceptance.Parse(text[(colon + 1)..]), ruleId);
        }

        return right.Equals(RulePaths.FilterPrefixes, StringComparison.OrdinalIgnoreCase)
            ? Split(ruleId)
            : throw new FormatException($"'{ShownText.Of(text)}' splits nothing that can be split. What can: {SplitName}={RulePaths.FilterPrefixes}.");
    }

    /// <summary><c>CHANGE</c> or <c>RULE:CHANGE</c>.</summary>
    public override string ToString()
    {
        var change = Change?.ToString() ?? $"{SplitName}={RulePaths.FilterPrefixes}";
        return RuleId is null ? change : $"{RuleId}:{change}";
    }
}

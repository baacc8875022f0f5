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

    /// <summary>
    /// Reads what <see cref="ToString"/> writes. A text that is a change as a whole is for every rule; in any other the id of the rule stands before the first colon
    /// that has a change after it. The id may hold colons and equals signs too.
    /// </summary>
    /// <exception cref="FormatException">It is no change that may be accepted; the message says what is.</exception>
    public static MoveAcceptance Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        for (var colon = -1; colon < text.Length; colon = Next(text, colon))
        {
            try
            {
                return Read(text, colon);
            }
            catch (FormatException)
            {
                // The colon may be part of the id.
            }
        }

        // None: the message is about what was most likely meant.
        var equals = text.IndexOf('=', StringComparison.Ordinal);
        return Read(text, equals < 0 ? -1 : text.LastIndexOf(':', equals));
    }

    /// <summary><c>CHANGE</c> or <c>RULE:CHANGE</c>.</summary>
    public override string ToString()
    {
        var change = Change?.ToString() ?? $"{SplitName}={RulePaths.FilterPrefixes}";
        return RuleId is null ? change : $"{RuleId}:{change}";
    }

    /// <summary>Where the next colon stands; the end where there is none.</summary>
    private static int Next(string text, int colon) => text.IndexOf(':', colon + 1) is >= 0 and var next ? next : text.Length;

    private static MoveAcceptance Read(string text, int colon)
    {
        var (ruleId, change) = (colon < 0 ? null : text[..colon], text[(colon + 1)..]);
        if (ruleId is { Length: 0 })
        {
            throw new FormatException($"'{ShownText.Of(text)}' names no rule before the colon. Write RULE:CHANGE, or CHANGE alone for every rule.");
        }

        var equals = change.IndexOf('=', StringComparison.Ordinal);
        if (equals < 0 || !change[..equals].Trim().Equals(SplitName, StringComparison.OrdinalIgnoreCase))
        {
            return Of(Acceptance.Parse(change), ruleId);
        }

        return change[(equals + 1)..].Trim().Equals(RulePaths.FilterPrefixes, StringComparison.OrdinalIgnoreCase)
            ? Split(ruleId)
            : throw new FormatException($"'{ShownText.Of(text)}' splits nothing that can be split. What can: {SplitName}={RulePaths.FilterPrefixes}.");
    }
}

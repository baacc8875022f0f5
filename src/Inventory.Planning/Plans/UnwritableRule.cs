using System.Globalization;
using Inventory.Documents;

namespace Inventory.Planning;

/// <summary>A live rule that no file can hold: it can be listed and left alone, and nothing else.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Violations">Why no file can hold it.</param>
internal sealed record UnwritableRule(InventoryRule Rule, IReadOnlyList<RuleViolation> Violations)
{
    /// <summary>
    /// What the hash of a plan says of it, in JSON that no rule in a file is equal to: what stands at its paths, and what its extensions say of themselves. What of an
    /// extension that nobody registered does not show in its own text is not covered: nobody here can read it, and nothing here writes the rule.
    /// </summary>
    public string Text
    {
        get
        {
            var members = RuleTexts.Differences(null, new RuleTexts(Rule, DocumentNode.Object([]))).SelectMany(d => new[] { d.Path, d.After ?? "" });
            var extensions = Rule.Extensions.SelectMany(e => new[] { e.Key, $"{e}" });
            return $"{{\"unwritable\":[{string.Join(',', members.Concat(extensions).Prepend(Rule.Id).Select(Escaped))}]}}";
        }
    }

    /// <summary>Why a rule of its id is not written, or it is not deleted.</summary>
    public IEnumerable<RuleViolation> Refusal => Violations.Select(v => v with
    {
        Reason = $"The rule that is there can be in no plan: {v.Reason}",
        Remedy = "See to it by hand, or leave it alone: do not name it and do not prune.",
    });

    /// <summary>Half a character would be lost in UTF-8, and with it what tells two rules apart.</summary>
    private static string Escaped(string text) =>
        $"\"{string.Concat(text.Select(c => c is >= ' ' and <= '~' and not '"' and not '\\' ? $"{c}" : string.Create(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}")))}\"";
}

using System.Text;

namespace Inventory;

/// <summary>Writes violations for people: what is said of several paths in the same words is said once.</summary>
public static class ViolationText
{
    /// <summary>One indented line for each sentence, with every path that it holds for.</summary>
    public static string Lines(IEnumerable<RuleViolation> violations)
    {
        ArgumentNullException.ThrowIfNull(violations);
        var text = new StringBuilder();
        foreach (var group in violations.GroupBy(v => v.Sentence, StringComparer.Ordinal))
        {
            _ = text.Append("\n  ").AppendJoin(", ", group.Select(v => v.Path)).Append(": ").Append(group.Key);
        }

        return text.ToString();
    }
}

using System.Text.Json;

namespace Inventory.Cli;

/// <summary>Writes violations for terminals and for tools.</summary>
internal static class ViolationOutput
{
    /// <summary>A line for each sentence with its severity, the gravest first; what holds for several paths is said once.</summary>
    public static string Lines(IEnumerable<RuleViolation> violations) => string.Concat(violations
        .GroupBy(v => v.Severity)
        .OrderByDescending(g => g.Key)
        .Select(g => ViolationText.Lines(g).Replace("\n  ", $"\n{g.Key}: ", StringComparison.Ordinal).TrimStart('\n') + "\n"));

    /// <summary>Writes them as an array.</summary>
    public static void Write(Utf8JsonWriter json, string name, IEnumerable<RuleViolation> violations) => json.WriteObjects(name, violations, v =>
    {
        json.WriteString("severity", v.Severity.ToString());
        json.WriteString("kind", v.Kind.ToString());
        json.WriteString("path", v.Path);
        json.WriteString("reason", v.Reason);
        json.WriteString("remedy", v.Remedy);
        json.WriteText("feature", v.Feature?.ToString());
        json.WriteText("serverAnswer", v.ServerAnswer);
        json.WriteEvidence(v.Evidence);
    });
}

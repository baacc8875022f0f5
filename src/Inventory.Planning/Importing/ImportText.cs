using System.Globalization;
using System.Text;

namespace Inventory.Planning;

/// <summary>What an import left out and what it took over, for a terminal: the file itself is not repeated.</summary>
public static class ImportText
{
    /// <summary>Writes the report: a line for each rule or bucket that is not in the file, and the counts at the end. Nothing in it commands a terminal.</summary>
    public static string Write(FleetImport import)
    {
        ArgumentNullException.ThrowIfNull(import);
        var text = new StringBuilder();
        foreach (var omission in import.LeftOut)
        {
            Line(text, $"left out {ChangeWords.Bucket(omission.Account, omission.Bucket)}{(omission.RuleId is { } id ? $" {ChangeWords.Name(id)}" : "")}: {ChangeWords.Text($"{omission.Reason} {omission.Remedy}")}");
        }

        foreach (var line in import.Failures.SelectMany(ChangeWords.PlacedFailure))
        {
            Line(text, line);
        }

        Line(text, Summary(import));
        return text.ToString();
    }

    private static string Summary(FleetImport import)
    {
        var (rules, buckets) = (import.LeftOut.Count(o => o.RuleId is not null), import.LeftOut.Count(o => o.RuleId is null));
        List<string> parts = [$"{Count(import.Rules, "rule")} of {Count(import.Buckets, "bucket")} taken over, under {Count(import.DistinctIds, "id")}"];
        Add(rules, "rule", "left out");
        Add(buckets, "bucket", "left out");
        Add(import.Failures.Count, "bucket", "failed");
        return $"{string.Join(", ", parts)}.";

        void Add(int count, string what, string how)
        {
            if (count > 0)
            {
                parts.Add($"{Count(count, what)} {how}");
            }
        }
    }

    private static string Count(int count, string what) => string.Create(CultureInfo.InvariantCulture, $"{count} {what}{(count == 1 ? "" : "s")}");

    private static void Line(StringBuilder text, string line) => text.Append(line).Append('\n');
}

using System.Globalization;
using System.Text;

namespace Inventory.Planning;

/// <summary>Results of a recovery for a terminal: each entry on a line, and the counts at the end.</summary>
/// <remarks>No colours, and no character that commands a terminal.</remarks>
public static class RecoveryText
{
    /// <summary>Writes a result, with one line end at the end.</summary>
    public static string Write(RecoveryResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        var text = new StringBuilder();
        foreach (var entry in result.Entries)
        {
            _ = text.Append(CultureInfo.InvariantCulture, $"{ChangeWords.Bucket(entry.Account, entry.Bucket)} {ChangeWords.Name(entry.RuleId)}: {Of(entry)}\n");
        }

        foreach (var file in result.Unreadable)
        {
            _ = text.Append(CultureInfo.InvariantCulture, $"{ChangeWords.Name(file.File)} cannot be read and is kept: {ChangeWords.Text(file.Reason)} See to its rule by hand, and remove it then.\n");
        }

        return text.Append(Summary(result)).Append('\n').ToString();
    }

    private static string Of(RecoveredEntry entry)
    {
        var what = entry.Outcome switch
        {
            RecoveryOutcome.Finished => "the new rule is there",
            RecoveryOutcome.Untouched => "the old rule is there, unchanged",
            RecoveryOutcome.PutNew => "it was missing, and the new rule was put",
            RecoveryOutcome.PutOld => "it was missing, and the old rule was put back: the new one",
            RecoveryOutcome.SomebodyElses => "somebody else's rule is there, and was left alone",
            _ => "not settled",
        };
        var why = entry.Failure is { } failure ? $" {string.Join(' ', ChangeWords.Failure(failure))}" : "";
        var kept = entry.IsInJournal ? $" (kept as {ChangeWords.Name(entry.File)})" : "";
        return $"{what}{(entry.Outcome == RecoveryOutcome.NotSettled && why.Length > 0 ? ":" : "")}{why}{kept}";
    }

    private static string Summary(RecoveryResult result)
    {
        var kept = result.Entries.Count(e => e.IsInJournal) + result.Unreadable.Count;
        return result.Entries.IsEmpty && result.Unreadable.IsEmpty
            ? "Nothing to recover."
            : string.Create(CultureInfo.InvariantCulture, $"Recovered: {result.Entries.Count(e => !e.IsInJournal)} settled, {kept} kept.");
    }
}

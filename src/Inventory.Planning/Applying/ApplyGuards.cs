using System.Globalization;

namespace Inventory.Planning;

/// <summary>What keeps a plan from being applied.</summary>
internal static class ApplyGuards
{
    private const int MostTold = 10;

    /// <summary>What the plan itself gives.</summary>
    public static List<ApplyRefusal> Of(Plan plan, FleetApplyOptions options)
    {
        List<ApplyRefusal> refusals = [];
        if (options.PlanHash is { } reviewed && reviewed != plan.Hash)
        {
            refusals.Add(new(ApplyRefusalKind.OtherPlan, OtherPlan(plan, reviewed)));
        }

        if (plan.IsDrastic && !options.Force)
        {
            var counts = plan.Counts;
            refusals.Add(new(ApplyRefusalKind.Drastic, string.Create(CultureInfo.InvariantCulture,
                $"It deletes {counts.Deletes} and replaces {counts.Replaces} of the {counts.Managed} rules that are there, more than 30 %. Look at the plan again; if that is meant, apply it with force (--force, or FleetApplyOptions.Force).")));
        }

        return refusals;
    }

    /// <summary>What an earlier apply left.</summary>
    public static IEnumerable<ApplyRefusal> Of(string folder, IReadOnlyList<JournalFile> left)
    {
        if (left.Count > 0)
        {
            var more = left.Count > MostTold ? string.Create(CultureInfo.InvariantCulture, $"; and {left.Count - MostTold} more") : "";
            yield return new(
                ApplyRefusalKind.NotRecovered,
                $"An earlier apply was interrupted, and the journal '{WholeText.OneLine(folder, 300)}' holds what it left: {string.Join("; ", left.Take(MostTold).Select(Name))}{more}. Recover first: the same command with --recover, or FleetRecovery.");
        }
    }

    /// <summary>A hash that was not copied whole says nothing of what has changed.</summary>
    private static string OtherPlan(Plan plan, string reviewed) => PlanHash.IsOne(reviewed)
        ? $"The plan's hash is {WholeText.OneLine(plan.Hash, 100)}, and {WholeText.OneLine(reviewed, 100)} was reviewed: the desired rules, the live rules, or whether rules are pruned "
            + "have changed since. Plan again and have it reviewed."
        : $"'{WholeText.OneLine(reviewed, 100)}' is not the hash of any plan: that is 64 hexadecimal digits. Copy the one that was reviewed whole.";

    private static string Name(JournalFile file) => file.Entry is { } entry
        ? $"{ChangeWords.Name(entry.Account)}/{ChangeWords.Name(entry.Bucket)} {ChangeWords.Name(entry.RuleId)}"
        : $"{ChangeWords.Name(file.Name)}, which cannot be read";
}

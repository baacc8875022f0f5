using System.Globalization;
using Inventory.Documents;

namespace Inventory.Planning;

/// <summary>Reads the rules of a fleet file, with defaults and overrides laid over one another. For one file.</summary>
/// <param name="rules">Reads one of them.</param>
/// <param name="problems">Where problems go, each with the path and place of the part of the file that it comes from.</param>
internal sealed class RuleReading(NeutralRuleNodes rules, DocumentProblems problems)
{
    private const int MostValues = 1_000_000;

    /// <summary>What a rule cannot do without, to see what else is wrong with a part of one.</summary>
    private static readonly RulePart Least = new("", DocumentNode.Object(
    [
        new("destination", DocumentNode.Object([new("bucket", DocumentNode.Of("reports"))])),
        new("schedule", DocumentNode.Of("Daily")),
    ]));

    private readonly Dictionary<RulePart, InventoryRule?> _read = [];
    private readonly HashSet<DocumentProblem> _told = [];
    private int _values;

    /// <summary>Reads a rule.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="rule">The rule as the file has it.</param>
    /// <param name="set">What an assignment lays over it; null for nothing.</param>
    /// <returns>The rule; null where something is wrong with it.</returns>
    public InventoryRule? Read(string id, RulePart rule, RulePart? set)
    {
        if (set is null && _read.TryGetValue(rule, out var known))
        {
            return known;
        }

        List<RulePart> parts = set is null ? [] : [set];
        if (rule.IsBroken)
        {
            // What it builds on is reported already; what it says itself, not yet.
            rule.IsRead = true;
            _ = Read(id, [.. parts, rule, Least], set);
            return null;
        }

        for (var part = rule; part is not null; part = part.Base)
        {
            part.IsRead = true;
            parts.Add(part);
        }

        var read = Read(id, parts, set);
        if (set is null)
        {
            _read.Add(rule, read);
        }

        return read;
    }

    /// <summary>Reads what no assignment asked for, so that what is wrong with it is known before one does.</summary>
    public void CheckRest(RuleParts parts)
    {
        foreach (var (id, rule) in parts.Rules.Where(r => !r.Value.IsRead))
        {
            _ = Read(id, rule, null);
        }

        foreach (var part in parts.Defaults.Where(d => !d.IsRead))
        {
            _ = Read("default", [part, Least], null);
        }
    }

    private InventoryRule? Read(string id, List<RulePart> parts, RulePart? set)
    {
        var whole = parts[^1].Node;
        for (var i = parts.Count - 2; i >= 0; i--)
        {
            whole = NodeMerge.Lay(whole, parts[i].Node, isPlaceUnder: parts[i] == set);
        }

        Count(parts[0], whole);
        var found = new DocumentProblems();
        var reader = new ObjectReader(whole, "", found);
        _ = reader.One("from");
        var rule = rules.Read(reader, id);
        if (reader.One("schedule") is { Kind: DocumentNodeKind.Text } schedule
            && InventorySchedule.TryParse(schedule.Text, out var parsed) && parsed == InventorySchedule.Once)
        {
            reader.Problem("schedule", "A rule that runs once is none to keep: it never comes to rest. Use put for it, or let it run again and again, such as Weekly.");
        }

        Tell(found, parts, set);
        return found.Found.Count == 0 ? rule : null;
    }

    private void Tell(DocumentProblems found, List<RulePart> parts, RulePart? set)
    {
        foreach (var problem in found.Found)
        {
            var part = parts.Find(p => p.Holds(problem.Line, problem.Column)) ?? parts.First(p => p != set);
            var told = problem with { Path = $"{part.Path}.{problem.Path}" };
            if (_told.Add(told))
            {
                problems.Add(told.Path, DocumentNode.Null(told.Line, told.Column), told.Message);
            }
        }
    }

    /// <summary>Ends the reading where a small file says a great deal by repeating it.</summary>
    private void Count(RulePart at, DocumentNode whole)
    {
        _values += NodeWalk.All(whole).Count();
        if (_values > MostValues)
        {
            problems.Add(at.Path, at.Node, string.Create(CultureInfo.InvariantCulture, $"With their defaults written out, the rules hold more than {MostValues} values. Split the file."));
            problems.ThrowIfAny();
        }
    }
}

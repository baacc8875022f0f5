using System.Globalization;
using Inventory.Documents;

namespace Inventory.Planning;

/// <summary>The defaults and rules of a fleet file, and which builds on which.</summary>
internal sealed class RuleParts
{
    private const int MaxDepth = 32;
    private const int MostTold = 10;

    private readonly Dictionary<string, RulePart> _defaults;
    private readonly Dictionary<string, RulePart> _rules;
    private readonly DocumentProblems _problems;

    public RuleParts(ObjectReader file)
    {
        _problems = file.Problems;
        _defaults = Read(file, "defaults");
        _rules = Read(file, "rules");
        Dictionary<RulePart, bool> isDone = [];
        foreach (var part in _defaults.Values.Concat(_rules.Values))
        {
            Follow(part, isDone);
        }
    }

    public IEnumerable<RulePart> Defaults => _defaults.Values;

    /// <summary>The rules by their ids, in the order of the file.</summary>
    public IReadOnlyDictionary<string, RulePart> Rules => _rules;

    private static Dictionary<string, RulePart> Read(ObjectReader file, string section)
    {
        Dictionary<string, RulePart> parts = new(StringComparer.Ordinal);
        foreach (var (name, reader) in Sections.Entries(file, section))
        {
            var from = reader.StrictText("from");
            parts.Add(name, new(reader.Path, reader.Node) { From = from, IsBroken = from is null && reader.One("from") is not null });
        }

        return parts;
    }

    /// <summary>Follows what a part builds on to the end, once for each part: a circle, a gap or too long a chain breaks all that lead to it.</summary>
    private void Follow(RulePart part, Dictionary<RulePart, bool> isDone)
    {
        List<RulePart> chain = [];
        var next = part;
        while (next is not null && isDone.TryAdd(next, false))
        {
            chain.Add(next);
            next = next.Base = BaseOf(next);
        }

        if (next is not null && !isDone[next])
        {
            RefuseCircle(chain[chain.IndexOf(next)..]);
        }

        for (var i = chain.Count - 1; i >= 0; i--)
        {
            var current = chain[i];
            isDone[current] = true;
            if (current.Base is { } below && !current.IsBroken)
            {
                current.IsBroken = below.IsBroken;
                current.Depth = below.Depth + 1;
                RefuseTooDeep(current);
            }
        }
    }

    private RulePart? BaseOf(RulePart part)
    {
        if (part.From is null)
        {
            return null;
        }

        if (_defaults.TryGetValue(part.From, out var below))
        {
            return below;
        }

        part.IsBroken = true;
        _problems.AddUnknown($"{part.Path}.from", FromOf(part), $"default '{ShownText.Of(part.From)}'", part.From, _defaults.Keys);
        return null;
    }

    private void RefuseCircle(List<RulePart> circle)
    {
        circle.ForEach(p => p.IsBroken = true);
        var names = circle.Select(p => p.From!).Prepend(circle[^1].From!).Take(MostTold).Select(n => ShownText.Of(n));
        var more = circle.Count >= MostTold ? " → …" : "";
        _problems.Add(
            $"{circle[^1].Path}.from", FromOf(circle[^1]), $"The defaults build on one another in a circle: {string.Join(" → ", names)}{more}. Leave one 'from' of it out.");
    }

    private void RefuseTooDeep(RulePart part)
    {
        if (part.Depth > MaxDepth && !part.IsBroken)
        {
            part.IsBroken = true;
            _problems.Add(
                $"{part.Path}.from", FromOf(part), string.Create(CultureInfo.InvariantCulture, $"It builds on more than {MaxDepth} defaults, one upon another. Write some of them out."));
        }
    }

    private static DocumentNode FromOf(RulePart part) => part.Node.Members.First(m => m.Name == "from").Node;
}

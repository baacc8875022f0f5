using System.Globalization;

namespace Inventory.Planning;

/// <summary>The ids of one bucket at the target: which are there, which rules on their way have asked for, and which are free. For one bucket.</summary>
/// <param name="limit">What an id may be.</param>
/// <param name="live">The rules that are there, by their ids.</param>
internal sealed class TargetIds(TextLimit limit, IReadOnlyDictionary<string, InventoryRule> live)
{
    private readonly HashSet<string> _asked = new(StringComparer.Ordinal);
    private readonly HashSet<string> _landed = new(StringComparer.Ordinal);

    /// <summary>Keeps an id for the rule that asks for it.</summary>
    public void Ask(string id) => _asked.Add(id);

    /// <summary>Says that what is there under an id is a rule of the move that has landed.</summary>
    public void Land(string id) => _landed.Add(id);

    /// <summary>Ids for the rules that one becomes: those under which an equal rule is there already, then the first free ones. Null where there are too few.</summary>
    /// <param name="id">The id that they share the beginning of.</param>
    /// <param name="rules">The rules as the target would hold them.</param>
    public IReadOnlyList<string>? Number(string id, IReadOnlyList<InventoryRule> rules)
    {
        var given = new string?[rules.Count];
        var there = live.Values.Where(r => IsNumbered(r.Id, id)).OrderBy(r => r.Id.Length).ThenBy(r => r.Id, StringComparer.Ordinal).ToList();
        for (var i = 0; i < rules.Count; i++)
        {
            given[i] = there.Find(r => r with { IsEnabled = false } == rules[i] with { Id = r.Id } && _landed.Add(r.Id))?.Id;
        }

        var free = Enumerable.Range(1, live.Count + _asked.Count + rules.Count).Select(n => Numbered(id, n)).OfType<string>().Where(IsFree);
        for (var i = 0; i < rules.Count; i++)
        {
            given[i] ??= free.FirstOrDefault();
            if (given[i] is null)
            {
                return null;
            }

            Ask(given[i]!);
        }

        return given!;
    }

    /// <summary>A free id that is close to one that cannot be; null where none was found.</summary>
    public string? Near(string id)
    {
        var plain = string.Concat(id.Select(c => char.IsAsciiLetterOrDigit(c) ? c : '-')).Trim('-');
        string[] spelt = [id, plain, plain.ToLowerInvariant()];
        var longest = spelt.Select(s => Cut(s, "")).OfType<string>().MaxBy(s => s.Length);
        return longest is null ? null : Enumerable.Range(2, live.Count + _asked.Count + 1).Select(n => Numbered(longest, n)).Prepend(longest).OfType<string>().FirstOrDefault(IsFree);
    }

    private bool IsFree(string id) => !live.ContainsKey(id) && !_asked.Contains(id);

    /// <summary>Whether an id is what another becomes with some number.</summary>
    private bool IsNumbered(string id, string of) =>
        id.LastIndexOf('-') is > 0 and var dash
        && int.TryParse(id.AsSpan(dash + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        && Numbered(of, number) == id;

    private string? Numbered(string id, int number) => Cut(id, string.Create(CultureInfo.InvariantCulture, $"-{number}"));

    /// <summary>As much of the id as the target takes with what follows; null where it takes none.</summary>
    private string? Cut(string id, string ending)
    {
        for (var length = id.Length; length > 0; length--)
        {
            if (limit.Problem(id[..length] + ending) is null)
            {
                return id[..length] + ending;
            }
        }

        return null;
    }
}

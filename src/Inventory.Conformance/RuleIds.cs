namespace Inventory.Conformance;

/// <summary>Rule ids that a provider allows, unlike those of any other run.</summary>
internal sealed class RuleIds(TextLimit limit)
{
    private static readonly char[] Padding = ['x', 'X', '0'];

    private readonly string _run = Guid.NewGuid().ToString("N")[..6];
    private int _last;

    /// <summary>A new id.</summary>
    public string Next()
    {
        _last++;
        string[] candidates = [$"Kit-{_run}-{_last}", $"kit-{_run}-{_last}", $"kit{_run}{_last}", $"KIT{_run.ToUpperInvariant()}{_last}", $"{Convert.ToInt32(_run, 16)}{_last}"];
        return Array.Find(candidates, c => limit.Problem(c) is null)
            ?? throw new AssertionException($"The kit makes no id that this provider allows: {limit.Description}. Tried: {string.Join(", ", candidates)}.");
    }

    /// <summary>A new id of exactly a length, and of the characters that the provider allows as far as there are such.</summary>
    public string OfLength(int length) => Padded(Next(), length, limit);

    /// <summary>A text of exactly a length, made longer with characters that the provider allows as far as there are such.</summary>
    public static string Padded(string text, int length, TextLimit limit)
    {
        var padded = Array.ConvertAll(Padding, c => text.PadRight(length, c));
        return Array.Find(padded, p => limit.Problem(p) is null) ?? padded[0];
    }
}

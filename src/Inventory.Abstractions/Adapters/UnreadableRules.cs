namespace Inventory;

/// <summary>What a list gathers of the rules that cannot be read: the first of them, cut, and the number of all.</summary>
internal sealed class UnreadableRules
{
    private const int MostKept = 100;
    private const int LongestText = 16 * 1024;

    private readonly List<UnreadableRule> _kept = [];
    private RulePage? _last;
    private int _count;

    /// <summary>Takes over what cannot be read on a page.</summary>
    public void Add(RulePage page)
    {
        if (page.Unreadable is not { Count: > 0 } unreadable)
        {
            return;
        }

        _last = page with { Rules = [], Unreadable = null };
        _count += unreadable.Count;
        foreach (var rule in unreadable.Take(MostKept - _kept.Count))
        {
            // Secrets are out of it by now: cutting before would leave half of one.
            _kept.Add(rule.Select(text => ShownText.Cut(text, LongestText)));
        }
    }

    /// <summary>Fails where a page held a rule that cannot be read.</summary>
    /// <exception cref="UnreadableRulesException">One did.</exception>
    public void ThrowIfAny(string provider, string bucket)
    {
        if (_last is not null)
        {
            throw new UnreadableRulesException(provider, bucket, _kept, _count - _kept.Count)
            {
                RequestId = _last.RequestId,
                HttpStatus = _last.HttpStatus,
                Attempts = _last.Attempts,
                Elapsed = _last.Elapsed,
            };
        }
    }
}

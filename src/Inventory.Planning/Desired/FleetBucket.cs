namespace Inventory.Planning;

/// <summary>A bucket of a fleet file, while its rules are gathered.</summary>
internal sealed class FleetBucket(string account, string name)
{
    private readonly List<DesiredRule> _rules = [];
    private Dictionary<string, (DesiredRule Rule, int Line)>? _byId;

    public string Name => name;

    /// <summary>Gives the bucket a rule; the same rule again is not given twice.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="line">The line of the assignment that gives it.</param>
    /// <returns>0, or the line of the assignment that gave a rule of this id with other content.</returns>
    public int Give(DesiredRule rule, int line)
    {
        _byId ??= new(StringComparer.Ordinal);
        if (_byId.TryAdd(rule.Rule.Id, (rule, line)))
        {
            _rules.Add(rule);
            return 0;
        }

        var (given, givenLine) = _byId[rule.Rule.Id];
        return given.Rule == rule.Rule && given.Accept == rule.Accept ? 0 : givenLine;
    }

    public DesiredBucket ToDesired() => new() { Account = account, Bucket = name, Rules = _rules };
}

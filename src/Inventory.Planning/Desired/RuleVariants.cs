using Inventory.Documents;

namespace Inventory.Planning;

/// <summary>What an assignment lays over its rules.</summary>
/// <param name="Node">The members; none where it is the rules as they are.</param>
/// <param name="Text">The same as compact JSON, to compare it by.</param>
internal sealed record RuleSet(DocumentNode Node, string Text)
{
    public bool IsEmpty => Node.Members.Count == 0;

    public bool Equals(RuleSet? other) => Text == other?.Text;

    public override int GetHashCode() => Text.GetHashCode(StringComparison.Ordinal);
}

/// <summary>The rules of one id as one rule of a fleet file, and what has to be laid over it for each that is another. For one file.</summary>
internal sealed class RuleVariants(string id, FileRuleNodes nodes)
{
    private readonly Dictionary<InventoryRule, DocumentNode> _nodes = [];
    private readonly Dictionary<InventoryRule, int> _counts = [];
    private readonly List<InventoryRule> _order = [];
    private readonly Dictionary<InventoryRule, RuleSet> _sets = [];

    public string Id => id;

    /// <summary>The rule as the file holds it, once <see cref="Settle"/> was called.</summary>
    public DocumentNode Rule { get; private set; } = DocumentNode.Object([]);

    /// <summary>Counts a rule of this id.</summary>
    public void Add(InventoryRule rule, DocumentNode node)
    {
        if (_nodes.TryAdd(rule, node))
        {
            _order.Add(rule);
        }

        _counts[rule] = _counts.GetValueOrDefault(rule) + 1;
    }

    /// <summary>Decides what the rule is: the most common variant, the first of those that are as common.</summary>
    /// <remarks>
    /// Where null cannot take out what a variant lacks, since an extension reads it otherwise than as nothing said, the rule is what all variants share, and each
    /// adds its own.
    /// </remarks>
    public void Settle()
    {
        Rule = _nodes[_order.MaxBy(r => _counts[r])!];
        if (!IsLaid())
        {
            Rule = NodeDifference.Common(_nodes.Values);
            _ = IsLaid();
        }
    }

    /// <summary>What an assignment lays over the rule for a variant of it.</summary>
    public RuleSet SetOf(InventoryRule rule) => _sets[rule];

    /// <summary>Finds what to lay over the rule for each variant, and whether each is then read as what it is.</summary>
    private bool IsLaid()
    {
        var isRead = true;
        foreach (var rule in _order)
        {
            var set = NodeDifference.Between(Rule, _nodes[rule]);
            _sets[rule] = new(set, JsonNodes.Write(set, isIndented: false));
            isRead = isRead && nodes.IsReadAs(NodeMerge.Lay(Rule, set, isPlaceUnder: false), rule);
        }

        return isRead;
    }
}

using Inventory.Documents;

namespace Inventory.Planning;

/// <summary>A rule that a bucket is to have, and the changes that are accepted for it.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Accept">The changes, in order.</param>
internal readonly record struct FileRule(InventoryRule Rule, ValueList<Acceptance> Accept);

/// <summary>A bucket as a file lists it.</summary>
/// <param name="Account">The account's name.</param>
/// <param name="Bucket">The bucket's name.</param>
/// <param name="Rules">Its rules, ordinally by id.</param>
internal sealed record FileBucket(string Account, string Bucket, IReadOnlyList<FileRule> Rules);

/// <summary>What a fleet file is to say, gathered by account and by rule. For one file.</summary>
internal sealed class FileContent
{
    private readonly SortedDictionary<string, RuleVariants> _rules = new(StringComparer.Ordinal);

    /// <exception cref="InvalidDocumentException">No file can say it: every rule and bucket with its reason.</exception>
    public FileContent(DesiredState desired, FileRuleNodes nodes)
    {
        var problems = new DocumentProblems();
        Buckets = [.. desired.Buckets.Select(b => Take(b, nodes, problems)).GroupBy(b => b.Account, StringComparer.Ordinal).SelectMany(a => a)];
        problems.ThrowIfAny();
        foreach (var rule in _rules.Values)
        {
            rule.Settle();
        }
    }

    /// <summary>The buckets by account, both in the order of the state.</summary>
    public IReadOnlyList<FileBucket> Buckets { get; }

    /// <summary>The rules by their ids, ordinally.</summary>
    public IReadOnlyDictionary<string, RuleVariants> Rules => _rules;

    private FileBucket Take(DesiredBucket bucket, FileRuleNodes nodes, DocumentProblems problems)
    {
        var path = $"{ShownText.Of(bucket.Account, 100)}/{ShownText.Of(bucket.Bucket, 100)}";
        if (FileRuleNodes.NameProblem(bucket.Account, bucket.Bucket) is { } problem)
        {
            problems.Add(path, DocumentNode.Null(), problem);
        }

        List<FileRule> rules = [.. bucket.Rules.Select(r => new FileRule(r.Rule, r.Accept)).Distinct().OrderBy(r => r.Rule.Id, StringComparer.Ordinal)];
        foreach (var twice in rules.GroupBy(r => r.Rule.Id, StringComparer.Ordinal).Where(g => g.Count() > 1))
        {
            problems.Add($"{path} {ShownText.Of(twice.Key, 200)}", DocumentNode.Null(), "The bucket is to have more than one rule of this id. Give each an id of its own.");
        }

        foreach (var (rule, _) in rules)
        {
            var (node, reason, remedy) = nodes.Write(rule);
            if (node is null)
            {
                problems.Add($"{path} {ShownText.Of(rule.Id, 200)}", DocumentNode.Null(), $"{reason} {remedy}");
                continue;
            }

            if (!_rules.TryGetValue(rule.Id, out var variants))
            {
                _rules.Add(rule.Id, variants = new(rule.Id, nodes));
            }

            variants.Add(rule, node);
        }

        return new(bucket.Account, bucket.Bucket, rules);
    }
}

using Inventory.Documents;

namespace Inventory.Planning;

/// <summary>Rules as a fleet file would hold them: written, and read back as the file is. For one file.</summary>
internal sealed class FileRuleNodes(NeutralRuleNodes rules)
{
    private readonly Dictionary<InventoryRule, (DocumentNode? Node, string? Reason, string? Remedy)> _written = [];

    /// <summary>The node of a rule; null, and why, where no file can hold it.</summary>
    public (DocumentNode? Node, string? Reason, string? Remedy) Write(InventoryRule rule)
    {
        if (!_written.TryGetValue(rule, out var known))
        {
            _written.Add(rule, known = WriteNew(rule));
        }

        return known;
    }

    /// <summary>Whether a node is read as a rule.</summary>
    public bool IsReadAs(DocumentNode node, InventoryRule rule)
    {
        var problems = new DocumentProblems();
        return rules.Read(new ObjectReader(node, "", problems), rule.Id) == rule && problems.Found.Count == 0;
    }

    /// <summary>Why no file has a place for a bucket of this name; null where it has.</summary>
    public static string? NameProblem(string account, string bucket) =>
        account.Length == 0 || bucket.Length == 0 ? "The name of its account or its own is empty."
        : BucketPattern.IsPattern(bucket) ? "Its name has an asterisk or a question mark, which makes it a pattern in a fleet file."
        : !WholeText.Is(account) || !WholeText.Is(bucket) ? "The name of its account or its own has half a character, which no file can hold."
        : null;

    private (DocumentNode? Node, string? Reason, string? Remedy) WriteNew(InventoryRule rule)
    {
        if (rule.Schedule == InventorySchedule.Once)
        {
            return (null, "It runs once, so it never comes to rest, and a fleet file takes no such rule.", "Leave it to who put it: it is unmanaged. A plan that prunes would delete it.");
        }

        if (!WholeText.Is(rule.Id))
        {
            return (null, "Its id has half a character: one surrogate of the two that belong together, which no file can hold.", "Put it again under another id.");
        }

        try
        {
            // Through the text: a file holds no more than that.
            var node = JsonNodes.Parse(JsonNodes.Write(rules.Write(rule), isIndented: false));
            return IsReadAs(node, rule)
                ? (node, null, null)
                : (null, "What its file would say is not read back as the same rule.", "Manage it with get and put, and report it to who wrote the adapter.");
        }
        catch (InventoryRuleRejectedException e)
        {
            return (null, string.Join(' ', e.Violations.Select(v => $"{v.Path}: {v.Reason}")), string.Join(' ', e.Violations.Select(v => v.Remedy).Distinct(StringComparer.Ordinal)));
        }
        catch (InvalidDocumentException e)
        {
            return (null, $"What its file would say cannot be read: {e.Problems[0].Message}", "Manage it with get and put, and report it to who wrote the adapter.");
        }
    }
}

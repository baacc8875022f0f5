using System.Globalization;
using Inventory.Documents;

namespace Inventory.Planning;

/// <summary>Writes a plan as nodes: what there is none of is left out.</summary>
internal sealed class PlanNodes(RuleForms rules)
{
    public DocumentNode Write(Plan plan) => DocumentNode.Object(
    [
        new("version", NodeParts.Number(PlanJson.Version)),
        new("hash", DocumentNode.Of(plan.Hash)),
        new("prune", NodeParts.Boolean(plan.IsPruning)),
        new("summary", Summary(plan)),
        new("buckets", DocumentNode.Array([.. plan.Buckets.Select(Bucket)])),
    ]);

    /// <summary>What a violation says.</summary>
    public static DocumentNode Violation(RuleViolation violation)
    {
        List<DocumentMember> members =
        [
            new("kind", NodeParts.Name(violation.Kind)),
            new("severity", NodeParts.Name(violation.Severity)),
            new("path", DocumentNode.Of(violation.Path)),
            new("provider", DocumentNode.Of(violation.Provider)),
            new("reason", DocumentNode.Of(violation.Reason)),
            new("remedy", DocumentNode.Of(violation.Remedy)),
        ];
        NodeParts.AddText(members, "feature", violation.Feature?.ToString());
        NodeParts.AddItems(members, "evidence", violation.Evidence, Evidence);
        NodeParts.AddText(members, "serverAnswer", violation.ServerAnswer);
        return DocumentNode.Object(members);
    }

    private static DocumentNode Summary(Plan plan)
    {
        var counts = plan.Counts;
        return DocumentNode.Object(
        [
            new("isEmpty", NodeParts.Boolean(plan.IsEmpty)),
            new("isDrastic", NodeParts.Boolean(plan.IsDrastic)),
            new("create", NodeParts.Number(counts.Creates)),
            new("replace", NodeParts.Number(counts.Replaces)),
            new("enable", NodeParts.Number(counts.Enables)),
            new("disable", NodeParts.Number(counts.Disables)),
            new("delete", NodeParts.Number(counts.Deletes)),
            new("unchanged", NodeParts.Number(counts.Unchanged)),
            new("refused", NodeParts.Number(counts.Refusals)),
            new("unmanaged", NodeParts.Number(counts.Unmanaged)),
            new("failedBuckets", NodeParts.Number(counts.FailedBuckets)),
        ]);
    }

    private DocumentNode Bucket(BucketPlan bucket)
    {
        List<DocumentMember> members = [new("account", DocumentNode.Of(bucket.Account)), new("bucket", DocumentNode.Of(bucket.Bucket))];
        NodeParts.AddText(members, "provider", bucket.Provider);
        members.Add(new("unchanged", NodeParts.Number(bucket.Unchanged)));
        NodeParts.AddItems(members, "changes", bucket.Changes, Change);
        NodeParts.AddItems(members, "refusals", bucket.Refusals, Refusal);
        NodeParts.AddItems(members, "unmanaged", bucket.Unmanaged, DocumentNode.Of);
        NodeParts.AddFailure(members, bucket.Failure);
        return DocumentNode.Object(members);
    }

    private DocumentNode Change(PlannedChange change)
    {
        List<DocumentMember> members =
        [
            new("kind", NodeParts.Name(change.Kind)),
            new("ruleId", DocumentNode.Of(change.RuleId)),
            new("isDeleteAndPut", NodeParts.Boolean(change.IsDeleteAndPut)),
        ];
        NodeParts.AddText(members, "source", change.Source);
        NodeParts.AddItems(members, "differences", change.Differences, Difference);
        NodeParts.AddItems(members, "notices", change.Notices, Violation);
        AddRule(members, "before", change.Before);
        AddRule(members, "after", change.After);
        return DocumentNode.Object(members);
    }

    private static DocumentNode Difference(PathDifference difference)
    {
        List<DocumentMember> members = [new("path", DocumentNode.Of(difference.Path))];
        NodeParts.AddText(members, "before", difference.Before);
        NodeParts.AddText(members, "after", difference.After);
        return DocumentNode.Object(members);
    }

    private static DocumentNode Refusal(RuleRefusal refusal)
    {
        List<DocumentMember> members = [new("ruleId", DocumentNode.Of(refusal.RuleId)), new("isThere", NodeParts.Boolean(refusal.IsThere))];
        NodeParts.AddText(members, "source", refusal.Source);
        NodeParts.AddItems(members, "violations", refusal.Violations, Violation);
        NodeParts.AddItems(members, "choices", refusal.Choices, c => DocumentNode.Of(c.ToString()));
        return DocumentNode.Object(members);
    }

    private static DocumentNode Evidence(Evidence evidence) => DocumentNode.Object(
    [
        new("reading", DocumentNode.Of(evidence.Reading)),
        new("source", DocumentNode.Of(evidence.Source)),
        new("dated", DocumentNode.Of(evidence.Dated.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))),
    ]);

    private void AddRule(List<DocumentMember> members, string name, InventoryRule? rule)
    {
        if (rule is not null)
        {
            members.Add(new(name, rules.Of(rule).Node));
        }
    }
}

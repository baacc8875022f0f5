using System.Globalization;
using Inventory.Documents;

namespace Inventory.Planning;

/// <summary>Writes a plan as nodes: what there is none of is left out.</summary>
internal sealed class PlanNodes(RuleForms rules)
{
    public DocumentNode Write(Plan plan) => DocumentNode.Object(
    [
        new("version", Number(PlanJson.Version)),
        new("hash", DocumentNode.Of(plan.Hash)),
        new("prune", Boolean(plan.IsPruning)),
        new("summary", Summary(plan)),
        new("buckets", DocumentNode.Array([.. plan.Buckets.Select(Bucket)])),
    ]);

    /// <summary>What a violation says.</summary>
    public static DocumentNode Violation(RuleViolation violation)
    {
        List<DocumentMember> members =
        [
            new("kind", DocumentNode.Of(violation.Kind.ToString())),
            new("severity", DocumentNode.Of(violation.Severity.ToString())),
            new("path", DocumentNode.Of(violation.Path)),
            new("provider", DocumentNode.Of(violation.Provider)),
            new("reason", DocumentNode.Of(violation.Reason)),
            new("remedy", DocumentNode.Of(violation.Remedy)),
        ];
        AddText(members, "feature", violation.Feature?.ToString());
        AddItems(members, "evidence", violation.Evidence, Evidence);
        AddText(members, "serverAnswer", violation.ServerAnswer);
        return DocumentNode.Object(members);
    }

    private static DocumentNode Summary(Plan plan)
    {
        var counts = plan.Counts;
        return DocumentNode.Object(
        [
            new("isEmpty", Boolean(plan.IsEmpty)),
            new("isDrastic", Boolean(plan.IsDrastic)),
            new("create", Number(counts.Creates)),
            new("replace", Number(counts.Replaces)),
            new("enable", Number(counts.Enables)),
            new("disable", Number(counts.Disables)),
            new("delete", Number(counts.Deletes)),
            new("unchanged", Number(counts.Unchanged)),
            new("refused", Number(counts.Refusals)),
            new("unmanaged", Number(counts.Unmanaged)),
            new("failedBuckets", Number(counts.FailedBuckets)),
        ]);
    }

    private DocumentNode Bucket(BucketPlan bucket)
    {
        List<DocumentMember> members = [new("account", DocumentNode.Of(bucket.Account)), new("bucket", DocumentNode.Of(bucket.Bucket))];
        AddText(members, "provider", bucket.Provider);
        members.Add(new("unchanged", Number(bucket.Unchanged)));
        AddItems(members, "changes", bucket.Changes, Change);
        AddItems(members, "refusals", bucket.Refusals, Refusal);
        AddItems(members, "unmanaged", bucket.Unmanaged, DocumentNode.Of);
        if (bucket.Failure is { } failure)
        {
            members.Add(new("failure", Failure(failure)));
        }

        return DocumentNode.Object(members);
    }

    private DocumentNode Change(PlannedChange change)
    {
        List<DocumentMember> members =
        [
            new("kind", DocumentNode.Of(change.Kind.ToString())),
            new("ruleId", DocumentNode.Of(change.RuleId)),
            new("isDeleteAndPut", Boolean(change.IsDeleteAndPut)),
        ];
        AddText(members, "source", change.Source);
        AddItems(members, "differences", change.Differences, Difference);
        AddItems(members, "notices", change.Notices, Violation);
        AddRule(members, "before", change.Before);
        AddRule(members, "after", change.After);
        return DocumentNode.Object(members);
    }

    private static DocumentNode Difference(PathDifference difference)
    {
        List<DocumentMember> members = [new("path", DocumentNode.Of(difference.Path))];
        AddText(members, "before", difference.Before);
        AddText(members, "after", difference.After);
        return DocumentNode.Object(members);
    }

    private static DocumentNode Refusal(RuleRefusal refusal)
    {
        List<DocumentMember> members = [new("ruleId", DocumentNode.Of(refusal.RuleId)), new("isThere", Boolean(refusal.IsThere))];
        AddText(members, "source", refusal.Source);
        AddItems(members, "violations", refusal.Violations, Violation);
        AddItems(members, "choices", refusal.Choices, c => DocumentNode.Of(c.ToString()));
        return DocumentNode.Object(members);
    }

    private static DocumentNode Failure(BucketFailure failure)
    {
        List<DocumentMember> members = [new("kind", DocumentNode.Of(failure.Kind.ToString())), new("reason", DocumentNode.Of(failure.Reason))];
        AddText(members, "requestId", failure.RequestId);
        AddItems(members, "unreadable", failure.Unreadable, DocumentNode.Of);
        if (failure.MoreUnreadable > 0)
        {
            members.Add(new("moreUnreadable", Number(failure.MoreUnreadable)));
        }

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

    private static void AddText(List<DocumentMember> members, string name, string? text)
    {
        if (text is not null)
        {
            members.Add(new(name, DocumentNode.Of(text)));
        }
    }

    private static void AddItems<T>(List<DocumentMember> members, string name, ValueList<T> items, Func<T, DocumentNode> write)
    {
        if (!items.IsEmpty)
        {
            members.Add(new(name, DocumentNode.Array([.. items.Select(write)])));
        }
    }

    private static DocumentNode Number(int number) => DocumentNode.Scalar(DocumentNodeKind.Number, number.ToString(CultureInfo.InvariantCulture));

    private static DocumentNode Boolean(bool value) => DocumentNode.Scalar(DocumentNodeKind.Boolean, value ? "true" : "false");
}

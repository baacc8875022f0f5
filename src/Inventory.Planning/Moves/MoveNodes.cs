using Inventory.Documents;

namespace Inventory.Planning;

/// <summary>Writes a move as nodes: what there is none of is left out.</summary>
internal sealed class MoveNodes(RuleForms rules)
{
    public DocumentNode Write(MovePlan plan, ValueList<ApplyResult> applied)
    {
        List<DocumentMember> members =
        [
            new("version", NodeParts.Number(MoveJson.Version)),
            new("from", Text(plan.From)),
            new("to", Text(plan.To)),
            new("enable", NodeParts.Boolean(plan.IsEnabling)),
            new("isDone", NodeParts.Boolean(plan.IsDone)),
            new("summary", Summary(plan.Counts)),
            new("buckets", DocumentNode.Array([.. plan.Buckets.Select(Bucket)])),
        ];
        NodeParts.AddItems(members, "unused", plan.Unused, Acceptance);
        NodeParts.AddItems(members, "unusedDestinations", plan.UnusedDestinations, d => Text(d.Source));
        members.Add(new("plan", new PlanNodes(rules).Write(plan.Plan)));
        NodeParts.AddItems(members, "applied", applied, ApplyJson.Node);
        return DocumentNode.Object(members);
    }

    private static DocumentNode Summary(MoveCounts counts) => DocumentNode.Object(
    [
        new("maps", NodeParts.Number(counts.Maps)),
        new("mapsWithChange", NodeParts.Number(counts.WithChange)),
        new("cannot", NodeParts.Number(counts.Cannot)),
        new("left", NodeParts.Number(counts.Left)),
        new("missing", NodeParts.Number(counts.Missing)),
        new("disabled", NodeParts.Number(counts.Disabled)),
        new("enabled", NodeParts.Number(counts.Enabled)),
        new("failedBuckets", NodeParts.Number(counts.FailedBuckets)),
    ]);

    private DocumentNode Bucket(BucketMove bucket)
    {
        List<DocumentMember> members = [new("source", Text(bucket.Source)), new("target", Text(bucket.Target))];
        NodeParts.AddItems(members, "rules", bucket.Rules, Rule);
        NodeParts.AddItems(members, "failures", bucket.Failures, NodeParts.PlacedFailure);
        return DocumentNode.Object(members);
    }

    private DocumentNode Rule(RuleMove rule)
    {
        List<DocumentMember> members =
        [
            new("ruleId", Text(rule.RuleId)), new("isEnabled", NodeParts.Boolean(rule.IsEnabled)), new("outcome", NodeParts.Name(rule.Outcome)),
        ];
        NodeParts.AddItems(members, "refusals", rule.Refusals, Refusal);
        NodeParts.AddItems(members, "changes", rule.Changes, Change);
        NodeParts.AddItems(members, "notes", rule.Notes, n => DocumentNode.Object(
            [new("path", Text(n.Path)), new("severity", NodeParts.Name(n.Severity)), new("text", Text(n.Text))]));
        NodeParts.AddItems(members, "landings", rule.Landings, l => DocumentNode.Object([new("state", NodeParts.Name(l.State)), new("rule", rules.Of(l.Rule).Node)]));
        return DocumentNode.Object(members);
    }

    private static DocumentNode Refusal(MoveRefusal refusal)
    {
        List<DocumentMember> members =
        [
            new("path", Text(refusal.Path)), new("reason", Text(refusal.Reason)), new("remedy", Text(refusal.Remedy)),
            new("impact", NodeParts.Name(refusal.Impact)), new("meaning", Text(refusal.Meaning)),
        ];
        NodeParts.AddItems(members, "choices", refusal.Choices, Acceptance);
        return DocumentNode.Object(members);
    }

    private static DocumentNode Change(MoveChange change)
    {
        List<DocumentMember> members = [new("path", Text(change.Path))];
        NodeParts.AddText(members, "before", Whole(change.Before));
        NodeParts.AddText(members, "after", Whole(change.After));
        members.Add(new("reason", Text(change.Reason)));
        members.Add(new("impact", NodeParts.Name(change.Impact)));
        members.Add(new("meaning", Text(change.Meaning)));
        NodeParts.AddText(members, "accepted", Whole(change.Accepted?.ToString()));
        members.Add(new("isAcceptedByOptions", NodeParts.Boolean(change.IsAcceptedByOptions)));
        return DocumentNode.Object(members);
    }

    private static DocumentNode Acceptance(MoveAcceptance acceptance) => Text(acceptance.ToString());

    private static DocumentNode Text(string text) => DocumentNode.Of(WholeText.Of(text));

    private static string? Whole(string? text) => text is null ? null : WholeText.Of(text);
}

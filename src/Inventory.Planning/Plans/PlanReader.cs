using System.Globalization;
using Inventory.Documents;

namespace Inventory.Planning;

/// <summary>Reads a plan from the nodes that <see cref="PlanNodes"/> writes. For one plan.</summary>
internal sealed class PlanReader(RuleNodes rules)
{
    private readonly HashSet<(string Account, string Bucket)> _buckets = [];

    /// <exception cref="InvalidDocumentException">It cannot be read; every problem is named with line and path.</exception>
    public Plan Read(string text) => NodeReading.Document("The document cannot be read as a plan:", text, PlanJson.MaxLength, PlanJson.Version, "Make the plan anew.", reader =>
    {
        // It is counted from the buckets.
        _ = reader.One("summary");
        return new Plan
        {
            Hash = reader.RequiredText("hash"),
            IsPruning = reader.RequiredBoolean("prune"),
            Buckets = [.. reader.Objects("buckets").Select(Bucket)],
        };
    });

    private BucketPlan Bucket(ObjectReader reader)
    {
        var (account, bucket) = (reader.RequiredText("account"), reader.RequiredText("bucket"));
        if (!_buckets.Add((account, bucket)))
        {
            reader.Problem("bucket", "The bucket is there twice. Its changes would be made side by side.");
        }

        var plan = reader.Whole(new BucketPlan
        {
            Account = account,
            Bucket = bucket,
            Provider = reader.Text("provider"),
            Unchanged = reader.RequiredCount("unchanged"),
            Changes = [.. reader.Objects("changes").Select(Change)],
            Refusals = [.. reader.Objects("refusals").Select(Refusal)],
            Unmanaged = [.. reader.Texts("unmanaged")],
            Failure = reader.Failure(account, bucket),
        });
        if (plan.Changes.CountBy(c => c.RuleId, StringComparer.Ordinal).FirstOrDefault(c => c.Value > 1).Key is { } repeated)
        {
            reader.Problem("changes", $"There is more than one change of rule '{ShownText.Of(repeated, 200)}'.");
        }

        return plan;
    }

    private PlannedChange Change(ObjectReader reader)
    {
        var change = reader.Whole(new PlannedChange
        {
            Kind = reader.Name<ChangeKind>("kind"),
            RuleId = reader.RequiredText("ruleId"),
            IsDeleteAndPut = reader.RequiredBoolean("isDeleteAndPut"),
            Source = reader.Text("source"),
            Differences = [.. reader.Objects("differences").Select(d => d.Whole(new PathDifference(d.RequiredText("path"), d.Text("before"), d.Text("after"))))],
            Notices = [.. reader.Objects("notices").Select(Violation)],
            Before = Rule(reader, "before"),
            After = Rule(reader, "after"),
        });
        RefuseOtherThan(reader, "before", change.Before, change, isThere: change.Kind != ChangeKind.Create);
        RefuseOtherThan(reader, "after", change.After, change, isThere: change.Kind != ChangeKind.Delete);
        return change;
    }

    /// <summary>Refuses a change that cannot be made: without a rule that its kind needs, with one that it does not have, or with another rule's.</summary>
    private static void RefuseOtherThan(ObjectReader reader, string name, InventoryRule? rule, PlannedChange change, bool isThere)
    {
        if (reader.One(name) is not null != isThere)
        {
            reader.Problem(name, $"A change of kind {change.Kind} {(isThere ? "needs it" : "has none")}.");
        }
        else if (rule is not null && rule.Id != change.RuleId)
        {
            reader.Problem(name, "It is not a rule of the id that the change is of.");
        }
    }

    private RuleRefusal Refusal(ObjectReader reader) => reader.Whole(new RuleRefusal
    {
        RuleId = reader.Text("ruleId") ?? "",
        IsThere = reader.RequiredBoolean("isThere"),
        Source = reader.Text("source"),
        Violations = [.. reader.Objects("violations").Select(Violation)],
        Choices = reader.Try("choices", () => reader.Texts("choices").Select(Acceptance.Parse).ToValueList(), []),
    });

    private RuleViolation Violation(ObjectReader reader) => reader.Whole(new RuleViolation
    {
        Kind = reader.Name<RuleViolationKind>("kind"),
        Severity = reader.Name<ViolationSeverity>("severity"),
        Path = reader.RequiredText("path"),
        Provider = reader.RequiredText("provider"),
        Reason = reader.Text("reason") ?? "",
        Remedy = reader.Text("remedy") ?? "",
        Feature = reader.One("feature") is null ? null : reader.Name<InventoryFeature>("feature"),
        Evidence = [.. reader.Objects("evidence").Select(e => e.Whole(new Evidence(e.Text("reading") ?? "", e.Text("source") ?? "", Date(e, "dated"))))],
        ServerAnswer = reader.Text("serverAnswer"),
    });

    private InventoryRule? Rule(ObjectReader reader, string name) =>
        reader.Object(name) is { } members ? rules.Read(members) : null;

    private static DateOnly Date(ObjectReader reader, string name)
    {
        if (!DateOnly.TryParseExact(reader.Text(name), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
        {
            reader.Problem(name, "It must be a date such as 2025-01-31.");
        }

        return date;
    }
}

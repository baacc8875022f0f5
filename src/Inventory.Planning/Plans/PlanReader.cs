using System.Globalization;
using Inventory.Documents;

namespace Inventory.Planning;

/// <summary>Reads a plan from the nodes that <see cref="PlanNodes"/> writes. For one plan.</summary>
internal sealed class PlanReader(RuleNodes rules)
{
    private readonly DocumentProblems _problems = new();

    /// <exception cref="InvalidDocumentException">It cannot be read; every problem is named with line and path.</exception>
    public Plan Read(string text)
    {
        var reader = new ObjectReader(JsonNodes.Parse(text, _problems), "", _problems);
        RefuseOtherVersion(reader);
        var hash = reader.RequiredText("hash");
        var isPruning = Boolean(reader, "prune");

        // It is counted from the buckets.
        _ = reader.One("summary");
        ValueList<BucketPlan> buckets = [.. reader.Objects("buckets").Select(Bucket)];
        reader.RefuseUnread();
        _problems.ThrowIfAny();
        return new() { Hash = hash, IsPruning = isPruning, Buckets = buckets };
    }

    private void RefuseOtherVersion(ObjectReader reader)
    {
        if (reader.Integer("version") is var version && version != PlanJson.Version)
        {
            reader.Problem("version", string.Create(CultureInfo.InvariantCulture,
                $"{(version is null ? "It is required and missing" : $"It is {version}")}, and what is read here is {PlanJson.Version}. Make the plan anew."));

            // A plan of another version would be nothing but problems.
            _problems.ThrowIfAny();
        }
    }

    private BucketPlan Bucket(ObjectReader reader)
    {
        var (account, bucket) = (reader.RequiredText("account"), reader.RequiredText("bucket"));
        var failure = reader.Object("failure") is { } failed ? Failure(failed, account, bucket) : null;
        return Whole(reader, new BucketPlan
        {
            Account = account,
            Bucket = bucket,
            Provider = reader.Text("provider"),
            Unchanged = Number(reader, "unchanged"),
            Changes = [.. reader.Objects("changes").Select(Change)],
            Refusals = [.. reader.Objects("refusals").Select(Refusal)],
            Unmanaged = [.. reader.Texts("unmanaged")],
            Failure = failure,
        });
    }

    private PlannedChange Change(ObjectReader reader) => Whole(reader, new PlannedChange
    {
        Kind = Name<ChangeKind>(reader, "kind"),
        RuleId = reader.RequiredText("ruleId"),
        IsDeleteAndPut = Boolean(reader, "isDeleteAndPut"),
        Source = reader.Text("source"),
        Differences = [.. reader.Objects("differences").Select(d => Whole(d, new PathDifference(d.RequiredText("path"), d.Text("before"), d.Text("after"))))],
        Notices = [.. reader.Objects("notices").Select(Violation)],
        Before = Rule(reader, "before"),
        After = Rule(reader, "after"),
    });

    private RuleRefusal Refusal(ObjectReader reader) => Whole(reader, new RuleRefusal
    {
        RuleId = reader.Text("ruleId") ?? "",
        IsThere = Boolean(reader, "isThere"),
        Source = reader.Text("source"),
        Violations = [.. reader.Objects("violations").Select(Violation)],
        Choices = reader.Try("choices", () => reader.Texts("choices").Select(Acceptance.Parse).ToValueList(), []),
    });

    private RuleViolation Violation(ObjectReader reader) => Whole(reader, new RuleViolation
    {
        Kind = Name<RuleViolationKind>(reader, "kind"),
        Severity = Name<ViolationSeverity>(reader, "severity"),
        Path = reader.RequiredText("path"),
        Provider = reader.RequiredText("provider"),
        Reason = reader.Text("reason") ?? "",
        Remedy = reader.Text("remedy") ?? "",
        Feature = reader.One("feature") is null ? null : Name<InventoryFeature>(reader, "feature"),
        Evidence = [.. reader.Objects("evidence").Select(e => Whole(e, new Evidence(e.Text("reading") ?? "", e.Text("source") ?? "", Date(e, "dated"))))],
        ServerAnswer = reader.Text("serverAnswer"),
    });

    private static BucketFailure Failure(ObjectReader reader, string account, string bucket) => Whole(reader, new BucketFailure
    {
        Account = account,
        Bucket = bucket,
        Kind = Name<InventoryErrorKind>(reader, "kind"),
        Reason = reader.Text("reason") ?? "",
        RequestId = reader.Text("requestId"),
        Unreadable = [.. reader.Texts("unreadable")],
        MoreUnreadable = reader.One("moreUnreadable") is null ? 0 : Number(reader, "moreUnreadable"),
    });

    private InventoryRule? Rule(ObjectReader reader, string name) =>
        reader.Object(name) is { } members ? rules.Read(members) : null;

    /// <summary>What was read of an object, with a problem for each member that nobody asked for.</summary>
    private static T Whole<T>(ObjectReader reader, T read)
    {
        reader.RefuseUnread();
        return read;
    }

    private static bool Boolean(ObjectReader reader, string name)
    {
        if (reader.One(name) is { Kind: DocumentNodeKind.Boolean } node)
        {
            return node.Text == "true";
        }

        reader.Problem(name, "It must be true or false.");
        return false;
    }

    private static int Number(ObjectReader reader, string name)
    {
        if (reader.Integer(name) is >= 0 and <= int.MaxValue and var number)
        {
            return (int)number;
        }

        reader.Problem(name, "It must be a whole number, 0 or more.");
        return 0;
    }

    private static DateOnly Date(ObjectReader reader, string name)
    {
        if (!DateOnly.TryParseExact(reader.Text(name), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
        {
            reader.Problem(name, "It must be a date such as 2025-01-31.");
        }

        return date;
    }

    private static T Name<T>(ObjectReader reader, string name)
        where T : struct, Enum
    {
        var text = reader.Text(name) ?? "";
        if (Array.IndexOf(Enum.GetNames<T>(), text) >= 0)
        {
            return Enum.Parse<T>(text);
        }

        reader.Problem(name, $"It must be one of {string.Join(", ", Enum.GetNames<T>())}.");
        return default;
    }
}

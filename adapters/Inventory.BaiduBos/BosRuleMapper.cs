using System.Globalization;
using Inventory.Documents;

namespace Inventory.BaiduBos;

/// <summary>A rule as BOS's JSON document, and back. Pure; members in the same order in both.</summary>
internal static class BosRuleMapper
{
    private const string ThreeDaily = "ThreeDaily";
    private const string Monthly = "Monthly";

    /// <summary>Writes a rule.</summary>
    /// <param name="rule">A rule that BOS can hold.</param>
    /// <param name="bucket">The source bucket: BOS names it in each prefix.</param>
    public static DocumentNode ToWire(InventoryRule rule, string bucket)
    {
        var extension = rule.Extension<BosInventoryExtension>() ?? new();
        return DocumentNode.Object(
        [
            Text("id", rule.Id),
            Text("status", rule.IsEnabled ? "enabled" : "disabled"),
            new("resource", DocumentNode.Array([.. Resource(rule.Filter.Prefixes, extension.Resource, bucket).Select(DocumentNode.Of)])),
            .. Schedule(rule.Schedule),
            new("destination", Destination(rule.Destination, extension.Unknown)),
            .. rule.IncludedObjectVersions == InventoryObjectVersions.Unspecified ? [] : new[] { Text("includedObjectVersions", rule.IncludedObjectVersions.Text) },
            .. Unknown(extension.Unknown, ""),
        ]);
    }

    /// <summary>Reads a rule.</summary>
    /// <param name="node">The object.</param>
    /// <param name="bucket">The source bucket; null to take it from the rule itself.</param>
    /// <param name="problems">Where problems go; where there is one, the result is of no account.</param>
    public static InventoryRule FromWire(DocumentNode node, string? bucket, DocumentProblems problems)
    {
        var root = new ObjectReader(node, "", problems);
        var id = root.RequiredText("id");
        var isEnabled = Status(root);
        var resource = root.Texts("resource");
        if (resource.Count == 0)
        {
            root.Problem("resource", "It is required: \"BUCKET/*\" for the whole bucket, \"BUCKET/PREFIX*\" for a prefix.");
        }

        var (prefixes, verbatim) = Prefixes(resource, bucket ?? SourceBucket(resource));
        var schedule = Schedule(root);
        var destinationReader = root.RequiredObject("destination");
        var destination = Destination(destinationReader);
        var versions = Versions(root.Text("includedObjectVersions"));
        var extension = new BosInventoryExtension { Resource = verbatim, Unknown = [.. Unknown(root), .. Unknown(destinationReader)] };
        return new()
        {
            Id = id,
            IsEnabled = isEnabled,
            Destination = destination,
            Schedule = schedule,
            Filter = new() { Prefixes = prefixes },
            IncludedObjectVersions = versions,
            Extensions = extension is { Resource.IsEmpty: true, Unknown.IsEmpty: true } ? [] : [extension],
        };
    }

    /// <summary>A rule as BOS gives it back: through the text itself where it holds content that is not known, which the text alone tells how to read.</summary>
    public static InventoryRule Echo(InventoryRule rule, DocumentProblems problems)
    {
        var extension = rule.Extension<BosInventoryExtension>();

        // Any bucket serves, but for one that the rule's own list names: what the list says of that one would be taken for prefixes.
        var bucket = "any-bucket";
        while (extension?.Resource.Any(entry => entry.StartsWith($"{bucket}/", StringComparison.Ordinal)) == true)
        {
            bucket += "-";
        }

        var document = ToWire(rule, bucket);
        return FromWire(extension is { Unknown.IsEmpty: false } ? JsonNodes.Parse(JsonNodes.Write(document, isIndented: false)) : document, bucket, problems);
    }

    /// <summary>Whether a resource list says no more than prefixes of the bucket, so that it would be read as those.</summary>
    public static bool IsPrefixes(ValueList<string> resource, string bucket) => !resource.IsEmpty && Prefixes(resource, bucket).Verbatim.IsEmpty;

    /// <summary>The bucket that a resource list names; null where its first entry names none.</summary>
    public static string? SourceBucket(IReadOnlyList<string> resource) =>
        resource.Count > 0 && resource[0].IndexOf('/', StringComparison.Ordinal) is > 0 and var slash ? resource[0][..slash] : null;

    private static IEnumerable<string> Resource(ValueList<string> prefixes, ValueList<string> verbatim, string bucket) =>
        !verbatim.IsEmpty ? verbatim : prefixes.IsEmpty ? [$"{bucket}/*"] : prefixes.Select(prefix => $"{bucket}/{prefix}*");

    /// <summary>The prefixes that a resource list says, or the list itself where it says something else.</summary>
    private static (ValueList<string> Prefixes, ValueList<string> Verbatim) Prefixes(IReadOnlyList<string> resource, string? bucket)
    {
        List<string> prefixes = [];
        foreach (var entry in resource)
        {
            // The trailing star may be missing; a star before the end would lose what follows it.
            var rest = bucket is not null && entry.StartsWith($"{bucket}/", StringComparison.Ordinal) ? entry[(bucket.Length + 1)..] : null;
            var prefix = rest is not null && rest.EndsWith('*') ? rest[..^1] : rest;
            if (prefix is null || prefix.Contains('*', StringComparison.Ordinal))
            {
                return ([], resource.ToValueList());
            }

            prefixes.Add(prefix);
        }

        return (prefixes.ToValueList(), []);
    }

    private static bool Status(ObjectReader root)
    {
        var status = root.RequiredText("status");
        var isEnabled = status.Equals("enabled", StringComparison.OrdinalIgnoreCase);
        if (!isEnabled && status.Length > 0 && !status.Equals("disabled", StringComparison.OrdinalIgnoreCase))
        {
            root.Problem("status", $"'{status}' must be enabled or disabled.");
        }

        return isEnabled;
    }

    private static DocumentMember[] Schedule(InventorySchedule schedule) => schedule.Kind switch
    {
        InventoryScheduleKind.EveryThreeDays => [Text("schedule", ThreeDaily)],
        InventoryScheduleKind.Monthly =>
        [
            Text("schedule", Monthly),
            new("monthlyDate", DocumentNode.Scalar(DocumentNodeKind.Number, schedule.DayOfMonth!.Value.ToString(CultureInfo.InvariantCulture))),
        ],
        InventoryScheduleKind.Other => [Text("schedule", schedule.Text!)],
        _ => [Text("schedule", schedule.Kind.ToString())],
    };

    private static InventorySchedule Schedule(ObjectReader root)
    {
        if (root.One("schedule") is { Kind: not DocumentNodeKind.Text } node)
        {
            root.Problem("schedule", $"It must be a text such as \"Weekly\", and is {JsonNodes.Write(node, isIndented: false)}.");
            return InventorySchedule.Weekly;
        }

        var text = root.RequiredText("schedule");

        // One SDK sends a date of 0 with every rule; any other date that belongs to no monthly schedule is kept with what is unknown.
        var isDateOurs = text == Monthly || root.Node.Members.Any(m => m.Name == "monthlyDate" && m.Node is { Kind: DocumentNodeKind.Null } or { Text: "0" });
        var date = isDateOurs ? root.Integer("monthlyDate") : null;
        return text switch
        {
            ThreeDaily => InventorySchedule.EveryThreeDays,
            "Weekly" => InventorySchedule.Weekly,
            "Once" => InventorySchedule.Once,
            Monthly when date is not (null or 0) => root.Try("monthlyDate", () => InventorySchedule.Monthly(checked((int)date.Value)), InventorySchedule.Weekly),
            "" => InventorySchedule.Weekly,
            _ => InventorySchedule.Other(BosCapabilities.ProviderName, text),
        };
    }

    private static DocumentNode Destination(InventoryDestination destination, ValueList<UnknownContent> unknown) => DocumentNode.Object(
    [
        Text("targetBucket", destination.Bucket),
        .. destination.Prefix is { } prefix ? [Text("targetPrefix", prefix)] : Array.Empty<DocumentMember>(),
        Text("format", destination.Format.Text),
        .. Unknown(unknown, "destination"),
    ]);

    private static InventoryDestination Destination(ObjectReader reader)
    {
        var bucket = reader.RequiredText("targetBucket");
        var prefix = reader.Text("targetPrefix");
        var format = reader.RequiredText("format");
        return new()
        {
            Bucket = bucket,
            Prefix = prefix,
            Format = InventoryFormat.TryParse(format, out var known) ? known : format.Length == 0 ? default : InventoryFormat.Other(BosCapabilities.ProviderName, format),
        };
    }

    private static InventoryObjectVersions Versions(string? text) => text switch
    {
        null or "" => InventoryObjectVersions.Unspecified,
        "All" => InventoryObjectVersions.All,
        "Current" => InventoryObjectVersions.Current,
        _ => InventoryObjectVersions.Other(BosCapabilities.ProviderName, text),
    };

    private static IEnumerable<DocumentMember> Unknown(ValueList<UnknownContent> unknown, string path) =>
        unknown.IsEmpty ? [] : unknown.Where(u => u.Path == path).Select(u => new DocumentMember(u.Name, JsonNodes.Parse(u.Text)));

    // In the order of the names: the members of an object have none of their own, and a service may give them back in another.
    private static IEnumerable<UnknownContent> Unknown(ObjectReader reader)
    {
        var unread = reader.Unread;
        return unread.Count == 0 ? [] : unread
            .OrderBy(member => member.Name, StringComparer.Ordinal)
            .Select(member => new UnknownContent(reader.Path, member.Name, JsonNodes.Write(member.Node, isIndented: false)));
    }

    private static DocumentMember Text(string name, string text) => new(name, DocumentNode.Of(text));
}

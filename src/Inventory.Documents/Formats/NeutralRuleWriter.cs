using System.Globalization;

namespace Inventory.Documents;

/// <summary>Writes a rule as the nodes of a neutral file: members in the order of the model, defaults left out.</summary>
internal sealed class NeutralRuleWriter(string format, IReadOnlyDictionary<string, IExtensionDocument> extensions, bool hasId = true)
{
    /// <exception cref="InventoryRuleRejectedException">The rule has a part that could not be read back.</exception>
    public DocumentNode Write(RuleDocument document)
    {
        var rule = document.Rule;
        List<RuleViolation> violations = [.. Refused(rule)];
        if (violations.Count > 0)
        {
            throw new InventoryRuleRejectedException(format, rule.Id, violations);
        }

        List<DocumentMember> members = [];
        if (hasId)
        {
            members.Add(new("id", DocumentNode.Of(rule.Id)));
        }

        Add(members, "sourceBucket", string.IsNullOrEmpty(document.SourceBucket) ? null : document.SourceBucket);
        members.Add(new("isEnabled", DocumentNode.Scalar(DocumentNodeKind.Boolean, rule.IsEnabled ? "true" : "false")));
        members.Add(new("destination", Destination(rule.Destination)));
        members.Add(new("schedule", OpenValue<InventorySchedule>.Write(rule.Schedule.Provider, rule.Schedule.Text ?? rule.Schedule.ToString())));
        AddUnlessEmpty(members, "filter", Filter(rule.Filter));
        if (rule.IncludedObjectVersions != InventoryObjectVersions.Current)
        {
            var versions = rule.IncludedObjectVersions;
            members.Add(new("includedObjectVersions", OpenValue<InventoryObjectVersions>.Write(versions.Provider, versions.Text)));
        }

        AddUnlessEmpty(members, "optionalFields", rule.OptionalFields.Select(f => OpenValue<InventoryField>.Write(f.Provider, f.Text)));
        AddUnlessEmpty(members, "extensions", [.. rule.Extensions.Select(e => new DocumentMember(e.Key, extensions[e.Key].Write(e)))]);
        return Whole(rule, DocumentNode.Object(members));
    }

    private DocumentNode Whole(InventoryRule rule, DocumentNode root)
    {
        List<RuleViolation> violations =
        [
            .. NodeText.HalfCharacters(root, "").Select(path => Violation(RuleViolationKind.TextLimit, path, NodeText.HalfCharacter, "Correct it.")),
        ];
        return violations.Count == 0 ? root : throw new InventoryRuleRejectedException(format, rule.Id, violations);
    }

    private static DocumentNode Destination(InventoryDestination destination)
    {
        List<DocumentMember> members = [new("bucket", DocumentNode.Of(destination.Bucket))];
        Add(members, "prefix", destination.Prefix);
        if (destination.Format != InventoryFormat.Csv)
        {
            members.Add(new("format", OpenValue<InventoryFormat>.Write(destination.Format.Provider, destination.Format.Text)));
        }

        if (destination.Encryption is { } encryption)
        {
            List<DocumentMember> settings = [new("kind", DocumentNode.Of(encryption.Kind.ToString()))];
            Add(settings, "keyId", encryption.KeyId);
            members.Add(new("encryption", DocumentNode.Object(settings)));
        }

        return DocumentNode.Object(members);
    }

    private static List<DocumentMember> Filter(InventoryFilter filter)
    {
        List<DocumentMember> members = [];
        AddUnlessEmpty(members, "prefixes", filter.Prefixes.Select(DocumentNode.Of));
        List<DocumentMember> times = [];
        Add(times, "begin", filter.LastModified?.Begin is { } begin ? Instants.Write(begin) : null);
        Add(times, "end", filter.LastModified?.End is { } end ? Instants.Write(end) : null);
        AddUnlessEmpty(members, "lastModified", times);
        List<DocumentMember> sizes = [];
        AddNumber(sizes, "lower", filter.ObjectSize?.Lower);
        AddNumber(sizes, "upper", filter.ObjectSize?.Upper);
        AddUnlessEmpty(members, "objectSize", sizes);
        AddUnlessEmpty(members, "storageClasses", filter.StorageClasses.Select(c => OpenValue<InventoryStorageClass>.Write(c.Provider, c.Text)));
        return members;
    }

    private IEnumerable<RuleViolation> Refused(InventoryRule rule)
    {
        if (rule.Id.Length == 0)
        {
            yield return Violation(RuleViolationKind.TextLimit, RulePaths.Id, "It is empty.", "Name the rule.");
        }

        if (rule.Destination.Bucket.Length == 0)
        {
            yield return Violation(RuleViolationKind.TextLimit, RulePaths.DestinationBucket, "It is empty.", "Name the bucket.");
        }

        if (rule.Filter.StorageClasses.Contains(default))
        {
            yield return Violation(
                RuleViolationKind.UnrecognizedValue, RulePaths.FilterStorageClasses, "One of them is no storage class at all.", "Leave it out.");
        }

        if (rule.OptionalFields.Contains(default))
        {
            yield return Violation(RuleViolationKind.UnrecognizedValue, RulePaths.OptionalFields, "One of them is no field at all.", "Leave it out.");
        }

        foreach (var group in rule.Extensions.GroupBy(e => e.Key, StringComparer.Ordinal))
        {
            var path = $"{RulePaths.Extensions}[{group.Key}]";
            if (!extensions.ContainsKey(group.Key))
            {
                var registered = extensions.Count == 0 ? "none" : string.Join(", ", extensions.Keys.Order(StringComparer.Ordinal));
                yield return Violation(
                    RuleViolationKind.ForeignExtension,
                    path,
                    $"No adapter registered how to write it. Registered: {registered}.",
                    "Register its adapter, or leave the extension out.");
            }
            else if (group.Count() > 1)
            {
                yield return Violation(RuleViolationKind.Contradiction, path, "A rule holds one extension of a key.", "Leave the others out.");
            }
        }
    }

    private RuleViolation Violation(RuleViolationKind kind, string path, string reason, string remedy) =>
        new() { Kind = kind, Path = path, Provider = format, Reason = reason, Remedy = remedy };

    private static void Add(List<DocumentMember> members, string name, string? text)
    {
        if (text is not null)
        {
            members.Add(new(name, DocumentNode.Of(text)));
        }
    }

    private static void AddNumber(List<DocumentMember> members, string name, long? number)
    {
        if (number is { } n)
        {
            members.Add(new(name, DocumentNode.Scalar(DocumentNodeKind.Number, n.ToString(CultureInfo.InvariantCulture))));
        }
    }

    private static void AddUnlessEmpty(List<DocumentMember> members, string name, List<DocumentMember> content)
    {
        if (content.Count > 0)
        {
            members.Add(new(name, DocumentNode.Object(content)));
        }
    }

    private static void AddUnlessEmpty(List<DocumentMember> members, string name, IEnumerable<DocumentNode> items)
    {
        List<DocumentNode> content = [.. items];
        if (content.Count > 0)
        {
            members.Add(new(name, DocumentNode.Array(content)));
        }
    }
}

using Inventory.Documents;

namespace Inventory.AlibabaOss;

internal static partial class OssRuleMapper
{
    /// <summary>Reads a rule.</summary>
    /// <param name="node">What the element <c>InventoryConfiguration</c> holds.</param>
    /// <param name="options">What the options say of access: the rule carries only what differs.</param>
    /// <param name="problems">Where problems go; where there is one, the result is of no account.</param>
    public static InventoryRule FromWire(DocumentNode node, OssAccessExtension options, DocumentProblems problems)
    {
        var unknown = new UnknownReader();
        var root = new ObjectReader(node, "", problems, "/");
        var id = root.RequiredText("Id");
        var isEnabled = root.Boolean("IsEnabled");
        if (isEnabled is null && root.Text("IsEnabled") is null or "")
        {
            root.Problem("IsEnabled", "It is required and missing.");
        }

        var outer = root.RequiredObject("Destination");
        var inner = outer.RequiredObject("OSSBucketDestination");
        var (destination, access) = Destination(inner, unknown);
        unknown.Keep(outer);
        var (schedule, autoDelete) = Schedule(root.RequiredObject("Schedule"), unknown);
        var filter = root.Object("Filter") is { } filterReader ? Filter(filterReader, unknown) : InventoryFilter.WholeBucket;
        var versions = root.Text("IncludedObjectVersions") is { Length: > 0 } text ? Versions(Token(text)) : InventoryObjectVersions.Unspecified;
        var fields = Fields(root.Object("OptionalFields"), unknown).Select(Field).ToValueList();
        var incremental = root.Object("IncrementalInventory") is { Node.IsEmpty: false } incrementalReader ? Incremental(incrementalReader, unknown) : null;
        unknown.Keep(root);
        return new()
        {
            Id = id,
            IsEnabled = isEnabled == true,
            Destination = destination,
            Schedule = schedule,
            Filter = filter,
            IncludedObjectVersions = versions,
            OptionalFields = fields,
            Extensions = Extensions(access.Beyond(options), incremental, autoDelete, unknown),
        };
    }

    /// <summary>A rule as OSS gives it back: through the text itself where it holds content that is not known, which the text alone tells how to read.</summary>
    /// <exception cref="InventoryException">XML cannot hold a text of the rule; of kind <see cref="InventoryErrorKind.InvalidRequest"/>.</exception>
    public static InventoryRule Echo(InventoryRule rule, OssAccessExtension options, DocumentProblems problems)
    {
        var document = ToWire(rule, options);
        if (rule.Extension<OssInventoryExtension>() is { Unknown.IsEmpty: false })
        {
            return FromWire(XmlNodes.Parse(XmlNodes.WriteBytes(document)).Node, options, problems);
        }

        XmlNodes.RefuseUnwritable(document);
        return FromWire(document.Node, options, problems);
    }

    private static (InventoryDestination Destination, OssAccessExtension Access) Destination(ObjectReader reader, UnknownReader unknown)
    {
        var format = Token(reader.RequiredText("Format"));
        var access = new OssAccessExtension { AccountId = reader.Text("AccountId"), RoleArn = reader.Text("RoleArn") };
        var bucket = reader.RequiredText("Bucket");
        var destination = new InventoryDestination
        {
            Bucket = bucket.StartsWith(BucketArnPrefix, StringComparison.Ordinal) ? bucket[BucketArnPrefix.Length..] : bucket,
            Prefix = reader.Text("Prefix"),
            Format = InventoryFormat.TryParse(format, out var known) ? known : format.Length == 0 ? default : InventoryFormat.Other(OssCapabilities.ProviderName, format),
            Encryption = reader.Object("Encryption") is { } encryption ? Encryption(encryption, unknown) : null,
        };
        unknown.Keep(reader);
        return (destination, access);
    }

    private static InventoryEncryption? Encryption(ObjectReader reader, UnknownReader unknown)
    {
        var managed = reader.Object("SSE-OSS");
        var kms = reader.Object("SSE-KMS");
        if (managed is not null && kms is not null)
        {
            reader.Problem("SSE-KMS", "SSE-OSS and SSE-KMS are both given, and a report has one encryption.");
        }

        if (managed?.Text("KeyId") is not null)
        {
            managed.Problem("KeyId", "A key id belongs to SSE-KMS: OSS keeps the key of SSE-OSS itself.");
        }

        var keyId = kms?.Text("KeyId");
        unknown.Keep(managed);
        unknown.Keep(kms);
        unknown.Keep(reader);
        return managed is not null ? InventoryEncryption.ServiceManaged
            : kms is null ? null
            : string.IsNullOrEmpty(keyId) ? InventoryEncryption.KmsDefaultKey
            : InventoryEncryption.Kms(keyId);
    }

    private static (InventorySchedule Schedule, bool AutoDelete) Schedule(ObjectReader reader, UnknownReader unknown)
    {
        var frequency = Token(reader.RequiredText("Frequency"));
        var day = frequency == "Monthly" ? reader.Integer("DayOfMonth") : null;
        var schedule = frequency switch
        {
            "Daily" => InventorySchedule.Daily,
            "Weekly" => InventorySchedule.Weekly,
            "Once" => InventorySchedule.Once,
            "Monthly" when day is null or 0 => InventorySchedule.EveryThirtyDays,
            "Monthly" => reader.Try("DayOfMonth", () => InventorySchedule.Monthly(checked((int)day.Value)), InventorySchedule.EveryThirtyDays),
            "" => InventorySchedule.Daily,
            _ => InventorySchedule.Other(OssCapabilities.ProviderName, frequency),
        };
        var autoDelete = reader.Boolean("AutoDelete") ?? false;
        unknown.Keep(reader);
        return (schedule, autoDelete);
    }

    private static InventoryFilter Filter(ObjectReader reader, UnknownReader unknown)
    {
        var filter = new InventoryFilter
        {
            Prefixes = [reader.Text("Prefix") ?? ""],
            LastModified = new() { Begin = Instant(reader, "LastModifyBeginTimeStamp"), End = Instant(reader, "LastModifyEndTimeStamp") },
            ObjectSize = new() { Lower = Size(reader, "LowerSizeBound"), Upper = Size(reader, "UpperSizeBound") },
            StorageClasses = Classes(reader.Text("StorageClass")),
        };
        unknown.Keep(reader);
        return filter;
    }

    // OSS echoes what was not set as empty or zero.
    private static DateTimeOffset? Instant(ObjectReader reader, string name) =>
        reader.Integer(name) is { } seconds and not 0 ? reader.Try<DateTimeOffset?>(name, () => DateTimeOffset.FromUnixTimeSeconds(seconds), null) : null;

    private static long? Size(ObjectReader reader, string name) =>
        reader.Integer(name) is { } bytes ? reader.Try<long?>(name, () => new ObjectSizeRange { Lower = bytes }.Lower, null) : null;

    private static ValueList<InventoryStorageClass> Classes(string? list)
    {
        var names = (list ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return names.Contains("All") ? [] : names.Select(Class).ToValueList();
    }

    private static InventoryStorageClass Class(string name)
    {
        var at = Array.FindIndex(StorageClasses, c => c.Wire == name);
        return at >= 0 ? StorageClasses[at].Neutral : InventoryStorageClass.Other(OssCapabilities.ProviderName, name);
    }

    private static InventoryObjectVersions Versions(string text) => text switch
    {
        "All" => InventoryObjectVersions.All,
        "Current" => InventoryObjectVersions.Current,
        _ => InventoryObjectVersions.Other(OssCapabilities.ProviderName, text),
    };

    private static ValueList<string> Fields(ObjectReader? reader, UnknownReader unknown)
    {
        if (reader is null)
        {
            return [];
        }

        var fields = reader.Texts("Field").Select(Token).ToValueList();
        unknown.Keep(reader);
        return fields;
    }

    // White space around a value of an enumeration is layout, as it is around a boolean; nothing else is no value.
    private static string Token(string text) => text.Trim() is { Length: > 0 } token ? token : text;

    private static InventoryField Field(string text) =>
        InventoryField.TryParse(text, out var known) ? known : InventoryField.Other(OssCapabilities.ProviderName, text);

    private static OssIncrementalInventory Incremental(ObjectReader reader, UnknownReader unknown)
    {
        var isEnabled = reader.Boolean("IsEnabled");
        var schedule = reader.Object("Schedule");
        var incremental = new OssIncrementalInventory
        {
            IsEnabled = isEnabled ?? true,
            FrequencySeconds = OssIncrementalInventory.ReadSeconds(schedule, "Frequency"),
            OptionalFields = Fields(reader.Object("OptionalFields"), unknown),
        };
        unknown.Keep(schedule);
        unknown.Keep(reader);
        return incremental;
    }

    private static ValueList<InventoryExtension> Extensions(OssAccessExtension? access, OssIncrementalInventory? incremental, bool autoDelete, UnknownReader unknown)
    {
        var found = unknown.Found;
        var own = incremental is null && !autoDelete && found.IsEmpty
            ? null
            : new OssInventoryExtension { IncrementalInventory = incremental, AutoDelete = autoDelete, Unknown = found };
        return (access, own) switch
        {
            (null, null) => [],
            (null, _) => [own],
            (_, null) => [access],
            _ => [access, own],
        };
    }

    /// <summary>Gathers what nobody asked for, container by container.</summary>
    private sealed class UnknownReader
    {
        private List<UnknownContent>? _found;

        public ValueList<UnknownContent> Found => _found is null ? [] : _found.ToValueList();

        public void Keep(ObjectReader? reader)
        {
            if (reader?.Unread is { Count: > 0 })
            {
                (_found ??= []).AddRange(OssUnknownContent.FromWire(reader));
            }
        }
    }
}

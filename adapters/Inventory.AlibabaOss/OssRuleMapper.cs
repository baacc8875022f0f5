using Inventory.Documents;

namespace Inventory.AlibabaOss;

/// <summary>A rule as OSS's <c>InventoryConfiguration</c>, and back. Pure; members in the same order in both.</summary>
internal static partial class OssRuleMapper
{
    public const string RootName = "InventoryConfiguration";

    private const string DestinationPath = "Destination/OSSBucketDestination";
    private const string BucketArnPrefix = "acs:oss:::";

    private static readonly (InventoryStorageClass Neutral, string Wire)[] StorageClasses =
    [
        (InventoryStorageClass.Standard, "Standard"),
        (InventoryStorageClass.InfrequentAccess, "IA"),
        (InventoryStorageClass.Archive, "Archive"),
        (InventoryStorageClass.ColdArchive, "ColdArchive"),
        (InventoryStorageClass.DeepColdArchive, "DeepColdArchive"),
    ];

    /// <summary>Writes a rule.</summary>
    /// <param name="rule">A rule that OSS can hold.</param>
    /// <param name="options">What the options say of access; the rule's own access extension goes over it.</param>
    public static DocumentMember ToWire(InventoryRule rule, OssAccessExtension options)
    {
        var access = (OssAccessExtension)(rule.Extension<OssAccessExtension>()?.Over(options) ?? options);
        var extension = rule.Extension<OssInventoryExtension>() ?? new();
        var writer = new ContainerWriter(extension.Unknown);
        return new(RootName, writer.Container("",
        [
            Text("Id", rule.Id),
            Text("IsEnabled", Boolean(rule.IsEnabled)),
            new("Destination", writer.Container("Destination", [new("OSSBucketDestination", Destination(rule.Destination, access, writer))])),
            new("Schedule", Schedule(rule.Schedule, extension.AutoDelete, writer)),
            .. Optional("Filter", Filter(rule.Filter, writer)),
            .. rule.IncludedObjectVersions == InventoryObjectVersions.Unspecified ? [] : new[] { Text("IncludedObjectVersions", rule.IncludedObjectVersions.Text) },
            .. Optional("OptionalFields", Fields("OptionalFields", rule.OptionalFields.Select(f => f.Text), writer)),
            .. Optional("IncrementalInventory", Incremental(extension.IncrementalInventory, writer)),
        ]));
    }

    private static DocumentNode Destination(InventoryDestination destination, OssAccessExtension access, ContainerWriter writer) => writer.Container(DestinationPath,
    [
        Text("Format", destination.Format.Text),
        .. access.AccountId is { } account ? [Text("AccountId", account)] : Array.Empty<DocumentMember>(),
        .. access.RoleArn is { } role ? [Text("RoleArn", role)] : Array.Empty<DocumentMember>(),
        Text("Bucket", BucketArnPrefix + destination.Bucket),
        .. destination.Prefix is { } prefix ? [Text("Prefix", prefix)] : Array.Empty<DocumentMember>(),
        .. Optional("Encryption", writer.Container($"{DestinationPath}/Encryption", Encryption(destination.Encryption, writer))),
    ]);

    private static DocumentMember[] Encryption(InventoryEncryption? encryption, ContainerWriter writer) => encryption switch
    {
        null => [],
        { Kind: InventoryEncryptionKind.ServiceManaged } => [new("SSE-OSS", writer.Container($"{DestinationPath}/Encryption/SSE-OSS", []))],
        { KeyId: var key } => [new("SSE-KMS", writer.Container($"{DestinationPath}/Encryption/SSE-KMS", key is null ? [] : [Text("KeyId", key)]))],
    };

    private static DocumentNode Schedule(InventorySchedule schedule, bool autoDelete, ContainerWriter writer)
    {
        DocumentMember[] members = schedule switch
        {
            { Kind: InventoryScheduleKind.Monthly } => [Text("Frequency", "Monthly"), Text("DayOfMonth", Number(schedule.DayOfMonth!.Value))],
            { Kind: InventoryScheduleKind.EveryThirtyDays } => [Text("Frequency", "Monthly")],
            { Kind: InventoryScheduleKind.Other } => [Text("Frequency", schedule.Text!)],
            _ => [Text("Frequency", schedule.Kind.ToString())],
        };
        return writer.Container("Schedule", autoDelete ? [.. members, Text("AutoDelete", "true")] : members);
    }

    private static DocumentNode Filter(InventoryFilter filter, ContainerWriter writer)
    {
        List<DocumentMember> members = [];
        if (!filter.Prefixes.IsEmpty)
        {
            members.Add(Text("Prefix", filter.Prefixes[0]));
        }

        Add("LastModifyBeginTimeStamp", filter.LastModified?.Begin?.ToUnixTimeSeconds());
        Add("LastModifyEndTimeStamp", filter.LastModified?.End?.ToUnixTimeSeconds());
        Add("LowerSizeBound", filter.ObjectSize?.Lower);
        Add("UpperSizeBound", filter.ObjectSize?.Upper);
        if (!filter.StorageClasses.IsEmpty)
        {
            members.Add(Text("StorageClass", string.Join(',', filter.StorageClasses.Select(ToWire))));
        }

        return writer.Container("Filter", members);

        void Add(string name, long? value)
        {
            if (value is { } number)
            {
                members.Add(Text(name, Number(number)));
            }
        }
    }

    private static DocumentNode Fields(string path, IEnumerable<string> fields, ContainerWriter writer)
    {
        var items = fields.Select(DocumentNode.Of).ToList();
        return writer.Container(path, items.Count == 0 ? [] : [new("Field", DocumentNode.Array(items))]);
    }

    private static DocumentNode Incremental(OssIncrementalInventory? incremental, ContainerWriter writer)
    {
        const string path = "IncrementalInventory";
        return incremental is null
            ? writer.Container(path, [])
            : writer.Container(path,
            [
                Text("IsEnabled", Boolean(incremental.IsEnabled)),
                .. Optional("Schedule", writer.Container($"{path}/Schedule", incremental.FrequencySeconds is { } seconds ? [Text("Frequency", Number(seconds))] : [])),
                .. Optional("OptionalFields", Fields($"{path}/OptionalFields", incremental.OptionalFields, writer)),
            ]);
    }

    private static string ToWire(InventoryStorageClass storageClass) =>
        Array.Find(StorageClasses, c => c.Neutral == storageClass).Wire ?? storageClass.Text;

    private static DocumentMember[] Optional(string name, DocumentNode container) => container.Members.Count == 0 ? [] : [new(name, container)];

    private static DocumentMember Text(string name, string text) => new(name, DocumentNode.Of(text));

    private static string Boolean(bool value) => value ? "true" : "false";

    private static string Number(long value) => value.ToString(System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>Makes containers, each with what stood in it that this library does not know.</summary>
    private readonly struct ContainerWriter(ValueList<UnknownContent> unknown)
    {
        public DocumentNode Container(string path, IReadOnlyList<DocumentMember> members) =>
            DocumentNode.Object(unknown.IsEmpty ? members : [.. members, .. Unknown(path)]);

        private IEnumerable<DocumentMember> Unknown(string path) => unknown.Where(u => u.Path == path).Select(OssUnknownContent.ToWire);
    }
}

using FsCheck;
using FsCheck.Fluent;
using Inventory.Documents;

namespace Inventory.AlibabaOss.Tests.Support;

/// <summary>Rules of everything that OSS holds, with texts that URLs, XML and JSON find hard.</summary>
internal static class OssRuleGenerator
{
    /// <summary>A storage class that the library does not know.</summary>
    public const string NewClass = "Frozen";

    /// <summary>A column that the library does not know.</summary>
    public const string NewField = "LastAccessDate";

    private static readonly Gen<string> Text =
        Gen.Elements("a", "Z9", "-", "_", "/", "//", "logs/", " ", "  ", "\"", "'", "\\", "%", "%2F", "+", "&", "&amp;", "<", ">", "]]>", "#", "?", "=", ",", ";", ":",
                "{", "]", "~", "*", "!", "(", "|", "^", "`", ".", "..", "é", "e\u0301", "汉字", "😀", "\u00A0", "\u2028", "\u200D", "\uFEFF", "İ", "null", "acs:oss:::", "<!--", "@", "#text")
            .ListOf()
            .Where(parts => parts.Count is > 0 and < 40)
            .Select(string.Concat);

    // OSS separates values by commas, and white space around one means nothing.
    private static readonly Gen<string> Value = Text.Select(t => $"x{t.Replace(",", "", StringComparison.Ordinal)}x");

    private static readonly Gen<string> Digits = Gen.Elements("0", "1", "9", "00").ListOf().Where(d => d.Count is > 0 and < 12).Select(string.Concat);

    private static readonly Gen<string> Role =
        from account in Digits
        from name in Gen.Elements("AliyunOSSRole", "r", "a-b_c.d", "<&>")
        select $"acs:ram::{account}:role/{name}";

    private static readonly Gen<InventoryEncryption?> Encryption = Gen.OneOf(
        Gen.Elements(null, InventoryEncryption.ServiceManaged, InventoryEncryption.KmsDefaultKey),
        Text.Select(key => (InventoryEncryption?)InventoryEncryption.Kms(key)));

    private static readonly Gen<InventorySchedule> KnownSchedule = Gen.OneOf(
        Gen.Elements(InventorySchedule.Daily, InventorySchedule.Weekly, InventorySchedule.EveryThirtyDays, InventorySchedule.Once),
        Gen.Choose(1, 31).Select(InventorySchedule.Monthly));

    private static readonly Gen<LastModifiedRange?> LastModified =
        from one in Maybe(Gen.Choose(1262275200, 1735689600))
        from other in Maybe(Gen.Choose(1262275200, 1735689600))
        select (LastModifiedRange?)new LastModifiedRange { Begin = At(one < other ? one : other ?? one), End = At(one < other ? other : other is null ? null : one) };

    private static readonly Gen<ObjectSizeRange?> ObjectSize =
        from one in Size()
        from other in Size()
        select (ObjectSizeRange?)new ObjectSizeRange { Lower = one < other ? one : other ?? one, Upper = one < other ? other : other is null ? null : one };

    private static readonly Gen<InventoryFilter> Filter =
        from prefix in Maybe(Text)
        from modified in LastModified
        from size in ObjectSize
        from classes in Gen.Elements([.. InventoryStorageClass.Known, InventoryStorageClass.Other("oss", NewClass)]).ListOf()
        select new InventoryFilter { Prefixes = [prefix ?? ""], LastModified = modified, ObjectSize = size, StorageClasses = [.. classes] };

    private static readonly Gen<InventoryField> Field = Gen.Elements([.. InventoryField.Known, InventoryField.Other("oss", NewField)]);

    /// <summary>Rules that a put to the emulator takes and keeps: values and content that it does not know are left out, and its one period is kept to.</summary>
    public static Gen<InventoryRule> Kept { get; } = Rule(
        KnownSchedule,
        Gen.Constant(InventoryFormat.Csv),
        Gen.Elements(InventoryObjectVersions.Current, InventoryObjectVersions.All),
        from incremental in Maybe(from isEnabled in Gen.Elements(true, false)
                                  from fields in Gen.Elements("SequenceNumber", "RecordType", "RecordTimestamp", "Requester", "RequestId", "SourceIp", "Size", "Crc64").ListOf()
                                  select new OssIncrementalInventory { IsEnabled = isEnabled, OptionalFields = [.. fields] })
        from autoDelete in Gen.Elements(true, false)
        select new OssInventoryExtension { IncrementalInventory = incremental, AutoDelete = autoDelete },
        Access(isWhole: false));

    /// <summary>Rules of everything that a document holds, values and content that the library does not know among it.</summary>
    public static Gen<InventoryRule> Held { get; } = Rule(
        Gen.OneOf(KnownSchedule, Value.Select(t => InventorySchedule.Other("oss", t))),
        Gen.OneOf(Gen.Constant(InventoryFormat.Csv), Value.Select(t => InventoryFormat.Other("oss", t))),
        Gen.OneOf(Gen.Elements(InventoryObjectVersions.Current, InventoryObjectVersions.All), Value.Select(t => InventoryObjectVersions.Other("oss", t))),
        from incremental in Maybe(from isEnabled in Gen.Elements(true, false)
                                  from seconds in Maybe(Gen.Choose(1, int.MaxValue))
                                  from fields in Text.ListOf()
                                  select new OssIncrementalInventory { IsEnabled = isEnabled, FrequencySeconds = seconds, OptionalFields = [.. fields] })
        from autoDelete in Gen.Elements(true, false)
        from unknown in Unknown(incremental is not null).ListOf()
        select new OssInventoryExtension
        {
            IncrementalInventory = incremental,
            AutoDelete = autoDelete,
            Unknown = [.. unknown.Where((u, i) => IsElement(u) || !unknown.Take(i).Any(earlier => (earlier.Path, earlier.Name) == (u.Path, u.Name)))],
        },
        Access(isWhole: true));

    private static Gen<InventoryRule> Rule(
        Gen<InventorySchedule> schedules, Gen<InventoryFormat> formats, Gen<InventoryObjectVersions> versions, Gen<OssInventoryExtension> extensions, Gen<OssAccessExtension> accesses) =>
        from id in Text
        from isEnabled in Gen.Elements(true, false)
        from prefix in Maybe(Text)
        from encryption in Encryption
        from format in formats
        from schedule in schedules
        from filter in Filter
        from version in versions
        from fields in Field.ListOf()
        from extension in extensions
        from access in accesses
        select new InventoryRule
        {
            Id = id,
            IsEnabled = isEnabled,
            Destination = new() { Bucket = OssCloud.Destination, Prefix = prefix, Format = format, Encryption = encryption },
            Schedule = schedule,
            Filter = filter,
            IncludedObjectVersions = version,
            OptionalFields = [.. fields],
            Extensions = [access, extension with { AutoDelete = extension.AutoDelete && schedule == InventorySchedule.Once }],
        };

    private static Gen<OssAccessExtension> Access(bool isWhole) =>
        from role in isWhole ? Role.Select(r => (string?)r) : Maybe(Role)
        from account in isWhole ? Digits.Select(d => (string?)d) : Maybe(Digits)
        select new OssAccessExtension { RoleArn = role, AccountId = account };

    private static Gen<UnknownContent> Unknown(bool hasIncremental) =>
        from path in Gen.Elements(
        [
            "", "Destination", "Destination/OSSBucketDestination", "Destination/OSSBucketDestination/Encryption", "Schedule", "Filter", "OptionalFields",
            .. hasIncremental ? ["IncrementalInventory", "IncrementalInventory/Schedule", "IncrementalInventory/OptionalFields"] : Array.Empty<string>(),
        ])
        from text in Text
        from content in Gen.Elements<UnknownContent>(
            new(path, "New", "<New />"), new(path, "New", "<New a=\"1\">汉<Deep>x</Deep><Deep>y</Deep></New>"), new(path, "Zz", "<Zz> &lt; </Zz>"), new(path, "@new", text), new(path, "#text", $"x{text}"))
        where content.Name != "#text" || path is "" or "Destination" or "Schedule"
        select content;

    private static bool IsElement(UnknownContent content) => content.Text.StartsWith('<') && content.Name is "New" or "Zz";

    private static Gen<long?> Size() => Gen.OneOf(
        Gen.Elements<long?>(null, 0, 1, 53_687_091_200_000),
        Gen.Choose(0, int.MaxValue).Select(n => (long?)n * 1024));

    private static DateTimeOffset? At(int? seconds) => seconds is { } s ? DateTimeOffset.FromUnixTimeSeconds(s) : null;

    private static Gen<int?> Maybe(Gen<int> gen) => Gen.OneOf(Gen.Constant<int?>(null), gen.Select(g => (int?)g));

    private static Gen<T?> Maybe<T>(Gen<T> gen)
        where T : class => Gen.OneOf(Gen.Constant<T?>(null), gen.Select(g => (T?)g));
}

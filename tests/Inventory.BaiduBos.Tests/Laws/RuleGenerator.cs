using FsCheck;
using FsCheck.Fluent;
using Inventory.Documents;

namespace Inventory.BaiduBos.Tests.Laws;

/// <summary>Rules that BOS holds: every member, every value, and what the extension keeps.</summary>
internal static class RuleGenerator
{
    private static readonly Gen<string> Text =
        Gen.Elements("a", "Z9", "-", "/", "logs/", " ", "\"", "\\", "//", "{", ",", "\n", "\r\n", "\t", "\u0001", "\u007f", "\u2028", "é", "汉字", "😀", "'", "null", "\uFEFF", "%2F", "?&#", "..")
            .ListOf()
            .Where(parts => parts.Count > 0)
            .Select(string.Concat);

    private static readonly Gen<string> Id =
        Gen.Elements("a", "Z", "0", ".", "_", "-", "rule", "LOGS", "2024").ListOf().Where(parts => parts.Count is > 0 and < 13).Select(string.Concat);

    private static readonly Gen<string> Bucket = Gen.Elements("abc", "dst-bucket", "0-9", new string('x', 63));

    private static readonly Gen<InventorySchedule> Known = Gen.OneOf(
        Gen.Elements(InventorySchedule.EveryThreeDays, InventorySchedule.Weekly, InventorySchedule.Once),
        Gen.Choose(1, 28).Select(InventorySchedule.Monthly));

    private static readonly Gen<InventoryObjectVersions> Versions = Gen.Elements<InventoryObjectVersions>([.. InventoryObjectVersions.Known]);

    private static readonly Gen<string> Json = Gen.OneOf(
        Gen.Elements("null", "true", "0", "-1.50", "1e3", "12345678901234567890", "{}", "[]", "{\"b\":[1,{\"a\":\"\\\"\"}],\"a\":null}", " { \"spaced\" : 1 } "),
        Text.Select(text => JsonNodes.Write(DocumentNode.Of(text), isIndented: false)));

    private static readonly Gen<UnknownContent> Unknown =
        from path in Gen.Elements("", "destination")
        from name in Gen.OneOf(Gen.Elements("monthlyDates", "x", "X", "Format", "é", "a.b", "a/b"), Text)
        from json in Json
        select new UnknownContent(path, name, json);

    private static readonly Gen<BosInventoryExtension> Extension =
        from resource in Gen.Frequency(
            (3, Gen.Constant(new List<string>())),
            (1, Gen.OneOf(Gen.Elements("src/a*b*", "src", "other/logs/*", "any-bucket/x*", "*", "src/*/x"), Text).NonEmptyListOf().Select(list => list.ToList())))
        from unknown in Gen.Frequency((2, Gen.Constant(new List<UnknownContent>())), (1, Unknown.ListOf().Select(list => list.DistinctBy(u => (u.Path, u.Name)).ToList())))
        select new BosInventoryExtension { Resource = [.. resource], Unknown = [.. unknown] };

    /// <summary>Rules of what this library names alone.</summary>
    public static Gen<InventoryRule> Named { get; } =
        from id in Id
        from isEnabled in Gen.Elements(true, false)
        from bucket in Bucket
        from prefix in Gen.OneOf(Gen.Constant<string?>(null), Text.Select(t => (string?)t))
        from schedule in Known
        from prefixes in Text.ListOf()
        from versions in Versions
        select new InventoryRule
        {
            Id = id,
            IsEnabled = isEnabled,
            Destination = new() { Bucket = bucket, Prefix = prefix },
            Schedule = schedule,
            Filter = new() { Prefixes = [.. prefixes] },
            IncludedObjectVersions = versions,
        };

    /// <summary>Rules with values and members that this library does not know, too. Some contradict themselves.</summary>
    public static Gen<InventoryRule> Any { get; } =
        from rule in Named
        from schedule in Gen.OneOf(Known, Other(InventorySchedule.Other, "Monthly", "Weekly", "weekly", "Daily"))
        from format in Gen.OneOf(Gen.Constant(InventoryFormat.Csv), Other(InventoryFormat.Other, "CSV", "csv"))
        from versions in Gen.OneOf(Versions, Other(InventoryObjectVersions.Other, "All", "Unspecified"))
        from extension in Extension
        select rule with
        {
            Schedule = schedule,
            Destination = rule.Destination with { Format = format },
            IncludedObjectVersions = versions,
            Filter = extension.Resource.IsEmpty ? rule.Filter : InventoryFilter.WholeBucket,
            Extensions = [extension],
        };

    private static Gen<T> Other<T>(Func<string, string, T> other, params string[] texts) =>
        Gen.OneOf(Gen.Elements(texts), Text).Select(text => other("bos", text));
}

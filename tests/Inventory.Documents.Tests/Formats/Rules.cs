using FsCheck;
using FsCheck.Fluent;

namespace Inventory.Documents.Tests;

/// <summary>Rules of every shape: every member, every known value, and values that one provider alone knows.</summary>
public static class Rules
{
    private static readonly Gen<string> Text =
        Gen.Elements("a", "Z9", "-", "/", "logs/", " ", "\"", "\\", "//", "{", ",", "\n", "\r\n", "\t", "\u0001", "\u2028", "é", "汉字", "😀", "'", "null", "\uFEFF", "#", ": ", "- ", "~", "no", "0x1F", "1e3", "2024-01-01", ":30", "\u0085", "\u202E", "&", "*", "!", "%", "@", "`", "|", ">", "?", "---", "...")
            .ListOf()
            .Where(parts => parts.Count > 0)
            .Select(string.Concat);

    private static readonly Gen<string> Provider = Gen.Elements("oss", "BOS", "third-party", "İ");

    private static readonly Gen<InventorySchedule> Schedule = Gen.OneOf(
        Gen.Elements(InventorySchedule.Daily, InventorySchedule.EveryThreeDays, InventorySchedule.Weekly, InventorySchedule.EveryThirtyDays, InventorySchedule.Once),
        Gen.Choose(1, 31).Select(InventorySchedule.Monthly),
        Other(InventorySchedule.Other));

    private static readonly Gen<InventoryEncryption?> Encryption = Gen.OneOf(
        Gen.Elements(null, InventoryEncryption.ServiceManaged, InventoryEncryption.KmsDefaultKey),
        Text.Select(key => (InventoryEncryption?)InventoryEncryption.Kms(key)));

    private static readonly Gen<InventoryDestination> Destination =
        from bucket in Text
        from prefix in Maybe(Text)
        from format in Open(InventoryFormat.Known, InventoryFormat.Other)
        from encryption in Encryption
        select new InventoryDestination { Bucket = bucket, Prefix = prefix, Format = format, Encryption = encryption };

    private static readonly Gen<DateTimeOffset?> Instant = Gen.OneOf(
        Gen.Elements<DateTimeOffset?>(null, DateTimeOffset.MinValue, DateTimeOffset.MaxValue, DateTimeOffset.UnixEpoch),
        from seconds in Gen.Choose(int.MinValue, int.MaxValue)
        from offset in Gen.Choose(-14 * 60, 14 * 60)
        select (DateTimeOffset?)DateTimeOffset.FromUnixTimeSeconds(seconds).ToOffset(TimeSpan.FromMinutes(offset)));

    private static readonly Gen<long?> Size = Gen.OneOf(
        Gen.Elements<long?>(null, 0, 1, long.MaxValue),
        Gen.Choose(0, int.MaxValue).Select(n => (long?)n * 1024));

    private static readonly Gen<InventoryFilter> Filter =
        from prefixes in Text.ListOf()
        from begin in Instant
        from end in Instant
        from lower in Size
        from upper in Size
        from classes in Open(InventoryStorageClass.Known, InventoryStorageClass.Other).ListOf()
        select new InventoryFilter
        {
            Prefixes = [.. prefixes],
            LastModified = new() { Begin = begin, End = end },
            ObjectSize = new() { Lower = lower, Upper = upper },
            StorageClasses = [.. classes],
        };

    private static readonly Gen<SampleExtension> Sample =
        from provider in Gen.Elements("sample", "another")
        from note in Maybe(Text)
        from count in Size
        from tags in Text.ListOf()
        select new SampleExtension(provider) { Note = note, Count = count, Tags = [.. tags] };

    /// <summary>A rule, and the bucket that it is for, where a file says so.</summary>
    public static Gen<RuleDocument> Documents { get; } =
        from id in Text
        from isEnabled in Gen.Elements(true, false)
        from destination in Destination
        from schedule in Schedule
        from filter in Filter
        from versions in Open(InventoryObjectVersions.Known, InventoryObjectVersions.Other)
        from fields in Open(InventoryField.Known, InventoryField.Other).ListOf()
        from extensions in Sample.ListOf()
        from source in Maybe(Text)
        select new RuleDocument(
            new InventoryRule
            {
                Id = id,
                IsEnabled = isEnabled,
                Destination = destination,
                Schedule = schedule,
                Filter = filter,
                IncludedObjectVersions = versions,
                OptionalFields = [.. fields],
                Extensions = [.. extensions.DistinctBy(e => e.Key)],
            },
            source);

    private static Gen<T> Open<T>(IEnumerable<T> known, Func<string, string, T> other) => Gen.OneOf(Gen.Elements(known), Other(other));

    private static Gen<T> Other<T>(Func<string, string, T> other) =>
        from provider in Provider
        from text in Gen.OneOf(Text, Gen.Elements("Daily", "CSV", "Size", "Standard", "All"))
        select other(provider, text);

    private static Gen<string?> Maybe(Gen<string> text) => Gen.OneOf(Gen.Constant<string?>(null), text.Select(t => (string?)t));
}

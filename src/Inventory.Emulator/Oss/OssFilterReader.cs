using System.Globalization;

namespace Inventory.Emulator.Oss;

/// <summary>The filter of a rule. An empty element counts as absent.</summary>
internal sealed class OssFilterReader(EmulatorOptions options, Action<OssError> refuse)
{
    /// <summary>2010-01-01 00:00 at UTC+8, in Unix seconds.</summary>
    private const long FirstSecond = 1_262_275_200;

    /// <summary>9999-12-31 23:59:59 at UTC+8, in Unix seconds.</summary>
    private const long LastSecond = 253_402_271_999;

    /// <summary>The largest object there can be, 48.8 TB: 10,000 parts of 5 GiB.</summary>
    private const long MaxSize = 10_000L * 5 * 1_024 * 1_024 * 1_024;

    public OssFilter Read(OssElement? filter)
    {
        var prefix = filter?.TextOf("Prefix") ?? "";
        if (OssRuleReader.IsTooLong(prefix) || OssRuleReader.HasControlCharacter(prefix))
        {
            refuse(OssError.InvalidArgument("Filter/Prefix is longer than 1023 characters or holds a control character.", "0020-00000021"));
        }

        var begin = Number(filter, "LastModifyBeginTimeStamp", "0020-00000008");
        var end = Number(filter, "LastModifyEndTimeStamp", null);
        CheckTimes(begin, end);
        var lower = Number(filter, "LowerSizeBound", null);
        var upper = Number(filter, "UpperSizeBound", "0020-00000011");
        if (lower > MaxSize || upper is 0 or > MaxSize)
        {
            refuse(OssError.InvalidArgument("A size bound is above 48.8 TB, or UpperSizeBound is 0."));
        }

        return new(prefix, begin, end, lower, upper, StorageClasses(filter?.TextOf("StorageClass")));
    }

    private long? Number(OssElement? filter, string name, string? ec)
    {
        if (filter?.TextOf(name) is not { } text)
        {
            return null;
        }

        if (long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            return number;
        }

        refuse(OssError.InvalidArgument($"Filter/{name} is not a number.", ec));
        return null;
    }

    private void CheckTimes(long? begin, long? end)
    {
        if (begin is < FirstSecond or > LastSecond)
        {
            refuse(OssError.InvalidArgument("Filter/LastModifyBeginTimeStamp is out of range."));
        }

        if (end is < FirstSecond or > LastSecond)
        {
            refuse(OssError.InvalidArgument("Filter/LastModifyEndTimeStamp is out of range.", "0020-00000023"));
        }

        var now = options.Clock.GetUtcNow().ToUnixTimeSeconds();
        if (begin > end || begin >= now || end >= now)
        {
            refuse(OssError.InvalidArgument("The last-modified range is reversed or not in the past.", "0020-00000022"));
        }
    }

    /// <summary>The classes as the service gives them back: each once, and in ordinal order unless an option says otherwise.</summary>
    private string? StorageClasses(string? text)
    {
        if (text is null)
        {
            return null;
        }

        var classes = text.Split(',');
        if (!classes.All(token => options.OssStorageClasses.Contains(token, StringComparer.Ordinal)))
        {
            refuse(OssError.InvalidArgument("Filter/StorageClass holds an unknown class.", "0020-00000026"));
        }

        var each = classes.Distinct(StringComparer.Ordinal);
        return string.Join(',', options.OssEchoSortedStorageClasses ? each.Order(StringComparer.Ordinal) : each);
    }
}

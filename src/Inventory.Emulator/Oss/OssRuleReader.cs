using System.Globalization;
using Inventory.Emulator.Store;

namespace Inventory.Emulator.Oss;

/// <summary>From elements to a rule, or to the first refusal. Unknown elements are passed over, as the service does.</summary>
internal sealed class OssRuleReader(EmulatorOptions options, BucketDirectory buckets, EmulatorBucket source)
{
    /// <summary>The longest prefix, in characters.</summary>
    private const int MaxPrefix = 1_023;

    private static readonly string[] Frequencies = ["Daily", "Weekly", "Monthly", "Once"];

    private OssError? _error;

    /// <summary>Null and an error if the document breaks a rule of the service.</summary>
    /// <param name="root">The document.</param>
    /// <param name="id">The id in the query.</param>
    /// <param name="error">The first refusal.</param>
    public OssRule? Read(OssElement root, string id, out OssError? error)
    {
        _error = CheckId(root, id);
        var rule = new OssRule
        {
            Id = id,
            IsEnabled = Boolean(root, "IsEnabled", "IsEnabled") ?? false,
            Filter = new OssFilterReader(options, Refuse).Read(root.Find("Filter")),
            Destination = new OssDestinationReader(options, buckets, source, Refuse).Read(root.Find("Destination", "OSSBucketDestination")),
            Frequency = Frequency(root),
            DayOfMonth = DayOfMonth(root),
            AutoDelete = AutoDelete(root),
            IncludedObjectVersions = Versions(root),
            OptionalFields = Fields(root, options.OssOptionalFields),
            Incremental = Incremental(root.Find("IncrementalInventory")),
        };
        error = _error;
        return error is null ? rule : null;
    }

    /// <summary>The text's length in characters, not in UTF-16 units.</summary>
    public static int Length(string text) => text.EnumerateRunes().Count();

    public static bool HasControlCharacter(string text) => text.Any(char.IsControl);

    public static bool IsTooLong(string prefix) => Length(prefix) > MaxPrefix;

    private static OssError? CheckId(OssElement root, string id)
    {
        if (root.Find("Id") is not { } element)
        {
            return OssError.InvalidArgument("Id is missing.", "0020-00000005");
        }

        if (element.Text.Length == 0)
        {
            return OssError.InvalidArgument("Id is empty.", "0020-00000044");
        }

        if (Length(element.Text) > OssOperations.MaxIdLength)
        {
            return OssError.InvalidArgument("Id is too long.", "0020-00000038");
        }

        return string.Equals(element.Text, id, StringComparison.Ordinal)
            ? null
            : OssError.InvalidArgument("The inventoryId in the query is not the Id in the body.", "0020-00000043");
    }

    private void Refuse(OssError error) => _error ??= error;

    private bool? Boolean(OssElement parent, string name, string path)
    {
        var text = parent.TextOf(name);
        if (bool.TryParse(text, out var value) && text.Trim().Length == text.Length)
        {
            return value;
        }

        Refuse(OssError.InvalidArgument(text is null ? $"{path} is missing." : $"{path} is neither true nor false."));
        return null;
    }

    private string Frequency(OssElement root)
    {
        var frequency = root.TextOf("Schedule", "Frequency");
        if (frequency is null)
        {
            Refuse(OssError.InvalidArgument("Schedule/Frequency is missing.", "0020-00000017"));
        }
        else if (!Frequencies.Contains(frequency, StringComparer.Ordinal))
        {
            Refuse(OssError.InvalidArgument("Schedule/Frequency is none of Daily, Weekly, Monthly, Once."));
        }

        return frequency ?? "";
    }

    private int? DayOfMonth(OssElement root)
    {
        var isMonthly = root.TextOf("Schedule", "Frequency") is "Monthly";
        if (root.TextOf("Schedule", "DayOfMonth") is not { } text)
        {
            if (isMonthly && !options.OssAllowMonthlyWithoutDay)
            {
                Refuse(OssError.InvalidArgument("Schedule/DayOfMonth is missing."));
            }

            return null;
        }

        if (!isMonthly || !int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var day) || day is < 1 or > 31)
        {
            Refuse(OssError.InvalidArgument("Schedule/DayOfMonth is a number from 1 to 31, for Monthly alone."));
            return null;
        }

        return day;
    }

    private bool? AutoDelete(OssElement root)
    {
        if (root.Find("Schedule") is not { } schedule || schedule.TextOf("AutoDelete") is null)
        {
            return null;
        }

        if (schedule.TextOf("Frequency") is not "Once")
        {
            Refuse(OssError.InvalidArgument("Schedule/AutoDelete is for Once alone."));
        }

        return Boolean(schedule, "AutoDelete", "Schedule/AutoDelete");
    }

    private string Versions(OssElement root)
    {
        var versions = root.TextOf("IncludedObjectVersions");
        if (versions is not ("All" or "Current"))
        {
            Refuse(OssError.InvalidArgument("IncludedObjectVersions is missing or neither All nor Current."));
        }

        return versions ?? "";
    }

    private string[] Fields(OssElement parent, IReadOnlyList<string> allowed)
    {
        var fields = parent.Find("OptionalFields")?.Children.Where(child => child.Name is "Field").Select(child => child.Text).ToArray() ?? [];
        foreach (var field in fields.Where(field => !allowed.Contains(field, StringComparer.Ordinal)))
        {
            Refuse(OssError.InvalidArgument($"The optional field '{field}' is not supported.", "0020-00000036"));
        }

        return fields;
    }

    private OssIncremental? Incremental(OssElement? element)
    {
        if (element is null || element.Children.Count == 0)
        {
            return null;
        }

        if (!options.AllowIncrementalInventory)
        {
            Refuse(new(403, "AccessDenied", "Incremental Inventory is disabled."));
            return null;
        }

        if (!int.TryParse(element.TextOf("Schedule", "Frequency"), NumberStyles.None, CultureInfo.InvariantCulture, out _))
        {
            Refuse(OssError.InvalidArgument("IncrementalInventory/Schedule/Frequency is not a number of seconds."));
        }

        return new(Boolean(element, "IsEnabled", "IncrementalInventory/IsEnabled") ?? false, Fields(element, OssIncrementalFields.All));
    }
}

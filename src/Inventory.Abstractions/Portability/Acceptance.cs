namespace Inventory;

/// <summary>
/// One change to a rule that somebody accepts by name, so that a provider can hold it: <c>schedule=EveryThreeDays</c> or <c>drop=Filter.ObjectSize</c>.
/// </summary>
/// <remarks>It is applied only where the provider refuses what stands there, so a rule that fits is left alone. Immutable and compares by value.</remarks>
public sealed record Acceptance
{
    private static readonly string[] Droppable =
    [
        RulePaths.Filter, RulePaths.FilterPrefixes, RulePaths.FilterLastModified, RulePaths.FilterObjectSize, RulePaths.FilterStorageClasses,
        RulePaths.OptionalFields, RulePaths.DestinationEncryption, RulePaths.Extensions,
    ];

    private static readonly string[] Settable =
    [
        RulePaths.Schedule, RulePaths.IncludedObjectVersions, RulePaths.DestinationFormat, RulePaths.Id, RulePaths.DestinationBucket, RulePaths.DestinationPrefix,
    ];

    private Acceptance(string path, string? value)
    {
        Path = path;
        Value = value;
    }

    /// <summary>What is changed.</summary>
    public string Path { get; }

    /// <summary>What takes its place; null where it is dropped.</summary>
    public string? Value { get; }

    /// <summary>
    /// Whether this may stand in configuration, where it is applied to every rule. Dropping encryption may not: it needs somebody who looks at the rule.
    /// Nor may an id: every rule would get the same.
    /// </summary>
    public bool IsAllowedInConfiguration => Value is null ? !RulePaths.IsAtOrBelow(RulePaths.DestinationEncryption, Path) : Path != RulePaths.Id;

    /// <summary>Accepts that a part of the rule is left out.</summary>
    /// <param name="path">
    /// A filter, <c>OptionalFields</c> or one of them such as <c>OptionalFields[ETag]</c>, <c>Destination.Encryption</c>, <c>Extensions</c> or one of them.
    /// </param>
    /// <exception cref="FormatException">Nothing that can be dropped stands there.</exception>
    public static Acceptance Drop(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        foreach (var known in Droppable)
        {
            if (path.Equals(known, StringComparison.OrdinalIgnoreCase))
            {
                return new(known, null);
            }

            if (known is RulePaths.OptionalFields or RulePaths.Extensions
                && path.StartsWith($"{known}[", StringComparison.OrdinalIgnoreCase) && path.EndsWith(']'))
            {
                return new(known + path[known.Length..], null);
            }
        }

        throw new FormatException($"'{ShownText.Of($"drop={path}")}' drops nothing that a rule can do without. What can be dropped: {string.Join(", ", Droppable)}, OptionalFields[NAME], Extensions[KEY].");
    }

    /// <summary>Accepts that a part of the rule is replaced.</summary>
    /// <param name="path">
    /// <c>Schedule</c>, <c>IncludedObjectVersions</c> (or <c>versions</c>), <c>Destination.Format</c> (or <c>format</c>), <c>Id</c>,
    /// <c>Destination.Bucket</c> or <c>Destination.Prefix</c>.
    /// </param>
    /// <param name="value">What takes its place; for a schedule what <see cref="InventorySchedule.ToString"/> writes.</param>
    /// <exception cref="FormatException">Nothing that can be replaced stands there, or the value is not one for it.</exception>
    public static Acceptance Set(string path, string value)
    {
        ArgumentNullException.ThrowIfNull(path);
        ArgumentNullException.ThrowIfNull(value);
        var named = path.ToUpperInvariant() switch
        {
            "VERSIONS" => RulePaths.IncludedObjectVersions,
            "FORMAT" => RulePaths.DestinationFormat,
            _ => Array.Find(Settable, known => known.Equals(path, StringComparison.OrdinalIgnoreCase)),
        };
        var canonical = named switch
        {
            null => throw new FormatException($"'{ShownText.Of($"{path}={value}")}' names nothing that can be replaced. What can: {string.Join(", ", Settable)}; and drop=PATH."),
            RulePaths.Schedule => InventorySchedule.TryParse(value, out var schedule) ? schedule.ToString() : null,
            RulePaths.IncludedObjectVersions => value is "Current" or "All" ? value : null,
            RulePaths.DestinationFormat => InventoryFormat.TryParse(value, out _) ? value : null,
            RulePaths.DestinationPrefix => value,
            _ => value.Length > 0 ? value : null,
        };
        return new(named, canonical ?? throw new FormatException(
            $"'{ShownText.Of($"{path}={value}")}': '{ShownText.Of(value)}' is no value for {named}. {Expected(named)}"));
    }

    /// <summary>Reads what <see cref="ToString"/> writes.</summary>
    /// <exception cref="FormatException">
    /// The text is not <c>drop=PATH</c> or <c>PATH=VALUE</c> with a path and a value that make sense; the message says what does.
    /// </exception>
    public static Acceptance Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var equals = text.IndexOf('=', StringComparison.Ordinal);
        if (equals <= 0)
        {
            throw new FormatException($"'{ShownText.Of(text)}' is not an acceptance: write drop=PATH or PATH=VALUE, such as drop=OptionalFields or schedule=Weekly.");
        }

        var (left, right) = (text[..equals].Trim(), text[(equals + 1)..].Trim());
        return left.Equals("drop", StringComparison.OrdinalIgnoreCase) ? Drop(right) : Set(left, right);
    }

    /// <summary>What is wrong with a text as an accepted change in configuration; null where nothing is.</summary>
    /// <param name="text">What the configuration says.</param>
    public static string? ConfigurationProblem(string text)
    {
        try
        {
            return Parse(text).IsAllowedInConfiguration
                ? null
                : $"'{ShownText.Of(text)}' cannot be accepted in configuration: convert the rule with ConvertTo, where somebody sees which one it is.";
        }
        catch (FormatException e)
        {
            return e.Message;
        }
    }

    /// <summary><c>drop=PATH</c> or <c>PATH=VALUE</c>.</summary>
    public override string ToString() => Value is null ? $"drop={Path}" : $"{(Path == RulePaths.Schedule ? "schedule" : Path)}={Value}";

    private static string Expected(string path) => path switch
    {
        RulePaths.Schedule => "Write Daily, EveryThreeDays, Weekly, Monthly(1) to Monthly(31), EveryThirtyDays or Once.",
        RulePaths.IncludedObjectVersions => "Write Current or All.",
        RulePaths.DestinationFormat => "Write CSV, ORC or Parquet.",
        _ => "It may not be empty.",
    };
}

using System.Globalization;
using System.Reflection;
using Inventory.Emulator;

namespace Inventory.Cli;

/// <summary>The points of the emulator that <c>--set NAME=VALUE</c> switches: what <see cref="EmulatorOptions"/> has of them, under its names.</summary>
internal static class EmulatorSwitches
{
    private static readonly string[] Limits =
        [nameof(EmulatorOptions.AllowIncrementalInventory), nameof(EmulatorOptions.ConsistencyDelay), nameof(EmulatorOptions.MaxBodyBytes), nameof(EmulatorOptions.MaxClockSkew)];

    /// <summary>What has options of its own.</summary>
    private static readonly string[] Others = [nameof(EmulatorOptions.OssPort), nameof(EmulatorOptions.BosPort)];

    private static readonly PropertyInfo[] Properties =
    [
        .. typeof(EmulatorOptions).GetProperties()
            .Where(p => (p.Name.StartsWith("Oss", StringComparison.Ordinal) || p.Name.StartsWith("Bos", StringComparison.Ordinal) || Limits.Contains(p.Name)) && !Others.Contains(p.Name))
            .OrderBy(p => p.Name, StringComparer.Ordinal),
    ];

    public static IEnumerable<string> Names => Properties.Select(p => p.Name);

    /// <summary>The options with one point switched.</summary>
    /// <exception cref="FormatException">There is no such point, or the value is none of it.</exception>
    public static EmulatorOptions Apply(EmulatorOptions options, string text)
    {
        var equals = text.IndexOf('=', StringComparison.Ordinal);
        var property = equals < 0 ? null : Array.Find(Properties, p => string.Equals(p.Name, text[..equals], StringComparison.OrdinalIgnoreCase));
        if (property is null)
        {
            throw new FormatException($"--set: '{text}' is not NAME=VALUE with one of these names: {string.Join(", ", Names)}.");
        }

        var changed = options with { };
        property.SetValue(changed, Read(property, text[(equals + 1)..]));
        return changed;
    }

    private static object Read(PropertyInfo property, string text)
    {
        var type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
        if (type == typeof(bool))
        {
            return bool.TryParse(text, out var value) ? value : throw None("true or false");
        }

        if (type == typeof(int))
        {
            var isStatus = property.Name.EndsWith("Status", StringComparison.Ordinal);
            return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value > 0 && (!isStatus || value is >= 200 and <= 599) ? value
                : throw None(isStatus ? "a status from 200 to 599" : "a number from 1");
        }

        if (type == typeof(TimeSpan))
        {
            return Spans.TryRead(text, out var value) ? value : throw None("a span such as 500ms, 2s, 5m or 1h");
        }

        if (type.IsEnum)
        {
            return Enum.GetNames(type).FirstOrDefault(name => string.Equals(name, text, StringComparison.OrdinalIgnoreCase)) is { } known
                ? Enum.Parse(type, known)
                : throw None($"one of {string.Join(", ", Enum.GetNames(type))}");
        }

        return text.Length == 0 ? throw None("a text, or several with commas between them") : type == typeof(string) ? text : text.Split(',');

        FormatException None(string what) => new($"--set: '{text}' is no value of {property.Name}. Write {what}.");
    }
}

using System.Globalization;
using System.Text;

namespace Inventory.Architecture.Tests;

/// <summary>Constants as C# writes them, the same under every culture.</summary>
internal static class ApiValues
{
    /// <param name="value">The value; for an enum also as the number beneath it.</param>
    /// <param name="type">The type of the place that holds it.</param>
    public static string Of(object? value, Type type)
    {
        var plain = Nullable.GetUnderlyingType(type) ?? type;
        return value switch
        {
            null => type.IsValueType && plain == type ? "default" : "null",
            bool flag => flag ? "true" : "false",
            string text => $"\"{Escape(text, '"')}\"",
            char character => $"'{Escape(character.ToString(), '\'')}'",
            Type named => $"typeof({ApiNames.Of(named)})",
            _ when plain.IsEnum => OfEnum(Enum.ToObject(plain, value), plain),
            IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
            _ => value.ToString() ?? "",
        };
    }

    private static string OfEnum(object value, Type type)
    {
        var names = value.ToString()!;
        var isNumber = char.IsAsciiDigit(names[0]) || names[0] == '-';
        return isNumber ? $"({ApiNames.Of(type)}){names}" : string.Join(" | ", names.Split(", ").Select(name => $"{ApiNames.Of(type)}.{name}"));
    }

    private static string Escape(string text, char quote)
    {
        var escaped = new StringBuilder();
        foreach (var c in text)
        {
            _ = c switch
            {
                '\n' => escaped.Append(@"\n"),
                '\r' => escaped.Append(@"\r"),
                '\t' => escaped.Append(@"\t"),
                '\\' => escaped.Append(@"\\"),
                _ when c == quote => escaped.Append('\\').Append(c),
                _ when char.IsControl(c) || char.IsSurrogate(c) => escaped.Append(CultureInfo.InvariantCulture, $@"\u{(int)c:x4}"),
                _ => escaped.Append(c),
            };
        }

        return escaped.ToString();
    }
}

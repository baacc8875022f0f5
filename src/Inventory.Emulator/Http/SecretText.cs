using System.Globalization;
using System.Text;

namespace Inventory.Emulator.Http;

/// <summary>What the log may show of a request: no token, no signature, and nothing that ends its line.</summary>
internal static class SecretText
{
    /// <summary>What stands where a secret was: unreserved characters, which every canonical form leaves as they are.</summary>
    public const string StandIn = "MASKED";

    private static readonly string[] Parts = ["security-token", "signature", "authorization"];

    /// <summary>Whether what a header or a query item of that name holds may be a secret. The version of a signature is none.</summary>
    public static bool IsName(string name) =>
        Array.Exists(Parts, part => name.Contains(part, StringComparison.OrdinalIgnoreCase)) && !name.EndsWith("signature-version", StringComparison.OrdinalIgnoreCase);

    /// <summary>A target as sent, but for its secrets. Names count as decoded: <c>%53ignature</c> is one.</summary>
    public static string Target(string target)
    {
        var question = target.IndexOf('?', StringComparison.Ordinal);
        return question < 0 ? target : target[..(question + 1)] + string.Join('&', target[(question + 1)..].Split('&').Select(Item));
    }

    /// <summary>The text on one line: a line feed as <c>\n</c>, other control characters as <c>\u0007</c>, a backslash as two.</summary>
    public static string OneLine(string text)
    {
        if (!text.Any(NeedsEscape))
        {
            return text;
        }

        var line = new StringBuilder(text.Length + 16);
        foreach (var character in text)
        {
            _ = character switch
            {
                '\n' => line.Append("\\n"),
                '\\' => line.Append("\\\\"),
                _ when NeedsEscape(character) => line.Append(CultureInfo.InvariantCulture, $"\\u{(int)character:x4}"),
                _ => line.Append(character),
            };
        }

        return line.ToString();
    }

    private static bool NeedsEscape(char character) => character is '\\' or '\u2028' or '\u2029' || char.IsControl(character);

    private static string Item(string item)
    {
        var equals = item.IndexOf('=', StringComparison.Ordinal);
        var name = equals < 0 ? item : item[..equals];
        return equals >= 0 && IsName(PercentEncoding.Decode(name, plusIsSpace: true) ?? name) ? $"{name}={StandIn}" : item;
    }
}

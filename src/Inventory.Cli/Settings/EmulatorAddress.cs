using System.Globalization;

namespace Inventory.Cli;

/// <summary>Where an emulator is, as flags say it.</summary>
internal static class EmulatorAddress
{
    /// <summary>The address that a port or an address names. The emulator knows one invented key, and listens on loopback alone.</summary>
    /// <exception cref="FormatException">It is neither, or not on this machine.</exception>
    public static string Parse(string text)
    {
        var isPort = int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port is > 0 and <= ushort.MaxValue;
        var url = isPort ? $"http://127.0.0.1:{port}" : text.Contains("://", StringComparison.Ordinal) ? text : $"http://{text}";
        return Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.Scheme == "http" && uri.IsLoopback && uri.Port > 0 && uri.PathAndQuery == "/"
            ? uri.GetLeftPart(UriPartial.Authority)
            : throw new FormatException($"--emulator: '{text}' is not an emulator on this machine. Write its port, or its address as in http://127.0.0.1:9000.");
    }
}

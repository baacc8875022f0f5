namespace Inventory.Http;

/// <summary>Bodies that say nothing.</summary>
internal static class BlankBody
{
    /// <summary>Whether there is nothing but white space, a byte order mark before it or not.</summary>
    public static bool IsBlank(ReadOnlySpan<byte> body)
    {
        var text = body.StartsWith("\uFEFF"u8) ? body[3..] : body;
        return text.IndexOfAnyExcept(" \t\r\n"u8) < 0;
    }
}

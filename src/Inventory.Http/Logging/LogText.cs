namespace Inventory.Http;

/// <summary>Texts that others wrote, fit for a log.</summary>
internal static class LogText
{
    /// <summary>The text on one line, cut at 500 characters: nothing in it can pass for a line of its own or command a terminal.</summary>
    public static string Of(string text) => ShownText.Of(text, 500);
}

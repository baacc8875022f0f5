namespace Inventory.Documents;

/// <summary>A look for members of a JSON text, to tell formats apart before reading any.</summary>
public static class JsonNames
{
    /// <summary>
    /// Whether a member of one of these names stands anywhere in the text: the name in quotes with a colon behind it, and not a text of that name.
    /// </summary>
    public static bool Has(string text, params ReadOnlySpan<string> names)
    {
        ArgumentNullException.ThrowIfNull(text);
        foreach (var name in names)
        {
            var quoted = $"\"{name}\"";
            for (var at = text.IndexOf(quoted, StringComparison.Ordinal); at >= 0; at = text.IndexOf(quoted, at + 1, StringComparison.Ordinal))
            {
                if (text.AsSpan(at + quoted.Length).TrimStart().StartsWith(":"))
                {
                    return true;
                }
            }
        }

        return false;
    }
}

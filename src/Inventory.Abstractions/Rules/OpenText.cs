namespace Inventory;

/// <summary>What the open values share.</summary>
internal static class OpenText
{
    /// <summary>A provider's name in the form that the library compares: lower case.</summary>
    public static string Provider(string provider)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(provider);
        return provider.ToLowerInvariant();
    }

    public static string Text(string text)
    {
        ArgumentException.ThrowIfNullOrEmpty(text);
        return text;
    }

    /// <summary>Finds a value by its text, case-sensitively.</summary>
    public static bool TryFind<T>(ValueList<T> values, Func<T, string> textOf, string? text, out T value)
        where T : struct
    {
        foreach (var candidate in values)
        {
            if (string.Equals(textOf(candidate), text, StringComparison.Ordinal))
            {
                value = candidate;
                return true;
            }
        }

        value = default;
        return false;
    }

    public static string Show(string? provider, string text) => provider is null ? text : $"{provider}:{text}";
}

namespace Inventory;

/// <summary>The checks that the open values share.</summary>
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

    public static string Show(string? provider, string text) => provider is null ? text : $"{provider}:{text}";
}

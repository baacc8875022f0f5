namespace Inventory.Documents;

/// <summary>How the extensions of the providers are written, by their keys.</summary>
internal static class ExtensionDocuments
{
    /// <exception cref="ArgumentException">Two have the same key.</exception>
    public static Dictionary<string, IExtensionDocument> ByKey(IEnumerable<IExtensionDocument> extensions)
    {
        ArgumentNullException.ThrowIfNull(extensions);
        Dictionary<string, IExtensionDocument> byKey = new(StringComparer.Ordinal);
        foreach (var extension in extensions)
        {
            if (!byKey.TryAdd(extension.Key, extension))
            {
                throw new ArgumentException($"The extension '{extension.Key}' is registered twice.", nameof(extensions));
            }
        }

        return byKey;
    }
}

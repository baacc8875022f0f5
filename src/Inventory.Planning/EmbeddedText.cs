namespace Inventory.Planning;

/// <summary>The texts that the assembly carries.</summary>
internal static class EmbeddedText
{
    /// <summary>The text of a name.</summary>
    public static string Read(string name)
    {
        using var stream = typeof(EmbeddedText).Assembly.GetManifestResourceStream(name)!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}

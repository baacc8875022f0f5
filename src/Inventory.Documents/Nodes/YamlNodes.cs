namespace Inventory.Documents;

/// <summary>YAML texts as nodes, and back: what JSON could say too, as <see cref="NeutralYamlFormat"/> tells.</summary>
public static class YamlNodes
{
    /// <summary>Reads one YAML document. A byte order mark before it, and comments, are skipped.</summary>
    /// <param name="text">The text.</param>
    /// <param name="problems">Where everything goes that does not end the reading: a repeated name, an anchor, a tag, an ambiguous scalar.</param>
    /// <exception cref="InvalidDocumentException">
    /// The text is not YAML, is empty, is nested deeper than 32 or holds more than 1,000,000 values; what was found before is named with it.
    /// </exception>
    public static DocumentNode Parse(string text, DocumentProblems problems)
    {
        ArgumentNullException.ThrowIfNull(problems);
        return YamlReader.Read(text, problems);
    }

    /// <summary>Writes a node in blocks, with a line feed at the end.</summary>
    public static string Write(DocumentNode node)
    {
        ArgumentNullException.ThrowIfNull(node);
        return YamlWriter.Write(node);
    }
}

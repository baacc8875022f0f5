namespace Inventory.Planning;

/// <summary>The JSON Schema of an import as <see cref="ImportJson"/> writes it, for tools without this library. Draft 7.</summary>
public static class ImportSchema
{
    private static readonly Lazy<string> Schema = new(() => EmbeddedText.Read("import.schema.json"));

    /// <summary>The schema, indented, with a line feed at the end.</summary>
    public static string Text => Schema.Value;
}

namespace Inventory.Planning;

/// <summary>The JSON Schema of an error as <see cref="FleetErrorJson"/> writes it, for tools without this library.</summary>
/// <remarks>Draft 7.</remarks>
public static class FleetErrorSchema
{
    private static readonly Lazy<string> Schema = new(() => EmbeddedText.Read("error.schema.json"));

    /// <summary>The schema, indented, with a line feed at the end.</summary>
    public static string Text => Schema.Value;
}

namespace Inventory.Planning;

/// <summary>The JSON Schema of the result of a recovery as <see cref="RecoveryJson"/> writes it, for tools without this library.</summary>
/// <remarks>Draft 7. It does not know which members an outcome has.</remarks>
public static class RecoverySchema
{
    private static readonly Lazy<string> Schema = new(() => EmbeddedText.Read("recovery.schema.json"));

    /// <summary>The schema, indented, with a line feed at the end.</summary>
    public static string Text => Schema.Value;
}

namespace Inventory.Planning;

/// <summary>The JSON Schema of a move as <see cref="MoveJson"/> writes it, for tools without this library.</summary>
/// <remarks>Draft 7. Of the plan and the results in it, which are documents of their own, it says no more than that they are there.</remarks>
public static class MoveSchema
{
    private static readonly Lazy<string> Schema = new(() => EmbeddedText.Read("move.schema.json"));

    /// <summary>The schema, indented, with a line feed at the end.</summary>
    public static string Text => Schema.Value;
}

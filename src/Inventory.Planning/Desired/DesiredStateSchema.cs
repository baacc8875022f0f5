namespace Inventory.Planning;

/// <summary>The JSON Schema of the fleet file, for editors and for checks without this library.</summary>
/// <remarks>
/// Draft 7. What it accepts may still be refused: it does not know which accounts, buckets, defaults and rules there are, what a default lacks, nor what
/// stands in the sections of the providers. What it refuses is refused, but for the case of the names of known values.
/// </remarks>
public static class DesiredStateSchema
{
    private static readonly Lazy<string> Schema = new(() => EmbeddedText.Read("desired-state.schema.json"));

    /// <summary>The schema, indented, with a line feed at the end.</summary>
    public static string Text => Schema.Value;
}

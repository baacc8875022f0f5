namespace Inventory.Planning;

/// <summary>The JSON Schema of a plan as <see cref="PlanJson"/> writes it, for tools without this library.</summary>
/// <remarks>Draft 7. It does not know what stands in the sections of the providers, nor which members a kind of change has.</remarks>
public static class PlanSchema
{
    private static readonly Lazy<string> Schema = new(() => EmbeddedText.Read("plan.schema.json"));

    /// <summary>The schema, indented, with a line feed at the end.</summary>
    public static string Text => Schema.Value;
}

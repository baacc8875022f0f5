namespace Inventory.Documents;

/// <summary>The neutral rule file: one JSON object, by the names of <see cref="InventoryRule"/> in camel case, that holds every rule.</summary>
/// <remarks>
/// Strict: an unknown name, a second value of a name and a value of another type are problems. Immutable, safe for use by several threads at once.
/// </remarks>
public sealed class NeutralJsonFormat : IRuleDocumentFormat
{
    private readonly Dictionary<string, IExtensionDocument> _extensions;

    /// <summary>Makes the format.</summary>
    /// <param name="extensions">How the extensions of the providers are written; a rule with any other is refused.</param>
    /// <exception cref="ArgumentException">Two have the same key.</exception>
    public NeutralJsonFormat(IEnumerable<IExtensionDocument> extensions) => _extensions = ExtensionDocuments.ByKey(extensions);

    /// <summary><c>json</c>.</summary>
    public string Name => "json";

    /// <inheritdoc/>
    public string Description => "a JSON object with \"id\", \"schedule\" and a \"destination\" that has a \"bucket\"";

    /// <inheritdoc/>
    public bool Recognizes(string text)
    {
        var content = text.AsSpan().TrimStart('\uFEFF').TrimStart();
        return (content.StartsWith('{') || content.StartsWith('/')) && Has("\"destination\"") && (Has("\"bucket\"") || Has("\"isEnabled\""));

        bool Has(string name) => text.Contains(name, StringComparison.Ordinal);
    }

    /// <inheritdoc/>
    /// <exception cref="InvalidDocumentException">It cannot be read; every problem is named with line and path.</exception>
    public RuleDocument Read(string text) => new NeutralRuleReader(_extensions, new()).Read(text, JsonNodes.Parse);

    /// <inheritdoc/>
    /// <exception cref="InventoryRuleRejectedException">The rule has an extension that is not registered, or a part without a name or value.</exception>
    public string Write(RuleDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        return JsonNodes.Write(new NeutralRuleWriter(Name, _extensions).Write(document), isIndented: true);
    }
}

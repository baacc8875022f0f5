namespace Inventory.Documents;

/// <summary>Rules as the neutral formats hold them, inside a bigger document that says their ids elsewhere.</summary>
/// <remarks>Immutable, safe for use by several threads at once.</remarks>
public sealed class NeutralRuleNodes
{
    private readonly Dictionary<string, IExtensionDocument> _extensions;

    /// <summary>Makes it.</summary>
    /// <param name="extensions">How the extensions of the providers are written; a rule with any other is refused.</param>
    /// <exception cref="ArgumentException">Two have the same key.</exception>
    public NeutralRuleNodes(IEnumerable<IExtensionDocument> extensions) => _extensions = ExtensionDocuments.ByKey(extensions);

    /// <summary>Reads a rule. Members that nobody asked the reader for before are the rule's, and an unknown one is a problem.</summary>
    /// <param name="reader">The rule's members, without id and source bucket. Problems go to its problems.</param>
    /// <param name="id">The rule's id.</param>
    /// <returns>The rule; null where something is wrong with it.</returns>
    public InventoryRule? Read(ObjectReader reader, string id)
    {
        ArgumentNullException.ThrowIfNull(reader);
        ArgumentNullException.ThrowIfNull(id);
        return new NeutralRuleReader(_extensions, reader.Problems).Members(reader, id);
    }

    /// <summary>Writes a rule without its id: members in the order of the model, defaults left out.</summary>
    /// <exception cref="InventoryRuleRejectedException">The rule has an extension that is not registered, or a part without a name or value.</exception>
    public DocumentNode Write(InventoryRule rule)
    {
        ArgumentNullException.ThrowIfNull(rule);
        return new NeutralRuleWriter("fleet", _extensions, hasId: false).Write(new(rule));
    }
}

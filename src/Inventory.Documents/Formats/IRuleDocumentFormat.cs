namespace Inventory.Documents;

/// <summary>A format of rule files: the neutral one, or one native to a provider, which its adapter registers.</summary>
/// <remarks>Implementations are safe for use by several threads at once.</remarks>
public interface IRuleDocumentFormat
{
    /// <summary>The format's name, in lower case with hyphens: what people call it on a command line.</summary>
    string Name { get; }

    /// <summary>What a file of this format looks like, to end a message with: <c>a JSON object with …</c>.</summary>
    string Description => "a file of its own format";

    /// <summary>Whether a text looks like this format. A look at the beginning and at a few names; it does not throw.</summary>
    bool Recognizes(string text);

    /// <summary>Reads a rule.</summary>
    /// <exception cref="InvalidDocumentException">It cannot be read; every problem is named with line and path.</exception>
    RuleDocument Read(string text);

    /// <summary>Writes a rule, indented, for people and for the vendor's tools.</summary>
    /// <exception cref="InventoryRuleRejectedException">The format has no place for something in the rule.</exception>
    string Write(RuleDocument document);
}

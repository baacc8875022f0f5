using System.Text.RegularExpressions;

namespace Inventory.Documents;

/// <summary>The neutral rule file as YAML: the same names and the same strictness as <see cref="NeutralJsonFormat"/>, and comments.</summary>
/// <remarks>
/// <para>
/// YAML 1.2, one document, nested at most 32 deep. What stands without quotation marks is a text unless it is <c>true</c>, <c>false</c>, <c>null</c>,
/// <c>~</c> or a number as JSON writes one. A number is no text, as in JSON: an id of digits stands in quotation marks.
/// </para>
/// <para>
/// What two readers of YAML would read differently is a problem: <c>yes</c>, <c>on</c>, <c>0x10</c>, <c>010</c>, <c>1_000</c> or <c>1:30</c> without
/// quotation marks, and a colon with nothing behind it. So is what hides a value from who reviews the file: tags, anchors, aliases and merge keys, a carriage return
/// alone behind a comment, and a raw character that turns the direction of a text.
/// </para>
/// <para>Immutable, safe for use by several threads at once.</para>
/// </remarks>
public sealed partial class NeutralYamlFormat : IRuleDocumentFormat
{
    private readonly Dictionary<string, IExtensionDocument> _extensions;

    /// <summary>Makes the format.</summary>
    /// <param name="extensions">How the extensions of the providers are written; a rule with any other is refused.</param>
    /// <exception cref="ArgumentException">Two have the same key.</exception>
    public NeutralYamlFormat(IEnumerable<IExtensionDocument> extensions) => _extensions = ExtensionDocuments.ByKey(extensions);

    /// <summary><c>yaml</c>.</summary>
    public string Name => "yaml";

    /// <inheritdoc/>
    public string Description => "YAML with \"id:\", \"schedule:\" and a \"destination:\" that has a \"bucket:\", each on a line of its own";

    /// <inheritdoc/>
    /// <remarks>A text that begins as JSON or XML does is not claimed, though YAML could be written so.</remarks>
    public bool Recognizes(string text)
    {
        var content = text.AsSpan().TrimStart('\uFEFF').TrimStart();
        return !content.IsEmpty && content[0] is not ('{' or '[' or '<' or '/') && Destination.IsMatch(text) && Member.IsMatch(text);
    }

    /// <inheritdoc/>
    /// <exception cref="InvalidDocumentException">It cannot be read; every problem is named with line and path.</exception>
    public RuleDocument Read(string text) => new NeutralRuleReader(_extensions, new()).Read(text, YamlReader.Read);

    /// <summary>Writes a rule, in blocks, with a line feed at the end.</summary>
    /// <remarks>A text that some reader of YAML would take for something else stands in quotation marks.</remarks>
    /// <exception cref="InventoryRuleRejectedException">The rule has an extension that is not registered, or a part without a name or value.</exception>
    public string Write(RuleDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        return YamlWriter.Write(new NeutralRuleWriter(Name, _extensions).Write(document));
    }

    [GeneratedRegex("""(\A|[\r\n\uFEFF])["']?destination["']?[ \t]*:""", RegexOptions.CultureInvariant)]
    private static partial Regex Destination { get; }

    [GeneratedRegex("""(bucket|isEnabled)["']?[ \t]*:""", RegexOptions.CultureInvariant)]
    private static partial Regex Member { get; }
}

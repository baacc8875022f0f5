using Inventory.Documents;

namespace Inventory.Planning;

/// <summary>Plans as JSON, for tools and to keep: what is written reads back as an equal plan.</summary>
/// <remarks>
/// One object: <c>version</c>, <c>hash</c>, <c>prune</c>, <c>summary</c> (counts, for tools; not read back) and <c>buckets</c>, every one of the fleet. Rules in
/// it are in the neutral format. What there is none of is left out. A form with another member has another version, and is refused.
/// The same plan is the same text on every machine. Safe for use by several threads at once.
/// </remarks>
public sealed class PlanJson
{
    /// <summary>The version of the form.</summary>
    public const int Version = 1;

    /// <summary>The longest text that is read, in UTF-16 code units, inclusive: 64 Mi. Ten thousand rules that are all replaced take a quarter of it.</summary>
    public const int MaxLength = 64 * 1024 * 1024;

    private readonly RuleNodes _rules;

    /// <summary>Makes the form.</summary>
    /// <param name="extensions">How the extensions of the providers are written.</param>
    /// <exception cref="ArgumentException">Two have the same key.</exception>
    public PlanJson(IEnumerable<IExtensionDocument> extensions) => _rules = new(extensions);

    /// <summary>Writes a plan, indented and with one line end. No character in it commands a terminal: all of those are escaped.</summary>
    /// <exception cref="InventoryRuleRejectedException">A rule in it has an extension that is not registered.</exception>
    public string Write(Plan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return ShownJson.Write(new PlanNodes(new RuleForms(_rules)).Write(plan));
    }

    /// <summary>Reads what <see cref="Write"/> writes.</summary>
    /// <exception cref="InvalidDocumentException">It cannot be read; every problem is named with line and path.</exception>
    public Plan Parse(string text) => new PlanReader(_rules).Read(text);
}

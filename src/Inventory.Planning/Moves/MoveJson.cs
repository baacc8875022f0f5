using Inventory.Documents;

namespace Inventory.Planning;

/// <summary>Moves as JSON, for tools. Written and not read: a move is planned anew from what is there.</summary>
/// <remarks>
/// One object: <c>version</c>, <c>from</c>, <c>to</c>, <c>enable</c>, <c>isDone</c>, <c>summary</c> (counts), <c>buckets</c>, <c>unused</c> and
/// <c>unusedDestinations</c> where there are any, <c>plan</c>, which is the document of <see cref="PlanJson"/>, and <c>applied</c>, the documents of
/// <see cref="ApplyJson"/> for what was written before, where something was. What there is none of is left out. A form with
/// another member has another version. The same move is the same text on every machine. Safe for use by several threads at once.
/// </remarks>
public sealed class MoveJson
{
    /// <summary>The version of the form.</summary>
    public const int Version = 1;

    private readonly RuleNodes _rules;

    /// <summary>Makes the form.</summary>
    /// <param name="extensions">How the extensions of the providers are written.</param>
    /// <exception cref="ArgumentException">Two have the same key.</exception>
    public MoveJson(IEnumerable<IExtensionDocument> extensions) => _rules = new(extensions);

    /// <summary>Writes a move, indented and with one line end. No character in it commands a terminal: all of those are escaped.</summary>
    /// <param name="plan">The move, as it stands after what was written.</param>
    /// <param name="applied">What was written before it was planned: a result a step.</param>
    /// <exception cref="InventoryRuleRejectedException">A rule in it has an extension that is not registered.</exception>
    public string Write(MovePlan plan, params IEnumerable<ApplyResult> applied)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(applied);
        return ShownJson.Write(new MoveNodes(new RuleForms(_rules)).Write(plan, [.. applied]));
    }
}

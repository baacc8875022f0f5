namespace Inventory.Conformance;

/// <summary>A fixture of the kit, as <see cref="ClauseAttribute"/> sees it: some of its clauses may be known to fail.</summary>
internal interface IDeviating
{
    /// <summary>Clauses that are known to fail, each with the reason, by the names of <see cref="ClauseCases.NamesOf(Type)"/>.</summary>
    IReadOnlyDictionary<string, string> Deviations { get; }
}

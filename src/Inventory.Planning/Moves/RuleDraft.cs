namespace Inventory.Planning;

/// <summary>A rule on its way, while its bucket is planned.</summary>
internal sealed class RuleDraft(InventoryRule source)
{
    public InventoryRule Source => source;

    /// <summary>The changes that hold for it, without those that are no change to one rule.</summary>
    public ValueList<Acceptance> Accepted { get; set; }

    public bool IsLeft { get; set; }

    public List<MoveChange> Changes { get; } = [];

    public List<MoveRefusal> Refusals { get; } = [];

    public List<MoveNote> Notes { get; } = [];

    /// <summary>What it becomes; more than one where it is split.</summary>
    public List<DraftPart> Parts { get; } = [];

    public bool IsSplit => Parts.Count > 1;

    /// <summary>Whether it is to be at the target.</summary>
    public bool Moves => !IsLeft && Refusals.Count == 0;

    /// <summary>Whether all of it is there.</summary>
    public bool IsLanded => Parts.TrueForAll(p => p.Live is not null);

    public RuleMove ToMove() => new()
    {
        RuleId = WholeText.Of(source.Id),
        IsEnabled = source.IsEnabled,
        Outcome = IsLeft ? MoveOutcome.Left : Refusals.Count > 0 ? MoveOutcome.Cannot : Changes.Count > 0 ? MoveOutcome.MapsWithChange : MoveOutcome.Maps,
        Changes = Changes.Distinct().ToValueList(),
        Refusals = Refusals.Distinct().ToValueList(),
        Notes = Notes.Distinct().ToValueList(),
        Landings = Moves ? Parts.Select(p => new RuleLanding(p.Held!, p.State)).ToValueList() : [],
    };
}

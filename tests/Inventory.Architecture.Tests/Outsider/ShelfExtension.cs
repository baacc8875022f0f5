namespace Acme.Shelf;

/// <summary>Members of a rule's file that this adapter does not know, as JSON. It keeps them, so that a put does not lose them.</summary>
public sealed record ShelfExtension : InventoryExtension
{
    internal ShelfExtension(string unknown) : base(ShelfCapabilities.Provider) => Unknown = unknown;

    public string Unknown { get; }

    public override IEnumerable<string> SettingsUsed => Unknown == "{}" ? [] : [nameof(Unknown)];
}

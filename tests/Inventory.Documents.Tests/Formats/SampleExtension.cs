namespace Inventory.Documents.Tests;

/// <summary>Settings of a provider that there is not.</summary>
public sealed record SampleExtension : InventoryExtension
{
    public SampleExtension(string provider = "sample")
        : base(provider)
    {
    }

    public string? Note { get; init; }

    public long? Count { get; init; }

    public ValueList<string> Tags { get; init; }

    public override IEnumerable<string> SettingsUsed
    {
        get
        {
            if (Note is not null)
            {
                yield return nameof(Note);
            }

            if (Count is not null)
            {
                yield return nameof(Count);
            }

            if (!Tags.IsEmpty)
            {
                yield return nameof(Tags);
            }
        }
    }
}

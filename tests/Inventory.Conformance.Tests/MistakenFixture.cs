namespace Inventory.Conformance.Tests;

/// <summary>The kit on a fixture in which its author has made a mistake.</summary>
[Probe]
public sealed class MistakenFixture(FixtureMistake mistake) : InventoryServiceConformance
{
    private readonly BackEnd _backEnd = new(Ground.CreateOnly);

    protected override string SourceBucket => mistake.SourceBucket;

    protected override string DestinationBucket => mistake.DestinationBucket;

    protected override string? MissingBucket => mistake.MissingBucket;

    protected override IInventoryService CreateService() => mistake.Create(_backEnd);
}

/// <summary>What its author has made of a fixture. Sound unless stated.</summary>
public sealed record FixtureMistake(string Mistake)
{
    public string SourceBucket { get; init; } = "source";

    public string DestinationBucket { get; init; } = "reports";

    public string? MissingBucket { get; init; } = "missing";

    public Func<BackEnd, IInventoryService> Create { get; init; } = backEnd => backEnd.NewService();

    public override string ToString() => Mistake;
}

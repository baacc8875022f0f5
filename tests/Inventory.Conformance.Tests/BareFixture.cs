using Inventory.InMemory;

namespace Inventory.Conformance.Tests;

/// <summary>A fixture that overrides what it must and nothing else.</summary>
[Probe]
public sealed class BareFixture : InventoryServiceConformance
{
    private readonly InMemoryStore _store = new();

    protected override string SourceBucket => "source";

    protected override string DestinationBucket => "reports";

    protected override IInventoryService CreateService() => new InMemoryInventoryService(store: _store);
}

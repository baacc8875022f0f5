using Inventory.InMemory;

namespace Inventory.Conformance.Tests;

/// <summary>The kit on a service that breaks the law: it loses columns without a word.</summary>
[Probe]
public sealed class ForgetfulFixture : InventoryServiceConformance
{
    private readonly InMemoryStore _store = new();

    protected override string SourceBucket => "source";

    protected override string DestinationBucket => "reports";

    protected override IInventoryService CreateService() =>
        new Overridden(new InMemoryInventoryService(store: _store)) { Writes = rule => rule with { OptionalFields = [] } };
}

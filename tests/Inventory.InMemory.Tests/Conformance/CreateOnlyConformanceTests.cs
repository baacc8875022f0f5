using Inventory.Conformance;

namespace Inventory.InMemory.Tests.Conformance;

[TestFixture]
public sealed class CreateOnlyConformanceTests : InventoryServiceConformance
{
    private static readonly InMemoryOptions Options = new() { Buckets = ["source", "reports"], NativePut = NativePut.CreateOnly, MaxRulesPerBucket = 20, PageSize = 3 };

    private readonly InMemoryStore _store = new();

    protected override string SourceBucket => "source";

    protected override string DestinationBucket => "reports";

    protected override string? MissingBucket => "missing";

    protected override long? RequestCount => _store.RequestCount;

    protected override IInventoryService CreateService() => new InMemoryInventoryService(Options, _store);
}

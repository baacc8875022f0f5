using Inventory.Conformance;

namespace Inventory.InMemory.Tests.Conformance;

[TestFixture]
public sealed class OverwriteConformanceTests : InventoryServiceConformance
{
    private static readonly InMemoryOptions Options = new() { Buckets = ["source", "reports"], NativePut = NativePut.Overwrite, MaxRulesPerBucket = 1000, PageSize = 1 };

    private readonly InMemoryStore _store = new();

    protected override string SourceBucket => "source";

    protected override string DestinationBucket => "reports";

    protected override string? MissingBucket => "missing";

    protected override long? RequestCount => _store.RequestCount;

    protected override int MostRulesToPut => 1000;

    protected override IInventoryService CreateService() => new InMemoryInventoryService(Options, _store);
}

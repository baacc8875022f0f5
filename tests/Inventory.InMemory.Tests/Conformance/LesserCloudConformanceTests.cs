using Inventory.Conformance;

namespace Inventory.InMemory.Tests.Conformance;

/// <summary>The kit on an imitation of a cloud that refuses much, holds some on a condition, and limits its texts.</summary>
[TestFixture]
public sealed class LesserCloudConformanceTests : InventoryServiceConformance
{
    private static readonly InMemoryOptions Options = new() { Buckets = ["source", "reports"], Capabilities = LesserCloud.Capabilities, PageSize = 2 };

    private readonly InMemoryStore _store = new();

    protected override string SourceBucket => "source";

    protected override string DestinationBucket => "reports";

    protected override string? MissingBucket => "missing";

    protected override long? RequestCount => _store.RequestCount;

    protected override IInventoryService CreateService() => new InMemoryInventoryService(Options, _store);
}

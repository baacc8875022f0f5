namespace Acme.Shelf;

[TestFixture]
public sealed class ShelfConformance : InventoryServiceConformance
{
    private readonly ShelfStore _store = new(Directory.CreateTempSubdirectory("shelf-").CreateSubdirectory("conformance-source").Parent!);

    protected override string SourceBucket => "conformance-source";
    protected override string DestinationBucket => "conformance-reports";
    protected override IInventoryService CreateService() => new ShelfInventoryService(_store);

    protected override string? MissingBucket => "conformance-no-such-bucket";
    protected override long? RequestCount => _store.RequestCount;
    protected override InventoryRule? SampleOfSetting(string setting, InventoryRule baseline) => baseline.WithExtension(new ShelfExtension("""{"colour":"red"}"""));
    protected override Func<string, string, string, Task>? SeedRaw => (bucket, id, json) => _store.Request(bucket, folder => File.WriteAllTextAsync($"{folder}/{id}.json", json));
    protected override string? RawDocument(string ruleId, RawDocumentKind kind) => $$"""{"id":"{{ruleId}}","reportBucket":"{{DestinationBucket}}" """
        + kind switch { RawDocumentKind.Unreadable => "}", RawDocumentKind.Known => ""","every":"Weekly"}""", _ => ""","every":"Weekly","colour":"red"}""" };
}

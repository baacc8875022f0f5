namespace Inventory.Conformance.Tests;

/// <summary>The kit on a ground as a saboteur leaves it, or on the same ground untouched.</summary>
[Probe]
public sealed class SabotagedFixture(Saboteur saboteur, bool isSound) : InventoryServiceConformance
{
    private readonly BackEnd _backEnd = new(saboteur.Ground);

    protected override string SourceBucket => "source";

    protected override string DestinationBucket => "reports";

    protected override string? MissingBucket => "missing";

    protected override long? RequestCount => isSound || saboteur.Counts is null ? _backEnd.Store.RequestCount : saboteur.Counts();

    protected override Func<string, string, string, Task>? SeedRaw => saboteur.Ground.KeepsUnknownContent ? _backEnd.SeedAsync : null;

    protected override IReadOnlyDictionary<string, string> Deviations => isSound ? base.Deviations : saboteur.Deviations;

    protected override TimeSpan LongestEndOfACancelledCall => isSound ? base.LongestEndOfACancelledCall : saboteur.Patience ?? base.LongestEndOfACancelledCall;

    protected override IInventoryService CreateService()
    {
        var service = _backEnd.NewService();
        return isSound ? service : saboteur.Spoil(service, _backEnd);
    }

    protected override InventoryRule Sample(InventoryFeature feature, InventoryRule baseline) =>
        isSound || saboteur.Samples is null ? base.Sample(feature, baseline) : saboteur.Samples(feature, baseline);

    protected override InventoryRule? SampleOfSetting(string setting, InventoryRule baseline) =>
        isSound || saboteur.SettingSamples is null ? baseline.WithExtension(new NewerExtension("x")) : saboteur.SettingSamples(baseline);

    protected override string? RawDocument(string ruleId, RawDocumentKind kind) => kind.ToString();
}

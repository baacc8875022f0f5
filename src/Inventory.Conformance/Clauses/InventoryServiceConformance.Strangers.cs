namespace Inventory.Conformance;

/// <content>What another provider alone knows.</content>
public abstract partial class InventoryServiceConformance
{
    [Clause]
    public async Task An_extension_of_another_provider_is_refused_by_name()
    {
        var extension = new ForeignExtension();
        var rule = Baseline().WithExtension(extension);

        var refusal = await RefusalOfAsync(rule);

        AssertIsForeign(refusal, extension);
        Assert.That(await Service.FindAsync(SourceBucket, rule.Id), Is.Null, "nothing may be stored");
    }

    [Clause]
    public async Task An_access_extension_of_another_provider_is_refused_by_name()
    {
        var extension = new ForeignAccessExtension();
        var rule = Baseline().WithExtension(extension);

        var refusal = await RefusalOfAsync(rule);

        AssertIsForeign(refusal, extension);
        Assert.That(await Service.FindAsync(SourceBucket, rule.Id), Is.Null, "nothing may be stored");
    }

    [Clause]
    public async Task Values_that_another_provider_alone_knows_are_refused_all_at_once()
    {
        var baseline = Baseline();
        var rule = baseline with
        {
            Destination = baseline.Destination with { Format = InventoryFormat.Other(Foreign.Provider, Foreign.Text) },
            Schedule = InventorySchedule.Other(Foreign.Provider, Foreign.Text),
            Filter = new() { StorageClasses = [InventoryStorageClass.Other(Foreign.Provider, Foreign.Text)] },
            IncludedObjectVersions = InventoryObjectVersions.Other(Foreign.Provider, Foreign.Text),
            OptionalFields = [InventoryField.Other(Foreign.Provider, Foreign.Text)],
        };

        var refusal = await RefusalOfAsync(rule);

        var unrecognized = refusal.Violations.Where(v => v.Kind == RuleViolationKind.UnrecognizedValue).ToList();
        Assert.That(unrecognized.Select(v => v.Path), Is.EquivalentTo(new[]
        {
            RulePaths.DestinationFormat,
            RulePaths.Schedule,
            $"{RulePaths.FilterStorageClasses}[{Foreign.Provider}:{Foreign.Text}]",
            RulePaths.IncludedObjectVersions,
            $"{RulePaths.OptionalFields}[{Foreign.Provider}:{Foreign.Text}]",
        }));
        unrecognized.ForEach(AssertExplains);
    }

    private static void AssertIsForeign(InventoryRuleRejectedException refusal, InventoryExtension extension)
    {
        var violation = refusal.Violations.FirstOrDefault(v => v.Path == extension.PathOf(Foreign.Setting));
        Assert.That(violation, Is.Not.Null, $"the refusal must name the setting: {refusal.Message}");
        Assert.That(violation!.Kind, Is.EqualTo(RuleViolationKind.ForeignExtension));
        AssertExplains(violation);
    }
}

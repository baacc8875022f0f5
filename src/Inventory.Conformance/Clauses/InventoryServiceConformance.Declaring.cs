namespace Inventory.Conformance;

/// <content>What the capabilities say must be complete, and of use to a reader.</content>
public abstract partial class InventoryServiceConformance
{
    [Clause, TestCaseSource(typeof(ClauseCases), nameof(ClauseCases.Features))]
    public void The_table_answers_for_a_feature_with_its_reason_its_remedy_and_who_says_so(InventoryFeature feature) =>
        AssertIsOfUse(feature.ToString(), Capabilities.Features[feature]);

    [Clause]
    public void The_settings_of_the_extensions_are_answered_for_in_the_same_way()
    {
        foreach (var (setting, support) in Capabilities.Extensions)
        {
            AssertIsOfUse(setting, support);
        }
    }

    [Clause]
    public void The_limits_and_guarantees_are_stated_in_words()
    {
        Assert.That(Capabilities.DisplayName, Is.Not.Empty);
        Assert.That(Capabilities.Provider, Does.Match("^[a-z][a-z0-9-]*$"));
        Assert.That(Capabilities.CreateOnlyGuarantee, Does.EndWith("."));
        Assert.That(Capabilities.ReplaceGuarantee, Does.EndWith("."));
        Assert.That(Capabilities.NativePutEvidence.IsEmpty, Is.False, "who says what a put of a rule does that is there?");
        Assert.That(Capabilities.MaxRulesPerBucket is null || !Capabilities.MaxRulesEvidence.IsEmpty, "who says how many rules a bucket holds?");
        Assert.That(Capabilities.DestinationPrefixSlash == PrefixSlash.Indifferent || !Capabilities.DestinationPrefixSlashEvidence.IsEmpty, "who advises this about a slash?");
        Assert.That(Capabilities.StatedLimits.Where(l => l.Evidence.IsEmpty).Select(l => l.Name), Is.Empty, "who states these limits?");
        AssertIsOfUse("a put", Capabilities.NativePutEvidence);
        AssertIsOfUse("rules in a bucket", Capabilities.MaxRulesEvidence);
        AssertIsOfUse("a slash", Capabilities.DestinationPrefixSlashEvidence);
        AssertIsOfUse("a report's keys", Capabilities.ReportPathEvidence);
        foreach (var limit in Capabilities.StatedLimits)
        {
            AssertIsOfUse(limit.Name, limit.Evidence);
        }
    }

    [Clause]
    public void An_instance_declares_what_another_declares()
    {
        var other = NewService();

        Assert.That(other.Capabilities.Provider, Is.EqualTo(Capabilities.Provider));
        Assert.That(other.Capabilities.NativePut, Is.EqualTo(Capabilities.NativePut));
        Assert.That(other.Capabilities.Features, Is.EqualTo(Capabilities.Features));
    }

    [Clause]
    public void Every_deviation_names_a_clause_and_says_why() => ClauseCases.AssertAreOf(typeof(InventoryServiceConformance), Deviations);

    private static void AssertIsOfUse(string name, FeatureSupport support)
    {
        if (support.Level != SupportLevel.Supported)
        {
            Assert.That(support.Reason, Does.EndWith("."), $"{name}: the reason must be a sentence");
            Assert.That(support.Remedy, Does.EndWith("."), $"{name}: the remedy must be a sentence");
            Assert.That(support.Evidence.IsEmpty, Is.False, $"{name}: who says so?");
        }

        AssertIsOfUse(name, support.Evidence);
    }

    private static void AssertIsOfUse(string name, ValueList<Evidence> sources)
    {
        foreach (var evidence in sources)
        {
            Assert.That(evidence.Reading, Is.Not.Empty, $"{name}: what does the source say?");
            Assert.That(evidence.Source, Is.Not.Empty, $"{name}: which source?");
            Assert.That(evidence.Dated, Is.GreaterThan(new DateOnly(2006, 1, 1)), $"{name}: of which date is the source?");
        }
    }
}

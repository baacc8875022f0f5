using Inventory.Abstractions.Tests.TestDoubles;

namespace Inventory.Abstractions.Tests.Capabilities;

[TestFixture]
public sealed class FeatureTableTests
{
    private static readonly InventoryFeature[] Features = Enum.GetValues<InventoryFeature>();

    [Test]
    public void A_table_answers_for_every_feature()
    {
        var table = TestCloud.Capabilities.Features;

        Assert.That(table.Keys, Is.EqualTo(Features));
        Assert.That(table, Has.Count.EqualTo(Features.Length));
        Assert.That(table.Select(cell => cell.Key), Is.EqualTo(Features));
        Assert.That(table.TryGetValue((InventoryFeature)999, out _), Is.False);
    }

    [Test]
    public void Features_are_numbered_without_a_gap_because_tables_are_read_by_number()
    {
        Assert.That(Features.Select(f => (int)f), Is.EqualTo(Enumerable.Range(0, Features.Length)));
    }

    [Test]
    public void A_table_with_gaps_names_all_of_them_at_once()
    {
        var cells = Features.Skip(2).ToDictionary(f => f, f => f switch
        {
            InventoryFeature.WeeklySchedule => FeatureSupport.NotOffered("", "Do without.", TestCloud.Page),
            InventoryFeature.OnceSchedule => FeatureSupport.Conditional("Some regions.", "", TestCloud.Page),
            InventoryFeature.OrcFormat => FeatureSupport.NotOffered("It has none.", "Do without."),
            _ => FeatureSupport.Supported(),
        });

        Assert.That(() => new FeatureTable(cells), Throws.ArgumentException.With.Message.StartsWith(
            "The feature table is not complete: DailySchedule has no cell; EveryThreeDaysSchedule has no cell; WeeklySchedule has no reason; OnceSchedule has no remedy; OrcFormat has no evidence."));
    }

    [Test]
    public void A_table_with_some_cells_changed_leaves_the_first_as_it_was()
    {
        var table = TestCloud.Capabilities.Features;

        var changed = table.With([KeyValuePair.Create(InventoryFeature.OrcFormat, TestCloud.NotOffered())]);

        Assert.That(changed[InventoryFeature.OrcFormat].Level, Is.EqualTo(SupportLevel.NotOffered));
        Assert.That(changed[InventoryFeature.CsvFormat].Level, Is.EqualTo(SupportLevel.Supported));
        Assert.That(table[InventoryFeature.OrcFormat].Level, Is.EqualTo(SupportLevel.Supported));
    }

    [Test]
    public void Evidence_shows_its_source_and_its_date_in_any_culture()
    {
        Assert.That(TestCloud.Page.ToString(), Is.EqualTo("Test Cloud, rules, 2025-01-31"));
    }

    [Test]
    public void A_provider_is_named_in_lower_case()
    {
        Assert.That((TestCloud.Capabilities with { Provider = "TEST" }).Provider, Is.EqualTo("test"));
    }
}

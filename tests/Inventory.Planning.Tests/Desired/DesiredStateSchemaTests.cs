using Inventory.Documents;

namespace Inventory.Planning.Tests;

public sealed class DesiredStateSchemaTests
{
    private static readonly SchemaDocument Schema = new(DesiredStateSchema.Text);

    private static IEnumerable<TestCaseData> Seen => Named(BadFiles.All.Where(f => f.IsSeenBySchema));

    private static IEnumerable<TestCaseData> Unseen => Named(BadFiles.All.Where(f => !f.IsSeenBySchema && !f.Name.StartsWith("no_", StringComparison.Ordinal)));

    /// <summary>Every object of a file that uses everything, and the one of the schema that describes it.</summary>
    private static IEnumerable<TestCaseData> Objects =>
    [
        Object("root", "", "version: 1", "accounts: {}"),
        Object("account", "definitions/account", "version: 1", "accounts: { a: {} }"),
        Object("rule", "definitions/rule", "version: 1", "rules: { r: {} }"),
        Object("default", "definitions/rule", "version: 1", "defaults: { d: {} }"),
        Object("assignment", "definitions/assignment", "version: 1", "assignments: [{}]"),
        Object("destination", "definitions/destination", "version: 1", "rules: { r: { destination: {} } }"),
        Object("encryption", "definitions/encryption", "version: 1", "rules: { r: { destination: { encryption: {} } } }"),
        Object("filter", "definitions/filter", "version: 1", "rules: { r: { filter: {} } }"),
        Object("lastModified", "definitions/filter/properties/lastModified", "version: 1", "rules: { r: { filter: { lastModified: {} } } }"),
        Object("objectSize", "definitions/filter/properties/objectSize", "version: 1", "rules: { r: { filter: { objectSize: {} } } }"),
        Object("other", "definitions/other", "version: 1", "rules: { r: { schedule: {} } }"),
        Object("value", "definitions/other/properties/other", "version: 1", "rules: { r: { schedule: { other: {} } } }"),
    ];

    [Test]
    public void It_accepts_what_is_read()
    {
        Assert.That(Schema.Violations(YamlNodes.Parse(Fleet.Full, new())), Is.Empty);
        Assert.That(Schema.Violations(Fleet.Json), Is.Empty);
    }

    [TestCaseSource(nameof(Seen))]
    public void It_refuses_what_is_refused(BadFile file) => Assert.That(Schema.Violations(YamlNodes.Parse(file.Text, new())), Is.Not.Empty);

    [TestCaseSource(nameof(Unseen))]
    public void It_does_not_know_what_there_is(BadFile file) => Assert.That(Schema.Violations(YamlNodes.Parse(file.Text, new())), Is.Empty);

    [TestCaseSource(nameof(Objects))]
    public void It_has_the_names_that_are_read_and_no_other(string path, string text)
    {
        var read = SchemaDocument.KnownNames(() => Fleet.Read(text));

        Assert.That(Schema.Names(path), Is.EquivalentTo(read));
    }

    [Test]
    public void An_override_has_the_names_of_a_rule_but_from() =>
        Assert.That(Schema.Names("definitions/override").Append("from"), Is.EquivalentTo(Schema.Names("definitions/rule")));

    [Test]
    public void It_has_every_known_value()
    {
        Assert.That(Values("definitions/rule/properties/includedObjectVersions/anyOf"), Is.EqualTo(InventoryObjectVersions.Known.Select(v => v.Text)));
        Assert.That(Values("definitions/destination/properties/format/anyOf"), Is.EqualTo(InventoryFormat.Known.Select(v => v.Text)));
        Assert.That(Values("definitions/rule/properties/optionalFields/items/anyOf"), Is.EquivalentTo(InventoryField.Known.Select(v => v.Text)));
        Assert.That(Values("definitions/filter/properties/storageClasses/items/anyOf"), Is.EqualTo(InventoryStorageClass.Known.Select(v => v.Text)));
        Assert.That(
            Schema.At("definitions/encryption/properties/kind/enum").Items.Where(i => i.Kind == DocumentNodeKind.Text).Select(i => i.Text),
            Is.EquivalentTo(Enum.GetNames<InventoryEncryptionKind>()));
    }

    [TestCase("Daily", true)]
    [TestCase("EveryThreeDays", true)]
    [TestCase("Weekly", true)]
    [TestCase("EveryThirtyDays", true)]
    [TestCase("Monthly(0)", false)]
    [TestCase("Monthly(1)", true)]
    [TestCase("Monthly(10)", true)]
    [TestCase("Monthly(31)", true)]
    [TestCase("Monthly(32)", false)]
    [TestCase("Monthly(01)", false)]
    [TestCase("Once", false)]
    public void It_accepts_every_schedule_but_Once(string schedule, bool isAccepted)
    {
        var violations = Schema.Violations(YamlNodes.Parse($"version: 1\naccounts: {{}}\nrules: {{ r: {{ schedule: {schedule} }} }}", new()));

        Assert.That(violations, Is.EqualTo(isAccepted ? [] : new[] { "$.rules.r.schedule: anyOf" }));
    }

    [Test]
    public void It_says_what_each_member_is()
    {
        Assert.That(Schema.Objects.SelectMany(Schema.Names).Count(), Is.GreaterThan(20));
        Assert.That(Schema.Objects.SelectMany(Schema.Undescribed), Is.SubsetOf(new[] { "lower", "upper", "kind", "provider", "text" }));
    }

    private static IEnumerable<string> Values(string path) => Schema.Values($"{path}/0");

    private static IEnumerable<TestCaseData> Named(IEnumerable<BadFile> files) => files.Select(f => new TestCaseData(f).SetName($"{{m}}({f.Name})"));

    /// <summary>A file with an unknown member in its innermost object.</summary>
    private static TestCaseData Object(string name, string path, string head, string rest)
    {
        var at = rest.LastIndexOf("{}", StringComparison.Ordinal);
        var text = name == "root" ? $"{head}\n{rest}\nzzz: 1\n" : $"{head}\n{rest[..at]}{{ zzz: 1 }}{rest[(at + 2)..]}\n";
        return new TestCaseData(path, text).SetName($"{{m}}({name})");
    }
}

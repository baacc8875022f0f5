using Inventory.Documents;

namespace Inventory.Planning.Tests;

public sealed class PlanSchemaTests
{
    private static readonly SchemaDocument Schema = new(PlanSchema.Text);
    private static readonly PlanJson Json = new(SettingExtension.Documents);

    /// <summary>Every object of a plan, and the one of the schema that describes it.</summary>
    private static IEnumerable<TestCaseData> Objects =>
    [
        Object("", """{ "version": 1, ZZZ }"""),
        Object("definitions/bucket", Bucket("ZZZ")),
        Object("definitions/change", Bucket("""  "changes": [{ ZZZ }]  """)),
        Object("definitions/difference", Bucket("""  "changes": [{ "differences": [{ ZZZ }] }]  """)),
        Object("definitions/violation", Bucket("""  "changes": [{ "notices": [{ ZZZ }] }]  """)),
        Object("definitions/evidence", Bucket("""  "changes": [{ "notices": [{ "evidence": [{ ZZZ }] }] }]  """)),
        Object("definitions/rule", Bucket("""  "changes": [{ "before": { ZZZ } }]  """)),
        Object("definitions/refusal", Bucket("""  "refusals": [{ ZZZ }]  """)),
        Object("definitions/failure", Bucket("""  "failure": { ZZZ }  """)),
    ];

    [Test]
    public async Task It_accepts_a_plan_of_everything()
    {
        var plan = JsonNodes.Parse(Json.Write(await EverythingAsync()));

        Assert.That(Schema.Violations(plan), Is.Empty);
        Assert.That(SchemaDocument.Members(plan), Is.SupersetOf(Own().SelectMany(Schema.Names)), "the plan has every member that the schema knows");
    }

    [Test]
    public Task It_accepts_every_plan() => PropertyRun.CheckAsync(100, RandomFleet.Generator, async random =>
    {
        var fleet = await random.BuildAsync();

        var plan = await fleet.PlanAsync(random.Desired, prune: true);

        Assert.That(Schema.Violations(Json.Write(plan)), Is.Empty);
    });

    [TestCaseSource(nameof(Objects))]
    public void It_has_the_names_that_are_read_and_no_other(string path, string text)
    {
        var read = SchemaDocument.KnownNames(() => Json.Parse(text));

        Assert.That(Schema.Names(path), Is.EquivalentTo(read));
        Assert.That(Schema.Violations(text), Has.Some.EndsWith(".zzz: false"));
    }

    [Test]
    public void It_has_every_known_name()
    {
        Assert.That(Schema.Values("definitions/change/properties/kind"), Is.EquivalentTo(Enum.GetNames<ChangeKind>()));
        Assert.That(Schema.Values("definitions/failure/properties/kind"), Is.EquivalentTo(Enum.GetNames<InventoryErrorKind>()));
        Assert.That(Schema.Values("definitions/violation/properties/kind"), Is.EquivalentTo(Enum.GetNames<RuleViolationKind>()));
        Assert.That(Schema.Values("definitions/violation/properties/severity"), Is.EquivalentTo(Enum.GetNames<ViolationSeverity>()));
        Assert.That(Schema.Values("definitions/violation/properties/feature"), Is.EquivalentTo(Enum.GetNames<InventoryFeature>()));
    }

    [Test]
    public void What_it_says_of_parts_of_rules_the_schema_of_a_fleet_file_says_too()
    {
        var fleet = new SchemaDocument(DesiredStateSchema.Text).At("definitions").Members.ToDictionary(m => m.Name, m => m.Node);
        var shared = Schema.At("definitions").Members.Where(m => m.Name != "rule" && fleet.ContainsKey(m.Name)).ToList();

        Assert.That(shared.Select(m => m.Name), Is.EquivalentTo(new[] { "destination", "encryption", "filter", "instant", "other" }));
        Assert.That(shared.Select(m => JsonNodes.Write(m.Node, isIndented: false)), Is.EqualTo(shared.Select(m => JsonNodes.Write(fleet[m.Name], isIndented: false))));
    }

    [Test]
    public void It_says_what_each_member_is()
    {
        Assert.That(Own().SelectMany(Schema.Names).Count(), Is.GreaterThan(40));
        Assert.That(Own().SelectMany(Schema.Undescribed), Is.Empty);
    }

    /// <summary>A plan in which every member stands somewhere.</summary>
    private static async Task<Plan> EverythingAsync()
    {
        var plan = await SamplePlan.MakeAsync();
        var gone = plan.Buckets.Single(b => b.Failure is not null);
        var everywhere = Make.Rule("everywhere") with
        {
            IsEnabled = false,
            Schedule = InventorySchedule.Once,
            Destination = new() { Bucket = "reports", Prefix = "p/", Format = InventoryFormat.Orc, Encryption = InventoryEncryption.Kms("key") },
            Filter = new() { Prefixes = ["a"], StorageClasses = [InventoryStorageClass.Standard] },
            IncludedObjectVersions = InventoryObjectVersions.All,
            OptionalFields = [InventoryField.Size, InventoryField.Other("memory", "x")],
            Extensions = [new SettingExtension("memory", "x")],
        };
        var violation = plan.Buckets.SelectMany(b => b.Refusals).First().Violations[0] with
        {
            ServerAnswer = "InvalidArgument",
            Feature = InventoryFeature.DailySchedule,
            Evidence = [new("r", "s", new(2025, 1, 31))],
        };
        return plan with
        {
            Buckets =
            [
                .. plan.Buckets.Select(b => b != gone ? b : b with { Failure = b.Failure! with { RuleId = "r", RequestId = "5F", Unreadable = ["x"], MoreUnreadable = 2 } }),
                new()
                {
                    Account = "first",
                    Bucket = "other",
                    Provider = "memory",
                    Changes = [new() { Kind = ChangeKind.Delete, RuleId = "everywhere", Before = everywhere, Source = "fleet.yaml:1:1 rules.x", Notices = [violation] }],
                    Refusals = [new() { RuleId = "r", Violations = [violation], Source = "fleet.yaml:1:1 rules.r" }],
                },
            ],
        };
    }

    /// <summary>The objects that a plan alone has, and the rule.</summary>
    private static IEnumerable<string> Own() => Schema.Objects.Where(o => o is not ("definitions/destination" or "definitions/encryption" or "definitions/filter" or "definitions/other"));

    private static string Bucket(string members) => $$"""{ "version": 1, "buckets": [{ {{members.Trim()}} }] }""";

    /// <summary>A plan with an unknown member in its innermost object.</summary>
    private static TestCaseData Object(string path, string text) =>
        new TestCaseData(path, text.Replace("ZZZ", $"\"{SchemaDocument.UnknownMember}\": 1", StringComparison.Ordinal)).SetName($"{{m}}({(path.Length == 0 ? "plan" : path[(path.LastIndexOf('/') + 1)..])})");
}

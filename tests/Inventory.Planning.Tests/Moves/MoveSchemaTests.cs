using Inventory.Documents;

namespace Inventory.Planning.Tests;

public sealed class MoveSchemaTests
{
    private static readonly SchemaCheck Check = new(MoveSchema.Text);
    private static readonly DocumentNode Schema = JsonNodes.Parse(MoveSchema.Text);

    [Test]
    public void It_accepts_a_move_of_everything_and_knows_every_name_of_it()
    {
        var move = JsonNodes.Parse(new MoveJson([]).Write(Everything, new ApplyResult { PlanHash = "h", Buckets = [] }));

        Assert.That(Check.Violations(move), Is.Empty);
        Assert.That(Members(move), Is.SupersetOf(Objects().SelectMany(Properties).Select(p => p.Name)), "the move has every member that the schema knows");
    }

    [Test]
    public Task It_accepts_every_move() => PropertyRun.CheckAsync(100, RandomMove.Generator, async random =>
    {
        var move = await random.BuildAsync();

        var plan = await move.PlanAsync(random.Options);

        Assert.That(Check.Violations(JsonNodes.Parse(new MoveJson(SettingExtension.Documents).Write(plan))), Is.Empty);
    });

    [Test]
    public void It_has_every_known_name()
    {
        Assert.That(Values("rule/properties/outcome"), Is.EqualTo(Enum.GetNames<MoveOutcome>()));
        Assert.That(Values("landing/properties/state"), Is.EqualTo(Enum.GetNames<LandingState>()));
        Assert.That(Values("impact"), Is.EqualTo(Enum.GetNames<MoveImpact>()));
        Assert.That(Values("note/properties/severity"), Is.EqualTo(Enum.GetNames<ViolationSeverity>()));
        Assert.That(Values("failure/properties/kind"), Is.EquivalentTo(Enum.GetNames<InventoryErrorKind>()));
    }

    [Test]
    public void It_lets_no_other_member_pass_and_says_what_each_is()
    {
        Assert.That(Objects().Select(o => Member(o, "additionalProperties").Text), Is.All.EqualTo("false"));
        Assert.That(Objects().SelectMany(Properties).Where(p => p.Node.Members.All(m => m.Name is not ("description" or "$ref"))).Select(p => p.Name), Is.Empty);
        Assert.That(Objects().SelectMany(Properties).Count(), Is.GreaterThan(50));
    }

    private static MovePlan Everything => new()
    {
        From = "first",
        To = "second",
        Plan = new() { Hash = "h", Buckets = [] },
        Unused = [MoveAcceptance.Split("rule")],
        UnusedDestinations = [new("a", "b")],
        Buckets =
        [
            new()
            {
                Source = "logs",
                Target = "logs",
                Failures = [new() { Account = "first", Bucket = "logs", RuleId = "r", Kind = InventoryErrorKind.Conflict, Reason = "x", RequestId = "5F", Unreadable = ["x"], MoreUnreadable = 2 }],
                Rules =
                [
                    new()
                    {
                        RuleId = "rule",
                        IsEnabled = true,
                        Outcome = MoveOutcome.Maps,
                        Changes = [new() { Path = "Id", Before = "x", After = "y", Reason = "z", Accepted = MoveAcceptance.Split("rule") }],
                        Refusals = [new() { Path = "Id", Reason = "x", Remedy = "y", Choices = [MoveAcceptance.Split()] }],
                        Notes = [new("Id", ViolationSeverity.Note, "x")],
                        Landings = [new(Make.Rule("x"), LandingState.Enabled)],
                    },
                ],
            },
        ],
    };

    /// <summary>Every object that the schema describes.</summary>
    private static IEnumerable<DocumentNode> Objects() => Member(Schema, "definitions").Members.Select(m => m.Node).Where(n => n.Members.Any(m => m.Name == "properties")).Append(Schema);

    private static IReadOnlyList<DocumentMember> Properties(DocumentNode schema) => Member(schema, "properties").Members;

    private static IEnumerable<string> Members(DocumentNode node) =>
        node.Members.SelectMany(m => Members(m.Node).Prepend(m.Name)).Concat(node.Items.SelectMany(Members));

    private static IEnumerable<string> Values(string path) =>
        path.Split('/').Append("enum").Aggregate(Member(Schema, "definitions"), Member).Items.Select(i => i.Text);

    private static DocumentNode Member(DocumentNode node, string name) => node.Members.Single(m => m.Name == name).Node;
}

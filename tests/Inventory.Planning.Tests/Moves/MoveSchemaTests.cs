using Inventory.Documents;

namespace Inventory.Planning.Tests;

public sealed class MoveSchemaTests
{
    private static readonly SchemaDocument Schema = new(MoveSchema.Text);

    [Test]
    public void It_accepts_a_move_of_everything_and_knows_every_name_of_it()
    {
        var move = JsonNodes.Parse(new MoveJson([]).Write(Everything, new ApplyResult { PlanHash = "h", Buckets = [] }));

        Assert.That(Schema.Violations(move), Is.Empty);
        Assert.That(SchemaDocument.Members(move), Is.SupersetOf(Schema.Objects.SelectMany(Schema.Names)), "the move has every member that the schema knows");
    }

    [Test]
    public Task It_accepts_every_move() => PropertyRun.CheckAsync(100, RandomMove.Generator, async random =>
    {
        var move = await random.BuildAsync();

        var plan = await move.PlanAsync(random.Options);

        Assert.That(Schema.Violations(new MoveJson(SettingExtension.Documents).Write(plan)), Is.Empty);
    });

    [Test]
    public void It_has_every_known_name()
    {
        Assert.That(Schema.Values("definitions/rule/properties/outcome"), Is.EqualTo(Enum.GetNames<MoveOutcome>()));
        Assert.That(Schema.Values("definitions/landing/properties/state"), Is.EqualTo(Enum.GetNames<LandingState>()));
        Assert.That(Schema.Values("definitions/impact"), Is.EqualTo(Enum.GetNames<MoveImpact>()));
        Assert.That(Schema.Values("definitions/note/properties/severity"), Is.EqualTo(Enum.GetNames<ViolationSeverity>()));
        Assert.That(Schema.Values("definitions/failure/properties/kind"), Is.EquivalentTo(Enum.GetNames<InventoryErrorKind>()));
    }

    [Test]
    public void It_lets_no_other_member_pass_and_says_what_each_is()
    {
        Assert.That(Schema.Objects.Select(o => Schema.At($"{o}/additionalProperties").Text), Is.All.EqualTo("false"));
        Assert.That(Schema.Objects.SelectMany(Schema.Undescribed), Is.Empty);
        Assert.That(Schema.Objects.SelectMany(Schema.Names).Count(), Is.GreaterThan(50));
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
}

namespace Inventory.Planning.Tests;

/// <summary><see cref="DesiredStateWriter"/>: what it writes is read back.</summary>
[TestFixture]
public sealed class DesiredStateWriterTests
{
    private static readonly DesiredStateWriter Writer = new(SettingExtension.Documents);

    [Test]
    public void Whatever_is_desired_is_read_back_with_its_acceptances_in_both_formats() => PropertyRun.Check(300, RandomFleet.Generator, fleet =>
    {
        foreach (var format in Enum.GetValues<FleetFileFormat>())
        {
            Assert.That(Same(fleet.Desired, Read(Writer.Write(fleet.Desired, format))));
        }
    });

    [Test]
    public void Rules_with_other_acceptances_are_assigned_apart()
    {
        var state = Make.State(
            Make.Bucket(TestFleet.First, "one", Make.Desired(Make.Rule("a"))),
            Make.Bucket(TestFleet.First, "two", Make.Desired(Make.Rule("a"), "schedule=Weekly", "drop=OptionalFields")));

        var text = Writer.Write(state);

        Assert.That(text.Split("  - account: ").Skip(1).Select(a => a.Contains("accept:", StringComparison.Ordinal)), Is.EqualTo([false, true]));
        Assert.That(text, Does.Contain("    accept:\n      - schedule=Weekly\n      - drop=OptionalFields\n"));
        Assert.That(Same(state, Read(text)));
    }

    [Test]
    public void What_no_file_can_say_is_refused_whole_with_each_reason()
    {
        var state = Make.State(
            Make.Bucket(TestFleet.First, "lo*gs", Make.Desired(Make.Rule("a"))),
            Make.Bucket(TestFleet.First, "two", Make.Desired(Make.Rule("once") with { Schedule = InventorySchedule.Once }), Make.Desired(Make.Rule("b")), Make.Desired(Make.Rule("b") with { IsEnabled = false })));

        var refused = Assert.Throws<Documents.InvalidDocumentException>(() => Writer.Write(state))!;

        Assert.That(refused.Problems.Select(p => p.Path), Is.EqualTo(["first/lo*gs", "first/two b", "first/two once"]));
        Assert.That(refused.Problems, Has.All.Matches<Documents.DocumentProblem>(p => p.Message.Length > 20));
    }

    [Test]
    public void A_bucket_twice_is_a_mistake_of_the_caller() =>
        Assert.That(() => Writer.Write(Make.State(Make.Bucket("a", "b"), Make.Bucket("a", "b"))), Throws.ArgumentException.With.Message.Contains("Bucket 'b' of account 'a' is there twice."));

    private static DesiredState Read(string text) => new DesiredStateReader(SettingExtension.Documents).Read(text, "fleet.yaml");

    private static bool Same(DesiredState one, DesiredState other) => Form(one).SequenceEqual(Form(other));

    private static IEnumerable<string> Form(DesiredState state) =>
        state.Buckets.SelectMany(b => b.Rules.Select(r => $"{b.Account}/{b.Bucket} {r.Rule} {r.Accept}").Prepend($"{b.Account}/{b.Bucket}")).Order(StringComparer.Ordinal);
}

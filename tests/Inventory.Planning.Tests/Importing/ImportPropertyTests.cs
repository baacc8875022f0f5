using Inventory.Documents;
using static Inventory.Planning.Tests.Imported;

namespace Inventory.Planning.Tests;

public sealed class ImportPropertyTests
{
    private const int Cases = 300;

    private static readonly SchemaCheck Schema = new(DesiredStateSchema.Text);

    [Test]
    public Task What_was_imported_leaves_nothing_to_do() => PropertyRun.CheckAsync(Cases, RandomFleet.Generator, async random =>
    {
        var fleet = await random.BuildAsync();
        var live = await new FleetReader(fleet.Of).ReadAsync(random.Desired);

        var import = Importer.Import(live);

        var desired = new DesiredStateReader(SettingExtension.Documents).Read(import.Text, "fleet.yaml");
        var plan = await fleet.PlanAsync(desired, prune: true);
        Assert.That(import.IsWhole, Is.True);
        Assert.That((plan.IsEmpty, plan.Counts.Changes, plan.Counts.Unmanaged), Is.EqualTo((true, 0, 0)));
        Assert.That(plan.Counts.Unchanged, Is.EqualTo(import.Rules).And.EqualTo(live.Buckets.Sum(b => b.Rules.Count)));
    });

    [Test]
    public void Everything_that_is_there_is_in_the_file_or_told() => PropertyRun.Check(Cases, RandomLive.Generator, live =>
    {
        foreach (var format in Enum.GetValues<FleetFileFormat>())
        {
            var import = Importer.Import(live, format);

            var plan = Plan(import, live);
            Assert.That(plan.Counts.Changes + plan.Counts.Refusals, Is.Zero, import.Text);
            Assert.That(
                plan.Buckets.SelectMany(b => b.Unmanaged, (b, id) => (b.Account, b.Bucket, id)),
                Is.EquivalentTo(import.LeftOut.Select(o => (o.Account, o.Bucket, o.RuleId))));
            Assert.That(plan.Buckets.Select(b => (b.Account, b.Bucket)), Is.EquivalentTo(live.Buckets.Where(b => b.Failure is null).Select(b => (b.Account, b.Bucket))));
            Assert.That(import.Failures, Is.EqualTo(live.Buckets.Select(b => b.Failure).OfType<BucketFailure>()));
            Assert.That(plan.Counts.Unchanged, Is.EqualTo(import.Rules));
        }
    });

    [Test]
    public void The_schema_accepts_what_is_written() => PropertyRun.Check(Cases, RandomLive.Generator, live =>
        Assert.That(Schema.Violations(JsonNodes.Parse(Importer.Import(live, FleetFileFormat.Json).Text)), Is.Empty));

    [Test]
    public void No_assignment_gives_a_bucket_what_another_gives_it() => PropertyRun.Check(Cases, RandomLive.Generator, live =>
    {
        var import = Importer.Import(live);

        var given = Given(import.Text).ToList();
        Assert.That(given, Is.Unique);
        Assert.That(given, Has.Count.EqualTo(import.Rules));
    });

    [Test]
    public void The_text_follows_the_rules_and_not_their_order_in_a_list() => PropertyRun.Check(Cases, RandomLive.Generator, live =>
    {
        var reversed = live with { Buckets = [.. live.Buckets.Select(b => b with { Rules = [.. b.Rules.Reverse()] })] };

        Assert.That(Importer.Import(reversed), Is.EqualTo(Importer.Import(live)));
    });

    /// <summary>Which rule is assigned to which bucket, as often as it is.</summary>
    private static IEnumerable<(string Account, string Bucket, string Rule)> Given(string text)
    {
        var file = YamlNodes.Parse(text, new());
        DocumentNode? Of(DocumentNode node, string name) => node.Members.FirstOrDefault(m => m.Name == name).Node;
        foreach (var assignment in Of(file, "assignments")?.Items ?? [])
        {
            var account = Of(assignment, "account")!.Text;
            var all = Of(Of(Of(file, "accounts")!, account)!, "buckets")!.Items;
            var buckets = Of(assignment, "buckets")!.Items;
            foreach (var bucket in buckets is [{ Text: "*" }] ? all : buckets)
            {
                foreach (var rule in Of(assignment, "rules")!.Items)
                {
                    yield return (account, bucket.Text, rule.Text);
                }
            }
        }
    }
}

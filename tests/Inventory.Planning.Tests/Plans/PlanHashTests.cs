namespace Inventory.Planning.Tests;

[TestFixtureSource(typeof(CultureTests), nameof(Names))]
public sealed class PlanHashTests(string culture) : CultureTests(culture)
{
    private static readonly InventoryRule Full = Make.Rule("a") with
    {
        Schedule = InventorySchedule.Monthly(3),
        Filter = new() { Prefixes = ["i/", "I/"], LastModified = new() { Begin = DateTimeOffset.UnixEpoch }, ObjectSize = new() { Lower = 1000 } },
        OptionalFields = [InventoryField.Size, InventoryField.ETag],
        Extensions = [new SettingExtension("memory", "x")],
    };

    private static readonly InventoryRule[] Others =
    [
        Full with { Id = "b" },
        Full with { IsEnabled = false },
        Full with { Schedule = InventorySchedule.Monthly(4) },
        Full with { Destination = Full.Destination with { Prefix = null } },
        Full with { Destination = Full.Destination with { Bucket = "other" } },
        Full with { Destination = Full.Destination with { Format = InventoryFormat.Orc } },
        Full with { Destination = Full.Destination with { Encryption = InventoryEncryption.KmsDefaultKey } },
        Full with { Filter = InventoryFilter.WholeBucket },
        Full with { Filter = Full.Filter with { Prefixes = ["i/"] } },
        Full with { OptionalFields = [InventoryField.ETag, InventoryField.Size] },
        Full with { IncludedObjectVersions = InventoryObjectVersions.All },
        Full with { Extensions = [new SettingExtension("memory", "y")] },
    ];

    [Test]
    public void The_hash_is_the_same_on_every_machine() =>
        Assert.That(Hash(Make.One(Full), Live("logs", Full)), Is.EqualTo("02d3e7fac6e8b6b57c9b5178f45cb24e6bd8f3978f60f4333a248f3754acd0f1"));

    [Test]
    public void Every_change_of_a_desired_rule_changes_the_hash() =>
        Assert.That(Others.Append(Full).Select(r => Hash(Make.One(r), Live("logs", Full))), Is.Unique);

    [Test]
    public void Every_change_of_a_live_rule_changes_the_hash() =>
        Assert.That(Others.Append(Full).Select(r => Hash(Make.One(Full), Live("logs", r))), Is.Unique);

    [Test]
    public void Every_other_change_changes_the_hash()
    {
        var plain = Hash(Make.One(Full), Live("logs", Full));

        string[] others =
        [
            Hash(Make.One(), Live("logs", Full)),
            Hash(Make.One(Full, Make.Rule("b")), Live("logs", Full)),
            Hash(Make.One(Full), Live("logs")),
            Hash(Make.One(Full), Live("logs", Full, Make.Rule("unmanaged"))),
            Hash(Make.One(Full), Live("logs", Full), prune: true),
            Hash(Make.State(Make.Bucket(TestFleet.First, "logs", Make.Desired(Full, "schedule=Weekly"))), Live("logs", Full)),
            Hash(Make.State(Make.Bucket(TestFleet.First, "other", Make.Desired(Full))), Live("other", Full)),
            Hash(Make.State(Make.Bucket(TestFleet.First, "logs", Make.Desired(Full)), Make.Bucket(TestFleet.First, "more")), Live("logs", Full), Live("more")),
            Hash(Make.One(Full), Failed("logs", "request-1")),
        ];

        Assert.That(others.Append(plain), Is.Unique);
    }

    [Test]
    public void What_a_refused_rule_says_counts_too()
    {
        var daily = Make.Rule("a") with { Schedule = InventorySchedule.Daily };
        string Of(InventoryRule rule) => Hash(Make.State(Make.Bucket(TestFleet.Second, "logs", Make.Desired(rule))), Live("logs") with { Account = TestFleet.Second });

        Assert.That(Of(daily), Is.Not.EqualTo(Of(daily with { Destination = new() { Bucket = "elsewhere" } })));
    }

    [Test]
    public void Order_does_not_count()
    {
        var (b, c) = (Make.Rule("b"), Make.Rule("c"));
        var one = Make.State(Make.Bucket(TestFleet.First, "logs", Make.Desired(Full), Make.Desired(b)), Make.Bucket(TestFleet.First, "more"));
        var other = Make.State(Make.Bucket(TestFleet.First, "more"), Make.Bucket(TestFleet.First, "logs", Make.Desired(b), Make.Desired(Full)));

        Assert.That(Hash(one, Live("logs", b, c), Live("more")), Is.EqualTo(Hash(other, Live("more"), Live("logs", c, b))));
    }

    [Test]
    public void Where_a_rule_is_written_and_why_a_bucket_failed_do_not_count()
    {
        var moved = Make.State(Make.Bucket(TestFleet.First, "logs", Make.Desired(Full) with { Source = "elsewhere:9:9" }));
        var foreign = Full with { Extensions = [.. Full.Extensions, new SettingExtension("lesser", "of no account here")] };

        Assert.That(Hash(moved, Live("logs", Full)), Is.EqualTo(Hash(Make.One(Full), Live("logs", Full))));
        Assert.That(Hash(Make.One(foreign), Live("logs", Full)), Is.EqualTo(Hash(Make.One(Full), Live("logs", Full))));
        Assert.That(Hash(Make.One(Full), Failed("logs", "request-1")), Is.EqualTo(Hash(Make.One(Full), Failed("logs", "request-2"))));
    }

    private static LiveBucket Live(string bucket, params InventoryRule[] rules) => new() { Account = TestFleet.First, Bucket = bucket, Rules = [.. rules] };

    private static LiveBucket Failed(string bucket, string requestId) =>
        Live(bucket) with { Failure = BucketFailure.Of(TestFleet.First, bucket, new(InventoryErrorKind.AccessDenied, "No.") { RequestId = requestId }) };

    private static string Hash(DesiredState desired, LiveBucket live, bool prune = false) => Hash(desired, [live], prune);

    private static string Hash(DesiredState desired, params LiveBucket[] live) => Hash(desired, live, false);

    private static string Hash(DesiredState desired, LiveBucket[] live, bool prune) =>
        TestFleet.PlannerOf(new TestFleet().Of).Create(desired, new() { Buckets = [.. live] }, new() { Prune = prune }).Hash;
}

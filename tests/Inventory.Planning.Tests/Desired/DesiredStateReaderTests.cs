namespace Inventory.Planning.Tests;

public sealed class DesiredStateReaderTests
{
    private const string Head = """
        version: 1
        accounts: { east: { buckets: [a, b] } }

        """;

    [Test]
    public void Every_bucket_is_there_once_in_the_order_of_the_file_also_without_rules()
    {
        var state = Fleet.Read(Fleet.Full);

        Assert.That(
            state.Buckets.Select(b => (b.Account, b.Bucket, string.Join(' ', b.Rules.Select(r => r.Rule.Id)))),
            Is.EqualTo([
                ("east", "logs-eu", "logs-nightly"), ("east", "logs-us", "logs-nightly"), ("east", "media", "logs-nightly"), ("east", "empty", ""),
                ("west", "logs-cn", "logs-nightly full"),
            ]));
    }

    [Test]
    public void Rules_that_no_bucket_gets_are_told_with_their_places()
    {
        var state = new DesiredStateReader([]).Read(
            """
            version: 1
            accounts: { a: { buckets: [b] } }
            defaults: { base: { schedule: Weekly, destination: { bucket: reports } } }
            rules:
              used: { from: base }
              spare: { from: base }
            assignments: [{ account: a, buckets: [b], rules: [used] }]
            """,
            "fleet.yaml");

        Assert.That(state.Unassigned, Is.EqualTo(["fleet.yaml:6:10 rules.spare"]));
    }

    [Test]
    public void Overrides_go_before_the_rule_and_the_rule_before_its_defaults()
    {
        var state = Fleet.Read(Fleet.Full);

        var expected = new InventoryRule
        {
            Id = "logs-nightly",
            Schedule = InventorySchedule.Daily,
            Destination = new() { Bucket = "reports", Prefix = "other/" },
            Filter = InventoryFilter.ForPrefix("logs/"),
            Extensions = [new SampleExtension("east") { Note = "all" }, new SampleExtension("west") { Note = "west" }],
        };
        Assert.That(state.Of("media").Single().Rule, Is.EqualTo(expected));
        Assert.That(state.Of("logs-cn")[0].Rule, Is.EqualTo(expected with { Destination = expected.Destination with { Prefix = "inventory/" } }));
    }

    [Test]
    public void A_rule_has_every_member_of_the_neutral_files()
    {
        var rule = Fleet.Read(Fleet.Full).Of("logs-cn")[1].Rule;

        Assert.That(rule, Is.EqualTo(new InventoryRule
        {
            Id = "full",
            IsEnabled = false,
            Schedule = InventorySchedule.Other("east", "Hourly"),
            Destination = new() { Bucket = "reports", Prefix = "full/", Format = InventoryFormat.Parquet, Encryption = InventoryEncryption.Kms("key-1") },
            Filter = new()
            {
                Prefixes = ["a/", "b/"],
                LastModified = new() { Begin = DateTimeOffset.UnixEpoch.AddSeconds(1704067200), End = DateTimeOffset.UnixEpoch.AddSeconds(1706716800) },
                ObjectSize = new() { Lower = 1024, Upper = 1048576 },
                StorageClasses = [InventoryStorageClass.Standard, InventoryStorageClass.Other("east", "Glacial")],
            },
            IncludedObjectVersions = InventoryObjectVersions.All,
            OptionalFields = [InventoryField.Size, InventoryField.ETag, InventoryField.Other("east", "Color")],
        }));
    }

    [Test]
    public void Acceptances_and_the_place_in_the_file_stand_beside_the_rule()
    {
        var state = Fleet.Read(Fleet.Full);

        Assert.That(state.Of("media").Single().Accept, Is.EqualTo([Acceptance.Drop("OptionalFields"), Acceptance.Set("Schedule", "EveryThreeDays")]));
        Assert.That(state.Of("media").Single().Source, Is.EqualTo("fleet.yaml:17:5 rules.logs-nightly"));
        Assert.That(state.Of("logs-cn")[0].Accept, Is.Empty);
    }

    [Test]
    public void JSON_is_read_too_with_a_byte_order_mark_and_comments()
    {
        var state = Fleet.Read($"\uFEFF{Fleet.Json}");

        Assert.That(state.Of("b").Single().Rule.Schedule, Is.EqualTo(InventorySchedule.Weekly));
        Assert.That(state.Of("b").Single().Source, Is.EqualTo("fleet.yaml:5:24 rules.weekly"));
    }

    [Test]
    public void What_is_JSON_says_the_same_as_YAML()
    {
        var asYaml = Fleet.Read(Fleet.Json.Replace("// as", "# as", StringComparison.Ordinal).Insert(0, "--- "));

        Assert.That(asYaml.Buckets.Select(b => b.Rules.Single().Rule), Is.EqualTo(Fleet.Read(Fleet.Json).Buckets.Select(b => b.Rules.Single().Rule)));
    }

    [TestCase("*", "logs logs-eu logs-eu-1 media")]
    [TestCase("logs-*", "logs-eu logs-eu-1")]
    [TestCase("*-eu", "logs-eu")]
    [TestCase("l*s*-*1", "logs-eu-1")]
    [TestCase("*eu*", "logs-eu logs-eu-1")]
    [TestCase("logs?eu", "logs-eu")]
    [TestCase("?????", "media")]
    [TestCase("logs", "logs")]
    [TestCase("logs**", "logs logs-eu logs-eu-1")]
    public void A_pattern_selects_whole_names(string pattern, string selected)
    {
        var state = Fleet.Read($$"""
            version: 1
            accounts: { east: { buckets: [logs, logs-eu, logs-eu-1, media] } }
            rules: { r: { schedule: Daily, destination: { bucket: d } } }
            assignments: [{ account: east, buckets: ["{{pattern}}"], rules: [r] }]
            """);

        Assert.That(string.Join(' ', state.Buckets.Where(b => b.Rules.Count == 1).Select(b => b.Bucket)), Is.EqualTo(selected));
    }

    [Test]
    public void Null_takes_out_what_stands_below()
    {
        var rule = Fleet.Read(Head + """
            defaults:
              base: { schedule: Daily, filter: { prefixes: [x/] }, destination: { bucket: d, encryption: { kind: Kms, keyId: k } }, extensions: { east: { note: all } } }
            rules:
              r: { from: base, filter: null }
            assignments:
              - { account: east, buckets: [a], rules: [r], set: { extensions: { east: null }, destination: { encryption: { kind: ServiceManaged, keyId: null } } } }
            """).Of("a").Single().Rule;

        Assert.That(rule.Filter, Is.EqualTo(InventoryFilter.WholeBucket));
        Assert.That(rule.Extensions, Is.Empty);
        Assert.That(rule.Destination.Encryption, Is.EqualTo(InventoryEncryption.ServiceManaged));
    }

    [Test]
    public void A_list_is_replaced_whole_and_an_object_member_by_member()
    {
        var rule = Fleet.Read(Head + """
            defaults: { base: { schedule: Daily, optionalFields: [Size, ETag], filter: { prefixes: [x/, y/], objectSize: { lower: 1 } } } }
            rules: { r: { from: base, destination: { bucket: d }, optionalFields: [ETag], filter: { prefixes: [z/], objectSize: { upper: 2 } } } }
            assignments: [{ account: east, buckets: [a], rules: [r] }]
            """).Of("a").Single().Rule;

        Assert.That(rule.OptionalFields, Is.EqualTo([InventoryField.ETag]));
        Assert.That(rule.Filter.Prefixes, Is.EqualTo(["z/"]));
        Assert.That(rule.Filter.ObjectSize, Is.EqualTo(new ObjectSizeRange { Lower = 1, Upper = 2 }));
    }

    [Test]
    public void What_a_rule_lacks_an_assignment_may_give()
    {
        var state = Fleet.Read(Head + """
            rules: { r: { schedule: Daily } }
            assignments:
              - { account: east, buckets: [a], rules: [r], set: { destination: { bucket: for-a } } }
              - { account: east, buckets: [b], rules: [r], set: { destination: { bucket: for-b } } }
            """);

        Assert.That(state.Buckets.Select(b => b.Rules.Single().Rule.Destination.Bucket), Is.EqualTo(["for-a", "for-b"]));
    }

    [Test]
    public void A_default_need_not_be_whole()
    {
        var state = Fleet.Read($"{Head}defaults: {{ a: {{ schedule: Daily }}, b: {{ destination: {{ prefix: p }} }}, c: {{}} }}");

        Assert.That(state.Buckets.SelectMany(b => b.Rules), Is.Empty);
    }

    [Test]
    public void The_same_rule_may_come_twice()
    {
        var state = Fleet.Read(Head + """
            rules: { r: { schedule: Daily, destination: { bucket: d, prefix: p } } }
            assignments:
              - { account: east, buckets: ["*", a], rules: [r] }
              - { account: EAST, buckets: [a], rules: [r], set: { destination: { prefix: p } } }
            """);

        Assert.That(state.Buckets.Select(b => b.Rules.Count), Is.EqualTo([1, 1]));
        Assert.That(state.Buckets.Select(b => b.Account), Is.All.EqualTo("east"));
    }

    [Test]
    public void Defaults_build_on_one_another_up_to_32_deep()
    {
        var rule = Fleet.Read(Chain(32)).Of("a").Single().Rule;

        Assert.That(rule.Schedule, Is.EqualTo(InventorySchedule.Weekly));
    }

    [Test]
    public void A_longer_chain_is_refused_once_however_long()
    {
        var problems = Fleet.Problems(Chain(50_000));

        Assert.That(problems.Single(), Does.EndWith(".from: It builds on more than 32 defaults, one upon another. Write some of them out."));
    }

    [Test]
    public void A_fleet_of_400_buckets_is_read()
    {
        var buckets = string.Join(", ", Enumerable.Range(0, 400).Select(i => $"b{i}"));
        var rules = string.Join("\n", Enumerable.Range(0, 1000).Select(i => $"  r{i}: {{ from: base, destination: {{ prefix: p{i} }} }}"));
        var names = string.Join(", ", Enumerable.Range(0, 1000).Select(i => $"r{i}"));

        var state = Fleet.Read($$"""
            version: 1
            accounts: { east: { buckets: [{{buckets}}] } }
            defaults: { base: { schedule: Daily, destination: { bucket: d } } }
            rules:
            {{rules}}
            assignments: [{ account: east, buckets: ["*"], rules: [{{names}}] }]
            """);

        Assert.That(state.Buckets.Sum(b => b.Rules.Count), Is.EqualTo(400_000));
    }

    private static string Chain(int length)
    {
        var links = string.Join("\n", Enumerable.Range(1, length - 1).Select(i => $"  d{i}: {{ from: d{i - 1} }}"));
        return $$"""
            {{Head}}
            rules: { r: { from: d{{length - 1}}, destination: { bucket: d } } }
            assignments: [{ account: east, buckets: [a], rules: [r] }]
            defaults:
              d0: { schedule: Weekly }
            {{links}}
            """;
    }
}

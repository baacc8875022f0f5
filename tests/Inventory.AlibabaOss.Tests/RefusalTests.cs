using Inventory.AlibabaOss.Tests.Support;

namespace Inventory.AlibabaOss.Tests;

/// <summary>What OSS cannot hold is refused before anything is sent: where, why, and what to do instead.</summary>
[TestFixture]
public sealed class RefusalTests
{
    private const string Access = "Extensions[oss.access]";
    private const string Own = "Extensions[oss]";

    public static IEnumerable<TestCaseData> Wrong =>
    [
        Case("an empty id", OssRules.Plain with { Id = "" }, "Id"),
        Case("an id of 193 characters", OssRules.Plain with { Id = new('r', 193) }, "Id"),
        Case("an id of 193 emoji", OssRules.Plain with { Id = string.Concat(Enumerable.Repeat("📦", 193)) }, "Id"),
        Case("a control character in an id", OssRules.Plain with { Id = "a\nb" }, "Id"),
        Case("half an emoji in an id", OssRules.Plain with { Id = "a\uD83D" }, "Id"),
        Case("a character that XML has not", OssRules.Plain with { Id = "a\uFFFE" }, "Id"),
        Case("begin after end", Filtered(new() { LastModified = new() { Begin = At(1638347592), End = At(1637883649) } }), "Filter.LastModified"),
        Case("begin before OSS was", Filtered(new() { LastModified = new() { Begin = At(1262275199) } }), "Filter.LastModified.Begin"),
        Case("begin in the future", Filtered(new() { LastModified = new() { Begin = At(4102444800) } }), "Filter.LastModified.Begin"),
        Case("end in the future", Filtered(new() { LastModified = new() { End = At(4102444800) } }), "Filter.LastModified.End"),
        Case("lower over upper", Filtered(new() { ObjectSize = new() { Lower = 2, Upper = 1 } }), "Filter.ObjectSize"),
        Case("a size over 48.8 TB", Filtered(new() { ObjectSize = new() { Lower = 1, Upper = 53687091200001 } }), "Filter.ObjectSize.Upper"),
        Case("several prefixes", Filtered(new() { Prefixes = ["a", "b"] }), "Filter.Prefixes"),
        Case("a prefix of 1,024 characters", Filtered(InventoryFilter.ForPrefix(new('p', 1024))), "Filter.Prefixes"),
        Case("another provider's storage class", Filtered(new() { StorageClasses = [InventoryStorageClass.Other("bos", "COLD")] }), "Filter.StorageClasses[bos:COLD]"),
        Case("every three days", OssRules.Plain with { Schedule = InventorySchedule.EveryThreeDays }, "Schedule"),
        Case("unspecified versions", OssRules.Plain with { IncludedObjectVersions = InventoryObjectVersions.Unspecified }, "IncludedObjectVersions"),
        Case("ORC", To(d => d with { Format = InventoryFormat.Orc }), "Destination.Format"),
        Case("a destination that is no bucket", To(d => d with { Bucket = "Dest_Bucket" }), "Destination.Bucket"),
        Case("a destination in the form of the wire", To(d => d with { Bucket = "acs:oss:::destbucket" }), "Destination.Bucket"),
        Case("a control character in a prefix", To(d => d with { Prefix = "a\u0001" }), "Destination.Prefix"),
        Case("a control character in a key", To(d => d with { Encryption = InventoryEncryption.Kms("a\tb") }), "Destination.Encryption"),
        Case("a foreign extension", OssRules.Plain.WithExtension(new Foreign()), "Extensions[elsewhere].Tier"),
        Case("an application's own extension under the name of OSS", With(new Impostor()), $"{Own}.AutoDelete"),
        Case("an application's own access under the name of OSS", With(new ImpostorAccess()), $"{Access}.RoleArn"),
        Case("AutoDelete of a rule that runs daily", With(new OssInventoryExtension { AutoDelete = true }), $"{Own}.AutoDelete"),
        Case("unknown content that is not XML", With(new OssInventoryExtension { Unknown = [new("", "Tag", "<Tag")] }), $"{Own}.Unknown"),
        Case("unknown content that says what the rule says", With(new OssInventoryExtension { Unknown = [new("", "Id", "<Id>x</Id>")] }), $"{Own}.Unknown"),
        Case("unknown content of a container that is not there", With(new OssInventoryExtension { Unknown = [new("Here", "Tag", "<Tag />")] }), $"{Own}.Unknown"),
        Case("a column without a printable name", With(new OssInventoryExtension { IncrementalInventory = new() { OptionalFields = ["Size\u0001"] } }), $"{Own}.IncrementalInventory"),
        Case("a role that is no role", With(new OssAccessExtension { RoleArn = "AliyunOSSRole" }), $"{Access}.RoleArn"),
        Role("a role of the service instead of RAM", "acs:oss::100000000000000:role/AliyunOSSRole"),
        Role("a role in the form of a bucket", "acs:oss:::role/AliyunOSSRole"),
        Role("a role with one colon", "acs:ram:100000000000000:role/AliyunOSSRole"),
        Role("a role of no account", "acs:ram:::role/AliyunOSSRole"),
        Role("a role in capitals", "acs:ram::100000000000000:Role/AliyunOSSRole"),
        Role("a role without a name", "acs:ram::100000000000000:role/"),
        Role("a user", "acs:ram::100000000000000:user/me"),
        Role("a role of another cloud", "arn:aws:iam::1:role/r"),
        Case("a role with a line feed", With(new OssAccessExtension { RoleArn = $"{OssCloud.RoleArn}\n" }), $"{Access}.RoleArn"),
        Case("a role that XML cannot hold", With(new OssAccessExtension { RoleArn = $"{OssCloud.RoleArn}\uFFFF" }), $"{Access}.RoleArn"),
        Case("an account that is no number", With(new OssAccessExtension { AccountId = "12xxxxxx29" }), $"{Access}.AccountId"),
    ];

    [TestCaseSource(nameof(Wrong))]
    public async Task A_rule_is_refused_by_path_with_reason_and_remedy_before_anything_is_sent(InventoryRule rule, string path)
    {
        await using var cloud = await OssCloud.StartAsync();

        var refusal = Assert.ThrowsAsync<InventoryRuleRejectedException>(() => cloud.Service.PutAsync(OssCloud.Source, rule));

        var violation = refusal.Violations.Single(v => v.Severity == ViolationSeverity.Error);
        Assert.That(violation.Path, Is.EqualTo(path));
        AssertExplains(refusal, violation);
        Assert.That(refusal.Violations, Is.EqualTo(cloud.Service.Validate(rule)));
        Assert.That(cloud.Requests, Is.Empty);
    }

    [Test]
    public async Task A_missing_role_and_a_missing_account_are_both_named_with_the_options_that_supply_them()
    {
        await using var cloud = await OssCloud.StartAsync();
        var service = cloud.NewService(o => o.DestinationAccountId = o.DestinationRoleArn = null);

        var refusal = Assert.ThrowsAsync<InventoryRuleRejectedException>(() => service.PutAsync(OssCloud.Source, OssRules.Plain));

        Assert.That(string.Join(' ', refusal.Violations.Select(v => v.Path)), Is.EqualTo($"{Access}.RoleArn {Access}.AccountId"));
        Assert.That(refusal.Message, Does.Contain("DestinationRoleArn").And.Contain("DestinationAccountId").And.Contain("0020-00000028"));
        refusal.Violations.ToList().ForEach(v => AssertExplains(refusal, v));
        Assert.That(cloud.Requests, Is.Empty);
    }

    [Test]
    public async Task Everything_that_is_wrong_is_said_at_once()
    {
        await using var cloud = await OssCloud.StartAsync();
        var service = cloud.NewService(o => o.DestinationAccountId = null);
        var rule = new InventoryRule
        {
            Id = "",
            Destination = new() { Bucket = "b", Prefix = "\u0001", Format = InventoryFormat.Parquet, Encryption = InventoryEncryption.Kms("\u0001") },
            Schedule = InventorySchedule.EveryThreeDays,
            Filter = new()
            {
                Prefixes = ["a", "b\u0001"],
                LastModified = new() { Begin = At(1638347592), End = At(1) },
                ObjectSize = new() { Lower = 53687091200001, Upper = 1 },
                StorageClasses = [InventoryStorageClass.Other("bos", "COLD")],
            },
            IncludedObjectVersions = InventoryObjectVersions.Unspecified,
            OptionalFields = [InventoryField.Other("bos", "X")],
            Extensions = [new Foreign(), new OssInventoryExtension { AutoDelete = true, Unknown = [new("Here", "Tag", "<Tag />")] }],
        };

        var refusal = Assert.ThrowsAsync<InventoryRuleRejectedException>(() => service.PutAsync(OssCloud.Source, rule));

        var errors = refusal.Violations.Where(v => v.Severity == ViolationSeverity.Error).ToList();
        Assert.That(errors.Select(v => v.Path).Distinct(), Is.EquivalentTo((string[])
        [
            "Id", "Destination.Bucket", "Destination.Prefix", "Destination.Format", "Destination.Encryption", "Schedule", "Filter.Prefixes",
            "Filter.LastModified", "Filter.LastModified.End", "Filter.ObjectSize", "Filter.ObjectSize.Lower", "Filter.StorageClasses[bos:COLD]",
            "IncludedObjectVersions", "OptionalFields[bos:X]", "Extensions[elsewhere].Tier", $"{Own}.AutoDelete", $"{Own}.Unknown", $"{Access}.AccountId",
        ]));
        errors.ForEach(v => AssertExplains(refusal, v));
        Assert.That(cloud.Requests, Is.Empty);
    }

    [Test]
    public async Task An_id_of_192_emoji_is_allowed()
    {
        await using var cloud = await OssCloud.StartAsync();
        var rule = OssRules.Plain with { Id = string.Concat(Enumerable.Repeat("📦", 192)) };

        _ = await cloud.Service.PutAsync(OssCloud.Source, rule);

        Assert.That(await cloud.Service.FindAsync(OssCloud.Source, rule.Id), Is.EqualTo(rule));
    }

    [TestCase("")]
    [TestCase("a\u0001", TestName = "{m}(a control character)")]
    public async Task An_id_that_no_rule_can_have_is_refused_by_find_and_delete_too(string id)
    {
        await using var cloud = await OssCloud.StartAsync();

        Func<Task>[] calls = [() => cloud.Service.FindAsync(OssCloud.Source, id), () => cloud.Service.DeleteAsync(OssCloud.Source, id)];

        foreach (var call in calls)
        {
            Assert.That(Assert.ThrowsAsync<InventoryException>(() => call()).Kind, Is.EqualTo(InventoryErrorKind.InvalidRequest));
        }

        Assert.That(cloud.Requests, Is.Empty);
    }

    [TestCase(PutMode.CreateOrReplace)]
    [TestCase(PutMode.ReplaceOnly)]
    public async Task A_value_that_the_wire_cannot_hold_is_refused_before_anything_is_sent(PutMode mode)
    {
        await using var cloud = await OssCloud.StartAsync();
        cloud.Seed(OssRules.Xml());
        var rule = OssRules.Plain with
        {
            OptionalFields = [InventoryField.Other("oss", "Owner\u0001")],
            Filter = new() { StorageClasses = [InventoryStorageClass.Other("oss", ",")] },
        };

        var refusal = Assert.ThrowsAsync<InventoryRuleRejectedException>(() => cloud.Service.PutAsync(OssCloud.Source, rule, new() { Mode = mode }));

        Assert.That(refusal.Violations.Where(v => v.Kind == RuleViolationKind.TextLimit).Select(v => v.Path),
            Is.EquivalentTo(new[] { "Filter.StorageClasses[oss:,]", "OptionalFields[oss:Owner\u0001]" }));
        Assert.That(cloud.Requests, Is.Empty);
    }

    [Test]
    public void A_column_without_a_name_and_a_period_of_nothing_cannot_even_be_made()
    {
        Assert.That(() => new OssIncrementalInventory { OptionalFields = ["Size", ""] }, Throws.ArgumentException);
        Assert.That(() => new OssIncrementalInventory { FrequencySeconds = 0 }, Throws.InstanceOf<ArgumentOutOfRangeException>());
    }

    private static void AssertExplains(InventoryRuleRejectedException refusal, RuleViolation violation)
    {
        Assert.That(violation.Reason, Does.EndWith("."), violation.Path);
        Assert.That(violation.Remedy, Does.EndWith("."), violation.Path);
        Assert.That(refusal.Message, Does.Contain(violation.Path).And.Contain(violation.Reason).And.Contain(violation.Remedy));
    }

    private static DateTimeOffset At(long seconds) => DateTimeOffset.FromUnixTimeSeconds(seconds);

    private static InventoryRule Filtered(InventoryFilter filter) => OssRules.Plain with { Filter = filter };

    private static InventoryRule With(InventoryExtension extension) => OssRules.Plain.WithExtension(extension);

    private static InventoryRule To(Func<InventoryDestination, InventoryDestination> change) => OssRules.Plain with { Destination = change(OssRules.Plain.Destination) };

    private static TestCaseData Role(string name, string arn) => Case(name, With(new OssAccessExtension { RoleArn = arn }), $"{Access}.RoleArn");

    private static TestCaseData Case(string name, InventoryRule rule, string path) => new TestCaseData(rule, path).SetArgDisplayNames(name);

    private sealed record Foreign() : InventoryExtension("elsewhere")
    {
        public override IEnumerable<string> SettingsUsed => ["Tier"];
    }

    private sealed record Impostor() : InventoryExtension("oss")
    {
        public override IEnumerable<string> SettingsUsed => [nameof(OssInventoryExtension.AutoDelete)];
    }

    private sealed record ImpostorAccess() : InventoryAccessExtension("oss")
    {
        public override IEnumerable<string> SettingsUsed => [nameof(OssAccessExtension.RoleArn)];

        public override InventoryAccessExtension Over(InventoryAccessExtension defaults) => defaults;
    }
}

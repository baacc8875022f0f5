using Inventory.Emulator.Tests.Support;

namespace Inventory.Emulator.Tests;

[TestFixture]
public sealed class OssValidationTests
{
    private static readonly string Long = new('p', 1_024);

    private static IEnumerable<TestCaseData> Refusals()
    {
        yield return Refused("an id that is missing", "<Id>report1</Id>", "", "0020-00000005");
        yield return Refused("a begin that is no number", "1637883649", "yesterday", "0020-00000008");
        yield return Refused("an upper size that is no number", "1048576", "1e6", "0020-00000011");
        yield return Refused("two kinds of encryption", "<SSE-KMS>", "<SSE-OSS/><SSE-KMS>", "0020-00000016");
        yield return Refused("a schedule that is missing", "<Schedule><Frequency>Daily</Frequency></Schedule>", "", "0020-00000017");
        yield return Refused("a filter prefix of 1024 characters", "Pics/", Long, "0020-00000021");
        yield return Refused("a filter prefix with a tab", "Pics/", "a&#9;b", "0020-00000021");
        yield return Refused("a range that is reversed", "1637883649", "1638347593", "0020-00000022");
        yield return Refused("a range that is not in the past", "1638347592", "4102444800", "0020-00000022");
        yield return Refused("an end before 2010", "1638347592", "1262275199", "0020-00000023");
        yield return Refused("an unknown storage class", "Standard,IA", "Standard, IA", "0020-00000026");
        yield return Refused("an account that is empty", "<AccountId>100000000000000</AccountId>", "<AccountId/>", "0020-00000028");
        yield return Refused("a bucket that is no resource name", "acs:oss:::destbucket", "destbucket", "0020-00000030");
        yield return Refused("a bucket of two characters", "acs:oss:::destbucket", "acs:oss:::ab", "0020-00000031");
        yield return Refused("a bucket of illegal characters", "acs:oss:::destbucket", "acs:oss:::bucket_0001", "0020-00000032");
        yield return Refused("a bucket that does not exist", "acs:oss:::destbucket", "acs:oss:::nowhere", "0020-00000032");
        yield return Refused("a destination prefix with a line end", "prefix1/", "a&#10;b", "0020-00000034");
        yield return Refused("a key inside SSE-OSS", "<SSE-KMS><KeyId>keyId</KeyId></SSE-KMS>", "<SSE-OSS><KeyId>k</KeyId></SSE-OSS>", "0020-00000035");
        yield return Refused("an unknown field", "<Field>ETag</Field>", "<Field>etag</Field>", "0020-00000036");
        yield return Refused("a destination prefix of 1024 characters", "prefix1/", Long, "0020-00000038");
        yield return Refused("an id that is not the query's", "<Id>report1</Id>", "<Id>Report-1</Id>", "0020-00000043");
        yield return Refused("an id that is empty", "<Id>report1</Id>", "<Id></Id>", "0020-00000044");
        yield return Refused("a key that is missing inside SSE-KMS", "<KeyId>keyId</KeyId>", "", null);
        yield return Refused("a lower-case frequency", "<Frequency>Daily", "<Frequency>daily", null);
        yield return Refused("a day without Monthly", "</Frequency>", "</Frequency><DayOfMonth>3</DayOfMonth>", null);
        yield return Refused("automatic deletion without Once", "</Frequency>", "</Frequency><AutoDelete>true</AutoDelete>", null);
        yield return Refused("day 32", "Daily</Frequency>", "Monthly</Frequency><DayOfMonth>32</DayOfMonth>", null);
        yield return Refused("an unknown format", "CSV", "ORC", null);
        yield return Refused("versions that are missing", "<IncludedObjectVersions>All</IncludedObjectVersions>", "", null);
        yield return Refused("a switch that is neither true nor false", "<IsEnabled>true", "<IsEnabled>yes", null);
        yield return Refused("an upper size of zero", "1048576", "0", null);
        yield return Refused("a role that is no resource name", "acs:ram::100000000000000:role/AliyunOSSRole", "AliyunOSSRole", null);
        yield return Refused("a destination that is missing", "OSSBucketDestination", "S3BucketDestination", null);
    }

    [TestCaseSource(nameof(Refusals))]
    public async Task A_put_is_refused_with_the_documented_code_and_stores_nothing(string sent, string? ec)
    {
        await using var emulator = await InventoryEmulator.StartAsync(Samples.Unsigned);

        var answer = await emulator.PutOssAsync(sent);

        Assert.That((answer.Status, answer.Code, answer.Xml("EC")), Is.EqualTo((400, "InvalidArgument", ec)), answer.Body);
        Assert.That(answer.Header("x-oss-ec"), Is.EqualTo(ec));
        Assert.That(emulator.StoredRules(EmulatorWire.Oss, Samples.Source), Is.Empty);
    }

    [TestCase("Monthly</Frequency><DayOfMonth>31</DayOfMonth>")]
    [TestCase("Monthly</Frequency>")]
    [TestCase("Once</Frequency><AutoDelete>true</AutoDelete>")]
    [TestCase("Weekly</Frequency>")]
    public async Task A_schedule_comes_back_as_it_was_sent(string schedule)
    {
        await using var emulator = await InventoryEmulator.StartAsync(Samples.Unsigned);

        var answer = await emulator.PutOssAsync(Samples.OssFull().Replace("Daily</Frequency>", schedule, StringComparison.Ordinal));

        Assert.That(answer.Status, Is.EqualTo(200), answer.Body);
        Assert.That(emulator.StoredRules(EmulatorWire.Oss, Samples.Source).Single().Document, Does.Contain(schedule));
    }

    [Test]
    public async Task Ids_have_up_to_192_characters_of_any_script()
    {
        var longest = string.Concat(Enumerable.Repeat("数", 192));
        await using var emulator = await InventoryEmulator.StartAsync(Samples.Unsigned);

        var accepted = await emulator.PutOssAsync(Samples.OssMinimal(longest), Uri.EscapeDataString(longest));
        var refused = await emulator.PutOssAsync(Samples.OssMinimal(longest + "x"), Uri.EscapeDataString(longest + "x"));

        Assert.That(accepted.Status, Is.EqualTo(200), accepted.Body);
        Assert.That((refused.Status, refused.Xml("EC")), Is.EqualTo((400, "0020-00000044")));
    }

    [Test]
    public async Task Owners_and_regions_of_the_buckets_have_to_agree()
    {
        await using var emulator = await InventoryEmulator.StartAsync(Samples.Unsigned with
        {
            Buckets = [new("examplebucket", Owner: "1"), new("destbucket", Owner: "2"), new("elsewhere", "cn-beijing")],
        });

        var foreign = await emulator.PutOssAsync(Samples.OssFull().Replace("100000000000000<", "2<", StringComparison.Ordinal));
        var account = await emulator.PutOssAsync(Samples.OssFull().Replace("acs:oss:::destbucket", "acs:oss:::examplebucket", StringComparison.Ordinal));
        var region = await emulator.PutOssAsync(Samples.OssFull().Replace("acs:oss:::destbucket", "acs:oss:::elsewhere", StringComparison.Ordinal));

        Assert.That(foreign.Xml("EC"), Is.EqualTo("0020-00000033"));
        Assert.That(account.Xml("EC"), Is.EqualTo("0020-00000028"));
        Assert.That((region.Status, region.Code, region.Xml("EC")), Is.EqualTo((400, "InvalidArgument", (string?)null)));
    }

    [Test]
    public async Task Incremental_inventory_is_disabled_until_it_is_allowed()
    {
        const string Incremental =
            "<IncrementalInventory><enabled>true</enabled><IsEnabled>true</IsEnabled><Schedule><Frequency>600</Frequency></Schedule>"
            + "<OptionalFields><Field>SequenceNumber</Field></OptionalFields></IncrementalInventory></InventoryConfiguration>";
        var document = Samples.OssMinimal().Replace("</InventoryConfiguration>", Incremental, StringComparison.Ordinal);
        await using var closed = await InventoryEmulator.StartAsync(Samples.Unsigned);
        await using var open = await InventoryEmulator.StartAsync(Samples.Unsigned with { AllowIncrementalInventory = true });

        var refused = await closed.PutOssAsync(document);
        var accepted = await open.PutOssAsync(document);

        Assert.That((refused.Status, refused.Code, refused.Xml("Message")), Is.EqualTo((403, "AccessDenied", "Incremental Inventory is disabled.")));
        Assert.That(accepted.Status, Is.EqualTo(200), accepted.Body);
        Assert.That(open.StoredRules(EmulatorWire.Oss, Samples.Source).Single().Document, Does.Contain("<Field>SequenceNumber</Field>").And.Not.Contain("enabled>true<"));
    }

    [Test]
    public async Task What_no_document_states_can_be_switched()
    {
        await using var emulator = await InventoryEmulator.StartAsync(Samples.Unsigned with
        {
            OssAllowKmsWithoutKeyId = true,
            OssAllowMonthlyWithoutDay = false,
            OssAlreadyExistsCode = "InventoryAlreadyExist",
            OssStorageClasses = ["Standard"],
            OssOptionalFields = ["Size"],
        });
        await using var withoutKms = await InventoryEmulator.StartAsync(Samples.Unsigned with { OssKmsOffered = false });
        var withoutKey = Samples.OssMinimal().Replace("</Bucket>", "</Bucket><Encryption><SSE-KMS/></Encryption>", StringComparison.Ordinal);

        var stored = await emulator.PutOssAsync(withoutKey);
        var again = await emulator.PutOssAsync(withoutKey);
        var monthly = await emulator.PutOssAsync(Samples.OssMinimal().Replace("Weekly", "Monthly", StringComparison.Ordinal));
        var classes = await emulator.PutOssAsync(Samples.OssFull());
        var fields = await emulator.PutOssAsync(Samples.OssFull().Replace("Standard,IA", "Standard", StringComparison.Ordinal));
        var kms = await withoutKms.PutOssAsync(Samples.OssFull());

        Assert.That((stored.Status, again.Status, again.Code), Is.EqualTo((200, 409, "InventoryAlreadyExist")));
        Assert.That(
            emulator.StoredRules(EmulatorWire.Oss, Samples.Source).Single().Document,
            Does.Contain("<SSE-KMS />"));
        Assert.That((monthly.Status, monthly.Xml("EC")), Is.EqualTo((400, (string?)null)));
        Assert.That((classes.Xml("EC"), fields.Xml("EC"), kms.Xml("EC")), Is.EqualTo(("0020-00000026", "0020-00000036", "0005-00000201")));
    }

    private static TestCaseData Refused(string name, string old, string replacement, string? ec) =>
        new TestCaseData(Samples.OssFull().Replace(old, replacement, StringComparison.Ordinal), ec).SetArgDisplayNames(name, ec ?? "no EC");
}

using Inventory.AlibabaOss.Tests.Support;
using Inventory.Emulator;

namespace Inventory.AlibabaOss.Tests.Mapping;

/// <summary>
/// Reading a rule, changing one member and putting it back sends everything else as it was, on the request itself: whether the rule was found or listed, and
/// also when it is put back because its replacement failed.
/// </summary>
[TestFixture]
public sealed class LosslessTests
{
    private const string Namespace = "http://doc.oss-cn-hangzhou.aliyuncs.com";

    /// <summary>Elements, attributes and values that this library does not know.</summary>
    private static readonly string Newer = OssRules.Xml(
        "report1",
        destination: "<Prefix>p/</Prefix><Encryption><SSE-KMS rotate=\"yes\"><KeyId>k</KeyId><Algorithm>SM4</Algorithm></SSE-KMS></Encryption>",
        schedule: "<Unit kind=\"x\">h</Unit>",
        root: "<Filter mode=\"any\"><Prefix>Pics/</Prefix><StorageClass>Standard,Frozen</StorageClass><Tag><Key>k</Key><Value> v &lt; </Value></Tag></Filter>"
            + "<OptionalFields><Field>Size</Field><Field>Owner</Field></OptionalFields><Owner>me</Owner><Owner>you</Owner>")
        .Replace("CSV", "AVRO", StringComparison.Ordinal).Replace("Daily", "Hourly", StringComparison.Ordinal).Replace(">Current<", ">Deleted<", StringComparison.Ordinal);

    private static readonly IReadOnlyList<string> Changed = Leaves.Of(Newer.Replace("true", "false", StringComparison.Ordinal));

    public static IEnumerable<TestCaseData> Answers =>
    [
        Answer("found", Newer, FindAsync),
        Answer("found in a namespace", InNamespace(Newer), FindAsync),
        Answer("found in a prefixed namespace", Prefixed(Newer), FindAsync),
        Answer("listed", Page(Newer), ListAsync),
        Answer("listed in a namespace", InNamespace(Page(Newer)), ListAsync),
        Answer("listed in a prefixed namespace", Prefixed(Page(Newer)), ListAsync),
    ];

    [TestCaseSource(nameof(Answers))]
    public async Task A_rule_that_was_read_and_changed_is_sent_with_everything_else_as_it_was(string answer, Func<OssInventoryService, Task<InventoryRule>> read)
    {
        ArgumentNullException.ThrowIfNull(read);
        using var handler = new CannedHandler(new CannedAnswer(200, answer), new CannedAnswer(200), new(200, Newer.Replace("true", "false", StringComparison.Ordinal)));
        using var service = CannedOss.Service(handler, time: new SkippingClock());
        var rule = await read(service);

        var result = await service.PutAsync(OssCloud.Source, rule with { IsEnabled = false });

        Assert.That(result.Outcome, Is.EqualTo(PutOutcome.Created));
        Assert.That(Changed, Does.Contain("IsEnabled = false").And.Contain("Schedule/Frequency = Hourly").And.Contain("Filter/Tag/Value = v <").And.Count.EqualTo(23));
        Assert.That(Leaves.Of(handler.Requests.Single(r => r.Method == "PUT").Body), Is.EqualTo(Changed));
    }

    [TestCase(PutMode.ReplaceOnly)]
    [TestCase(PutMode.CreateOrReplace)]
    public void An_old_rule_that_is_put_back_is_sent_with_everything_as_it_was(PutMode mode)
    {
        CannedAnswer found = new(200, Newer), done = new(200), refused = CannedAnswer.Error(400, "MalformedXML");
        using var handler = new CannedHandler(mode == PutMode.ReplaceOnly
            ? [found, done, refused, CannedAnswer.NoSuchInventory, done]
            : [CannedAnswer.Error(409, "InventoryAlreadyExist"), found, done, refused, CannedAnswer.NoSuchInventory, done]);
        using var service = CannedOss.Service(handler, time: new SkippingClock());

        var failure = Assert.CatchAsync<InventoryException>(() => service.PutAsync(OssCloud.Source, OssRules.Plain, new() { Mode = mode }));

        Assert.That((failure.Kind, failure.ServiceCode), Is.EqualTo((InventoryErrorKind.InvalidRequest, "MalformedXML")));
        Assert.That(string.Join(' ', handler.Requests.Select(r => r.Method)), Is.EqualTo(mode == PutMode.ReplaceOnly ? "GET DELETE PUT GET PUT" : "PUT GET DELETE PUT GET PUT"));
        Assert.That(Leaves.Of(handler.Requests[^1].Body), Is.EqualTo(Leaves.Of(Newer)));
    }

    [Test]
    public async Task Every_rule_of_a_list_can_be_put_into_another_bucket_as_it_is()
    {
        string[] documents = [OssRules.Xml("a"), OssRules.Xml("b", root: "<Filter><Prefix>Pics/</Prefix></Filter>"), OssRules.Xml("c", schedule: "<AutoDelete>true</AutoDelete>").Replace("Daily", "Once", StringComparison.Ordinal)];
        await using var cloud = await OssCloud.StartAsync();
        documents.ToList().ForEach(d => cloud.Seed(d));
        var rules = await cloud.Service.ListAsync(OssCloud.Source).ToListAsync();

        foreach (var rule in rules)
        {
            _ = await cloud.Service.PutAsync(OssCloud.Destination, rule);
        }

        Assert.That(cloud.PutBodies().Select(Leaves.Of), Is.EqualTo(documents.Select(Leaves.Of)));
        Assert.That(cloud.Emulator.StoredRules(EmulatorWire.Oss, OssCloud.Destination).Select(r => r.Id), Is.EqualTo(["a", "b", "c"]));
    }

    private static string Page(string rule) =>
        $"<ListInventoryConfigurationsResult>{OssRules.Xml("another")}{rule}<IsTruncated>false</IsTruncated></ListInventoryConfigurationsResult>";

    private static string InNamespace(string document) => document.Insert(document.IndexOf('>', StringComparison.Ordinal), $" xmlns=\"{Namespace}\"");

    private static string Prefixed(string document)
    {
        var tags = document.Replace("</", "</o:", StringComparison.Ordinal);
        tags = string.Concat(tags.Select((c, i) => c == '<' && tags[i + 1] != '/' ? "<o:" : $"{c}"));
        return tags.Insert(tags.IndexOf('>', StringComparison.Ordinal), $" xmlns:o=\"{Namespace}\"");
    }

    private static async Task<InventoryRule> FindAsync(OssInventoryService service) => await service.GetAsync(OssCloud.Source, "report1");

    private static async Task<InventoryRule> ListAsync(OssInventoryService service) => await service.ListAsync(OssCloud.Source).LastAsync();

    private static TestCaseData Answer(string name, string answer, Func<OssInventoryService, Task<InventoryRule>> read) => new TestCaseData(answer, read).SetArgDisplayNames(name);
}

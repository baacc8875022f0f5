using System.Text;
using Inventory.AlibabaOss.Tests.Support;

namespace Inventory.AlibabaOss.Tests.Service;

/// <summary>Features that OSS holds on a condition: the put reads the rule back, and fails unless it is there as sent.</summary>
[TestFixture]
public sealed class ReadBackTests
{
    private static readonly DateTimeOffset Instant = DateTimeOffset.FromUnixTimeSeconds(1637883649);

    public static IEnumerable<TestCaseData> Conditional =>
    [
        Case("a time from", Filtered(new() { LastModified = new() { Begin = Instant } }), "Filter.LastModified", "<LastModifyBeginTimeStamp>1637883649</LastModifyBeginTimeStamp>"),
        Case("a time to", Filtered(new() { LastModified = new() { End = Instant } }), "Filter.LastModified", "<LastModifyEndTimeStamp>1637883649</LastModifyEndTimeStamp>"),
        Case("a least size", Filtered(new() { ObjectSize = new() { Lower = 1024 } }), "Filter.ObjectSize", "<LowerSizeBound>1024</LowerSizeBound>"),
        Case("a greatest size", Filtered(new() { ObjectSize = new() { Upper = 1024 } }), "Filter.ObjectSize", "<UpperSizeBound>1024</UpperSizeBound>"),
        Case("half of two bounds", Filtered(new() { ObjectSize = new() { Lower = 1, Upper = 1024 } }), "Filter.ObjectSize", "<UpperSizeBound>1024</UpperSizeBound>"),
        .. new[] { InventoryStorageClass.Standard, InventoryStorageClass.InfrequentAccess, InventoryStorageClass.Archive, InventoryStorageClass.ColdArchive, InventoryStorageClass.DeepColdArchive }
            .Select(c => Case($"{c.Text} alone", Filtered(new() { StorageClasses = [c] }), "Filter.StorageClasses", "<StorageClass>(.*)</StorageClass>")),
        Case("one of two storage classes", Filtered(new() { StorageClasses = [InventoryStorageClass.Standard, InventoryStorageClass.DeepColdArchive] }), "Filter.StorageClasses", "DeepColdArchive,"),
        Case("a day of the month", OssRules.Plain with { Schedule = InventorySchedule.Monthly(5) }, "Schedule", "<DayOfMonth>5</DayOfMonth>"),
        Case("a day late in the month", OssRules.Plain with { Schedule = InventorySchedule.Monthly(31) }, "Schedule", "<DayOfMonth>31</DayOfMonth>"),
        Case("every thirty days", OssRules.Plain with { Schedule = InventorySchedule.EveryThirtyDays }, "Schedule", "Monthly", "Weekly"),
        Case("the default key", To(d => d with { Encryption = InventoryEncryption.KmsDefaultKey }), "Destination.Encryption", "<Encryption><SSE-KMS ?/></Encryption>"),
        Case("a schedule that nobody knows", OssRules.Plain with { Schedule = InventorySchedule.Other("oss", "Hourly") }, "Schedule", "Hourly", "Daily"),
        Case("a format that nobody knows", To(d => d with { Format = InventoryFormat.Other("oss", "AVRO") }), "Destination.Format", "AVRO", "CSV"),
        Case("versions that nobody knows", OssRules.Plain with { IncludedObjectVersions = InventoryObjectVersions.Other("oss", "Deleted") }, "IncludedObjectVersions", "Deleted", "Current"),
        Case("a column that nobody knows", OssRules.Plain with { OptionalFields = [InventoryField.Size, InventoryField.Other("oss", "Owner")] }, "OptionalFields", "<Field>Owner</Field>"),
        Case("a storage class that nobody knows", Filtered(new() { StorageClasses = [InventoryStorageClass.Other("oss", "Frozen")] }), "Filter.StorageClasses", "<StorageClass>Frozen</StorageClass>"),
        Case("incremental inventory", OssRules.Plain.WithExtension(new OssInventoryExtension { IncrementalInventory = new() }), "Extensions[oss]", "<IncrementalInventory>.*</IncrementalInventory>"),
        Case("an element that nobody knows", OssRules.Plain.WithExtension(new OssInventoryExtension { Unknown = [new("", "Owner", "<Owner>me</Owner>")] }), "Extensions[oss]", "<Owner>me</Owner>"),
    ];

    [TestCaseSource(nameof(Conditional))]
    public void A_service_that_does_not_keep_the_part_is_found_out(InventoryRule rule, string path, string part, string instead)
    {
        using var oss = new ForgetfulOss(part, instead);
        using var service = CannedOss.ServiceOver(oss, time: new SkippingClock());

        var failure = Assert.ThrowsAsync<RuleNotStoredAsSentException>(() => service.PutAsync(OssCloud.Source, rule));

        Assert.That((failure.Kind, failure.Bucket, failure.RuleId), Is.EqualTo((InventoryErrorKind.NotStoredAsSent, OssCloud.Source, "report1")));
        Assert.That(failure.Paths, Is.EqualTo([path]));
        Assert.That((failure.Sent, failure.Stored, failure.Previous), Is.EqualTo((service.Normalize(rule), Read(oss.Held!), (InventoryRule?)null)));
        Assert.That(failure.Stored, Is.Not.EqualTo(failure.Sent), "the part was there to be left out");
        Assert.That(oss.Methods.Count(m => m == "GET"), Is.GreaterThan(2), "a look that is a moment early is repeated");
    }

    [TestCaseSource(nameof(Conditional))]
    public void A_replacement_that_is_not_held_as_sent_tells_the_rule_that_was_there_before(InventoryRule rule, string path, string part, string instead)
    {
        foreach (var mode in (PutMode[])[PutMode.CreateOrReplace, PutMode.ReplaceOnly])
        {
            using var oss = new ForgetfulOss(part, instead) { Held = OssRules.Xml().Replace("true", "false", StringComparison.Ordinal) };
            using var service = CannedOss.ServiceOver(oss, time: new SkippingClock());

            var failure = Assert.ThrowsAsync<RuleNotStoredAsSentException>(() => service.PutAsync(OssCloud.Source, rule, new() { Mode = mode }));

            Assert.That(failure.Paths, Is.EqualTo([path]));
            Assert.That((failure.Stored, failure.Previous), Is.EqualTo((Read(oss.Held!), OssRules.Plain with { IsEnabled = false })));
        }
    }

    [TestCaseSource(nameof(Conditional))]
    public async Task A_service_that_holds_what_was_sent_is_believed_with_a_warning(InventoryRule rule, string path, string part, string instead)
    {
        using var oss = new ForgetfulOss("nothing of the document");
        using var service = CannedOss.ServiceOver(oss);

        var result = await service.PutAsync(OssCloud.Source, rule);

        Assert.That(result.Outcome, Is.EqualTo(PutOutcome.Created));
        Assert.That(result.Warnings.Where(w => w.Kind == RuleViolationKind.Conditional).Select(w => w.Path), Is.Not.Empty.And.All.StartsWith(path));
        Assert.That(oss.Methods, Is.EqualTo(["PUT", "GET"]));
        Assert.That(oss.Held, Does.Match(part), $"or else there is nothing that '{instead}' would replace");
    }

    [Test]
    public void Every_feature_that_OSS_holds_on_a_condition_is_among_them()
    {
        var conditional = OssCapabilities.Default.Features.Where(f => f.Value.Level == SupportLevel.Conditional).Select(f => f.Key).ToList();

        var used = Conditional.SelectMany(c => ((InventoryRule)c.Arguments[0]!).FeaturesUsed().Select(u => u.Feature)).ToHashSet();

        Assert.That(conditional.Except(used), Is.Empty);
        Assert.That(conditional, Has.Count.GreaterThan(8));
    }

    [Test]
    public async Task The_service_over_the_wire_that_leaves_a_filter_out_is_found_out_and_holds_the_rest()
    {
        await using var cloud = await OssCloud.StartAsync();
        using var handler = new Losing("<LowerSizeBound>1024</LowerSizeBound>");
        var service = cloud.NewService(handler: handler, time: new SkippingClock());
        var rule = OssRules.Plain with { Filter = new() { Prefixes = ["Pics/"], ObjectSize = new() { Lower = 1024 } } };

        var failure = Assert.ThrowsAsync<RuleNotStoredAsSentException>(() => service.PutAsync(OssCloud.Source, rule));

        Assert.That(failure.Paths, Is.EqualTo(["Filter.ObjectSize"]));
        Assert.That(failure.Stored, Is.EqualTo(rule with { Filter = InventoryFilter.ForPrefix("Pics/") }));
        Assert.That(await cloud.Service.FindAsync(OssCloud.Source, rule.Id), Is.EqualTo(failure.Stored));
    }

    private static InventoryRule Read(string document) =>
        OssListPage.ReadOne(Encoding.UTF8.GetBytes(document), new() { AccountId = OssCloud.AccountId, RoleArn = OssCloud.RoleArn });

    private static InventoryRule Filtered(InventoryFilter filter) => OssRules.Plain with { Filter = filter };

    private static InventoryRule To(Func<InventoryDestination, InventoryDestination> change) => OssRules.Plain with { Destination = change(OssRules.Plain.Destination) };

    private static TestCaseData Case(string name, InventoryRule rule, string path, string part, string instead = "") => new TestCaseData(rule, path, part, instead).SetArgDisplayNames(name);

    /// <summary>The service, but a part of what is put does not arrive. The signature is not over the body.</summary>
    private sealed class Losing(string part) : DelegatingHandler(new SocketsHttpHandler { AllowAutoRedirect = false })
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (request.Content is { } content)
            {
                var body = await content.ReadAsStringAsync(cancellationToken);
                request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body.Replace(part, "", StringComparison.Ordinal)));
                request.Content.Headers.ContentType = content.Headers.ContentType;
            }

            return await base.SendAsync(request, cancellationToken);
        }
    }
}

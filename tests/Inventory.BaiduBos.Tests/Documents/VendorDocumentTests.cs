using System.Text.Json;
using Inventory.Documents;
using Inventory.Emulator;

namespace Inventory.BaiduBos.Tests.Documents;

/// <summary>The vendor's own examples, from page to wire and back.</summary>
[TestFixture]
public sealed class VendorDocumentTests
{
    private static readonly EmulatorOptions Buckets = new() { Buckets = [new(VendorDocument.Source), new(VendorDocument.Destination)] };

    private readonly BosJsonFormat _format = new();

    public static IEnumerable<TestCaseData> Printed =>
    [
        new TestCaseData(VendorDocument.Put).SetArgDisplayNames("PutBucketInventory"),
        .. VendorDocument.Listed.Select((rule, i) => new TestCaseData(rule).SetArgDisplayNames($"ListBucketInventory {i + 1}")),
    ];

    [Test]
    public void The_request_is_read_as_the_rule_that_the_page_describes()
    {
        var document = _format.Read(VendorDocument.Put);

        Assert.That(document, Is.EqualTo(new RuleDocument(
            new()
            {
                Id = "inventory-configuration-ID",
                IsEnabled = true,
                Destination = new() { Bucket = "destBucketName", Prefix = "destination-prefix", Format = InventoryFormat.Csv },
                Schedule = InventorySchedule.Weekly,
                Filter = InventoryFilter.ForPrefix("prefix/"),
                IncludedObjectVersions = InventoryObjectVersions.Unspecified,
            },
            "bucket")));
    }

    [TestCaseSource(nameof(Printed))]
    public void A_printed_rule_is_written_back_with_the_same_meaning(string printed)
    {
        var written = _format.Write(_format.Read(printed));

        using var before = JsonDocument.Parse(printed);
        using var after = JsonDocument.Parse(written);
        Assert.That(JsonElement.DeepEquals(before.RootElement, after.RootElement), Is.True, written);
    }

    [TestCaseSource(nameof(Printed))]
    public async Task As_printed_it_is_refused_by_path_before_anything_is_sent(string printed)
    {
        await using var bos = await EmulatedBos.StartAsync(Buckets);
        var document = _format.Read(printed);

        var refusal = await Caught.ByAsync<InventoryRuleRejectedException>(() => bos.Service.PutAsync(document.SourceBucket!, document.Rule));

        var error = refusal.Violations.Single(v => v.Severity == ViolationSeverity.Error);
        Assert.That((error.Path, error.Kind), Is.EqualTo(("Destination.Bucket", RuleViolationKind.TextLimit)));
        Assert.That(error.Reason, Does.Contain("destBucketName"));
        Assert.That(bos.Requests, Is.Empty);
    }

    [TestCaseSource(nameof(Printed))]
    public async Task With_a_legal_bucket_it_is_put_and_found_as_normalizing_promised(string printed)
    {
        await using var bos = await EmulatedBos.StartAsync(Buckets);
        var document = _format.Read(VendorDocument.Sendable(printed));

        var result = await bos.Service.PutAsync(document.SourceBucket!, document.Rule);
        var found = await bos.Service.GetAsync(document.SourceBucket!, document.Rule.Id);

        Assert.That(result.Outcome, Is.EqualTo(PutOutcome.Created));
        Assert.That(found, Is.EqualTo(bos.Service.Normalize(document.Rule)).And.EqualTo(document.Rule));
        using var expected = JsonDocument.Parse(VendorDocument.Sendable(printed));
        using var sent = JsonDocument.Parse(bos.Requests.Single(r => r.Method == "PUT").Body);
        Assert.That(JsonElement.DeepEquals(expected.RootElement, sent.RootElement), Is.True);
    }

    [Test]
    public async Task A_list_as_printed_is_read_rule_by_rule()
    {
        await using var bos = await EmulatedBos.StartAsync(Buckets);
        foreach (var rule in VendorDocument.Listed)
        {
            bos.Seed(rule, bucket: VendorDocument.Source);
        }

        var rules = await bos.Service.AllAsync(VendorDocument.Source);

        Assert.That(rules, Is.EqualTo(VendorDocument.Listed.Select(text => _format.Read(text).Rule)));
        Assert.That(string.Join(" ", rules.Select(r => r.Id)), Is.EqualTo("inventory-configuration-ID1 inventory-configuration-ID2"));
        Assert.That(rules.Select(r => r.Schedule), Is.EqualTo(new[] { InventorySchedule.Weekly, InventorySchedule.Monthly(15) }));
        Assert.That(rules.Select(r => r.Filter), Is.EqualTo(new[] { InventoryFilter.ForPrefix("prefix/"), InventoryFilter.ForPrefix("prefix2/") }));
        Assert.That(string.Join(" ", rules.Select(r => r.Destination.Prefix)), Is.EqualTo("destination-prefix destination-prefix-another"));
    }

    [Test]
    public async Task The_whole_printed_answer_is_read_from_the_wire()
    {
        using var handler = new ScriptedHandler(ScriptedHandler.Answer(200, VendorDocument.List));
        using var service = ScriptedBos.Service(handler);

        var rules = await service.AllAsync(VendorDocument.Source);

        Assert.That(rules, Is.EqualTo(VendorDocument.Listed.Select(text => _format.Read(text).Rule)));
    }
}

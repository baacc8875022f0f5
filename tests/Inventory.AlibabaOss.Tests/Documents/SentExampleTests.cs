using System.Xml.Linq;
using Inventory.AlibabaOss.Tests.Support;
using Inventory.Emulator;

namespace Inventory.AlibabaOss.Tests.Documents;

/// <summary>What the pages print, put to the service that they describe.</summary>
[TestFixture]
public sealed class SentExampleTests
{
    private static readonly EmulatorOptions Server = new()
    {
        AllowIncrementalInventory = true,
        Buckets = [new("examplebucket"), new("destbucket"), new("destination-bucket"), new("bucket-0001"), new("test-inc-bi-bj")],
    };

    public static IReadOnlyList<ExampleDocument> Examples => ExampleDocument.All;

    [TestCaseSource(nameof(Examples))]
    public async Task An_example_is_put_and_found_as_normalizing_promised(ExampleDocument example)
    {
        await using var cloud = await OssCloud.StartAsync(Server);
        var rule = example.ReadRepaired();
        var bucket = Substitution.BucketOf(example);

        var result = await cloud.Service.PutAsync(bucket, rule);

        Assert.That(result.Outcome, Is.EqualTo(PutOutcome.Created));
        Assert.That(await cloud.Service.FindAsync(bucket, example.QueryId ?? rule.Id), Is.EqualTo(cloud.Service.Normalize(rule)));
        Assert.That(Leaves.Of(cloud.PutBodies().Single()), Is.EqualTo(Leaves.Of(example.Repaired)));
    }

    [TestCaseSource(nameof(Examples))]
    public async Task The_rules_own_id_is_sent_in_the_query_and_in_the_body(ExampleDocument example)
    {
        await using var cloud = await OssCloud.StartAsync(Server);
        var rule = example.ReadRepaired() with { Id = example.ReadAsPrinted().Id };

        _ = await cloud.Service.PutAsync(Substitution.BucketOf(example), rule);

        var put = cloud.Requests.Single(r => r.Method == "PUT");
        Assert.That(put.Target, Does.EndWith($"/?inventory&inventoryId={rule.Id}"));
        Assert.That(XDocument.Parse(put.Body).Root!.Element("Id")!.Value, Is.EqualTo(rule.Id));
    }

    [TestCase("ossutil-incremental.xml", "report1")]
    [TestCase("api-2021-sample.xml", "report1")]
    public async Task A_query_that_names_another_id_than_the_body_as_the_page_prints_it_is_refused_by_the_service(string name, string queryId)
    {
        await using var cloud = await OssCloud.StartAsync(Server);
        var example = ExampleDocument.Of(name);
        var body = Substitution.Apply(example, example.Printed, s => !s.Printed.StartsWith("<Id>", StringComparison.Ordinal)).Trim();

        using var answer = await SignedRequest.PutAsync(cloud.Emulator.OssEndpoint, OssCloud.Source, queryId, body);

        Assert.That((int)answer.StatusCode, Is.EqualTo(400));
        Assert.That(answer.Headers.GetValues("x-oss-ec").Single(), Is.EqualTo("0020-00000043"));
    }

    [TestCase("api-sample.xml", "Destination.Bucket")]
    [TestCase("api-2021-sample.xml", "Destination.Bucket")]
    [TestCase("ossutil-incremental.xml", "Extensions[oss.access].RoleArn", "Extensions[oss.access].AccountId")]
    public async Task An_example_that_is_illegal_as_printed_is_refused_by_its_paths_before_anything_is_sent(string name, params string[] paths)
    {
        await using var cloud = await OssCloud.StartAsync(Server);
        var rule = ExampleDocument.Of(name).ReadAsPrinted();

        var refusal = Assert.ThrowsAsync<InventoryRuleRejectedException>(() => cloud.Service.PutAsync(OssCloud.Source, rule));

        Assert.That(refusal.Violations.Where(v => v.Severity == ViolationSeverity.Error).Select(v => v.Path), Is.EquivalentTo(paths));
        Assert.That(cloud.Requests, Is.Empty);
    }

    [Test]
    public async Task The_source_bucket_of_the_APIs_pages_is_refused_before_anything_is_sent()
    {
        await using var cloud = await OssCloud.StartAsync(Server);
        var printed = Examples.Where(e => e.Bucket == Substitution.SourceBucket.Printed).ToList();

        foreach (var example in printed)
        {
            var refusal = Assert.ThrowsAsync<InventoryException>(() => cloud.Service.PutAsync(example.Bucket!, example.ReadRepaired()));

            Assert.That(refusal.Kind, Is.EqualTo(InventoryErrorKind.InvalidRequest));
            Assert.That(refusal.Message, Does.Contain("'BucketName'"));
        }

        Assert.That(printed, Has.Count.EqualTo(3));
        Assert.That(cloud.Requests, Is.Empty);
    }
}

namespace Inventory.BaiduBos.Tests.Mapping;

/// <summary>Reading a rule, changing one member and putting it back sends everything else as it was, on the request itself, whether the rule was found or listed.</summary>
[TestFixture]
public sealed class LosslessTests
{
    private const string Destination = "'destination':{'targetBucket':'destbucket','format':'CSV'}";

    public static IEnumerable<TestCaseData> Documents =>
        from document in (string[])
        [
            Json($"'resource':['src-bucket/*'],'schedule':'Hourly',{Destination}"),
            Json($"'resource':['src-bucket/*'],'schedule':'Weekly',{Destination},'includedObjectVersions':'Deleted'"),
            Json("'resource':['src-bucket/*'],'schedule':'Weekly','destination':{'targetBucket':'destbucket','targetPrefix':'p/','format':'AVRO'}"),
            Json($"'resource':['src-bucket/a*b*','other/c/*','src-bucket/*'],'schedule':'Weekly',{Destination}"),
            Json($"'resource':['src-bucket/logs/*'],'schedule':'Weekly',{Destination},'includedObjectVersions':'All','monthlyDate':7"),
            Json("'resource':['src-bucket/*'],'schedule':'Weekly','destination':{'targetBucket':'destbucket','format':'CSV','acl':null,'keys':[{'a':[]}]},"
                + "'a':{'deep':[1.50,'é😀\\\\',true]},'z':12345678901234567890"),
        ]
        from isListed in (bool[])[false, true]
        select new TestCaseData(document, isListed).SetArgDisplayNames(document, isListed ? "listed" : "found");

    [TestCaseSource(nameof(Documents))]
    public async Task A_rule_that_was_read_and_changed_is_sent_with_everything_else_as_it_was(string document, bool isListed)
    {
        ArgumentNullException.ThrowIfNull(document);
        var changed = document.Replace("enabled", "disabled", StringComparison.Ordinal);
        var handler = new ScriptedHandler(
            ScriptedHandler.Answer(200, isListed ? $$"""{"inventoryRuleList":[{{document}}]}""" : document),
            ScriptedHandler.Answer(200, document),
            ScriptedHandler.Answer(200),
            ScriptedHandler.Answer(200, changed));
        using var service = ScriptedBos.Service(handler, time: new ImpatientTime());
        var rule = isListed ? (await service.AllAsync(ScriptedBos.Source)).Single() : await service.GetAsync(ScriptedBos.Source, "kept");

        var result = await service.PutAsync(ScriptedBos.Source, rule with { IsEnabled = false });

        Assert.That(result.Outcome, Is.EqualTo(PutOutcome.Replaced));
        Assert.That(handler.Sent.Single(s => s.Method == "PUT").Body, Is.EqualTo(changed));
    }

    [Test]
    public async Task Values_that_the_service_refuses_were_sent_as_they_were()
    {
        await using var bos = await EmulatedBos.StartAsync();
        var document = Json($"'resource':['examplebucket/a*b*'],'schedule':'Hourly',{Destination},'includedObjectVersions':'Deleted'");
        bos.Seed(document);
        var rule = (await bos.Service.AllAsync()).Single();

        var error = await Caught.ByAsync(() => bos.Service.PutAsync(EmulatedBos.Source, rule with { IsEnabled = false }));

        Assert.That((error.Kind, error.ServiceCode), Is.EqualTo((InventoryErrorKind.InvalidRequest, "InvalidArgument")));
        Assert.That(bos.Requests.Single(r => r.Method == "PUT").Body, Is.EqualTo(document.Replace("enabled", "disabled", StringComparison.Ordinal)));
        Assert.That(bos.Stored().Single().Document, Is.EqualTo(document));
    }

    private static string Json(string members) => $"{{'id':'kept','status':'enabled',{members}}}".Replace('\'', '"');
}

namespace Inventory.BaiduBos.Tests.Mapping;

/// <summary>What BOS gives back in other words than it was sent is the same rule.</summary>
[TestFixture]
public sealed class EchoTests
{
    private static readonly InventoryRule Plain = new()
    {
        Id = "echo",
        Destination = new() { Bucket = EmulatedBos.Destination },
        Schedule = InventorySchedule.Weekly,
        IncludedObjectVersions = InventoryObjectVersions.Unspecified,
    };

    private static readonly InventoryRule Logs = Plain with { Filter = InventoryFilter.ForPrefix("logs/") };
    private static readonly InventoryRule Several = Plain with { Filter = new() { Prefixes = ["a/", "b/"] } };
    private static readonly InventoryRule Accented = Plain with { Filter = InventoryFilter.ForPrefix("é😀/\"\\日") };

    public static IEnumerable<TestCaseData> Echoes =>
    [
        Case("in our own words", Plain, Json()),
        Case("Enabled", Plain, Json(status: "Enabled")),
        Case("ENABLED", Plain, Json(status: "ENABLED")),
        Case("Disabled", Plain with { IsEnabled = false }, Json(status: "Disabled")),
        Case("a monthly date of 0", Plain, Json(more: ",\"monthlyDate\":0")),
        Case("a monthly date of null", Plain, Json(more: ",\"monthlyDate\":null")),
        Case("a monthly date of 0.0 beside a month", Plain with { Schedule = InventorySchedule.Monthly(5) }, Json(schedule: "Monthly", more: ",\"monthlyDate\":5.0")),
        Case("a missing star", Logs, Json("[\"examplebucket/logs/\"]")),
        Case("a missing star of the whole bucket", Plain, Json("[\"examplebucket/\"]")),
        Case("another order of the prefixes", Several, Json("[\"examplebucket/b/*\",\"examplebucket/a/*\"]")),
        Case("a prefix twice", Several, Json("[\"examplebucket/a/*\",\"examplebucket/b/*\",\"examplebucket/a/*\"]")),
        Case("a prefix beside the whole bucket", Plain, Json("[\"examplebucket/*\",\"examplebucket/a/*\"]")),
        Case("an empty target prefix", Plain, Json(destination: "\"targetBucket\":\"destbucket\",\"targetPrefix\":\"\",\"format\":\"CSV\"")),
        Case("a target prefix of null", Plain, Json(destination: "\"targetBucket\":\"destbucket\",\"targetPrefix\":null,\"format\":\"CSV\"")),
        Case("empty versions", Plain, Json(more: ",\"includedObjectVersions\":\"\"")),
        Case("versions of null", Plain, Json(more: ",\"includedObjectVersions\":null")),
        Case("escapes", Accented, Json("[\"examplebucket\\/\\u00e9\\uD83D\\ude00\\/\\u0022\\u005c\\u65e5*\"]")),
        Case("no escapes", Accented, Json("[\"examplebucket/é😀/\\\"\\\\日*\"]")),
        Case("an escape in a name", Plain, Json().Replace("\"schedule\"", "\"\\u0073chedule\"", StringComparison.Ordinal)),
        Case("white space", Plain, " \r\n\t" + Json().Replace(",", " ,\n ", StringComparison.Ordinal).Replace(":", "\t: ", StringComparison.Ordinal) + "\n"),
        Case("another order of the members", Plain,
            """{"destination":{"format":"CSV","targetBucket":"destbucket"},"schedule":"Weekly","resource":["examplebucket/*"],"status":"enabled","id":"echo"}"""),
    ];

    [TestCaseSource(nameof(Echoes))]
    public async Task An_echo_is_found_and_listed_as_the_rule_that_was_put_and_putting_it_again_changes_nothing(InventoryRule rule, string echo)
    {
        await using var bos = await EmulatedBos.StartAsync();
        var service = bos.NewService(o => o.AllowUnproven.Add(InventoryFeature.MultiplePrefixFilter));
        bos.Seed(echo, "echo");

        var found = await service.FindAsync(EmulatedBos.Source, "echo");
        var listed = await service.AllAsync();
        var again = await service.PutAsync(EmulatedBos.Source, rule);

        Assert.That(found, Is.EqualTo(service.Normalize(rule)));
        Assert.That(listed, Is.EqualTo(new[] { found }));
        Assert.That(again.Outcome, Is.EqualTo(PutOutcome.Unchanged));
        Assert.That(bos.Requests.Select(r => r.Method), Is.All.EqualTo("GET"));
    }

    [Test]
    public async Task What_says_something_else_is_a_change()
    {
        await using var bos = await EmulatedBos.StartAsync();
        bos.Seed(Json(more: ",\"includedObjectVersions\":\"All\""));

        var result = await bos.Service.PutAsync(EmulatedBos.Source, Plain with { IncludedObjectVersions = InventoryObjectVersions.Current });

        Assert.That(result.Outcome, Is.EqualTo(PutOutcome.Replaced));
    }

    private static string Json(
        string resource = "[\"examplebucket/*\"]", string status = "enabled", string schedule = "Weekly",
        string destination = "\"targetBucket\":\"destbucket\",\"format\":\"CSV\"", string more = "") =>
        $$"""{"id":"echo","status":"{{status}}","resource":{{resource}},"schedule":"{{schedule}}","destination":{{{destination}}}{{more}}}""";

    private static TestCaseData Case(string name, InventoryRule rule, string echo) => new TestCaseData(rule, echo).SetArgDisplayNames(name);
}

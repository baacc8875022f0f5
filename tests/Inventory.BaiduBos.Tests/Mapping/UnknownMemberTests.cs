using Inventory.Documents;

namespace Inventory.BaiduBos.Tests.Mapping;

/// <summary>What the service holds and this library does not know survives reading, changing and writing.</summary>
[TestFixture]
public sealed class UnknownMemberTests
{
    private const string Document =
        """
        {
          "zone": 1.50,
          "id": "kept",
          "status": "enabled",
          "resource": ["examplebucket/logs/*"],
          "optionalFields": ["Size", { "name": "é😀", "deep": [null, true, 12345678901234567890] }],
          "schedule": "Weekly",
          "destination": { "encryption": {}, "targetBucket": "destbucket", "format": "CSV", "acl": null },
          "monthlyDate": 7
        }
        """;

    [Test]
    public async Task They_stand_in_the_request_that_puts_a_changed_rule_back()
    {
        await using var bos = await EmulatedBos.StartAsync();
        bos.Seed(Document);
        var rule = await bos.Service.GetAsync(EmulatedBos.Source, "kept");

        // The emulator ignores what it does not know, as the service documents, so the put finds out that it was not stored.
        var error = await Caught.ByAsync(() => bos.Service.PutAsync(EmulatedBos.Source, rule with { Schedule = InventorySchedule.EveryThreeDays, Extensions = [Without(rule, "monthlyDate")] }));

        Assert.That(bos.Requests.Single(r => r.Method == "PUT").Body, Is.EqualTo(
            """{"id":"kept","status":"enabled","resource":["examplebucket/logs/*"],"schedule":"ThreeDaily","destination":{"targetBucket":"destbucket","format":"CSV","acl":null,"encryption":{}},"optionalFields":"""
            + """["Size",{"name":"é😀","deep":[null,true,12345678901234567890]}],"zone":1.50}"""));
        Assert.That(error.Kind, Is.EqualTo(InventoryErrorKind.NotStoredAsSent));
        Assert.That(((RuleNotStoredAsSentException)error).Paths.Single(), Is.EqualTo("Extensions[bos]"));
    }

    [Test]
    public void Where_they_stood_is_kept_and_no_order_is_made_of_them()
    {
        var rule = Wire.Read(Document, EmulatedBos.Source);

        Assert.That(rule.Extension<BosInventoryExtension>()!.Unknown, Is.EqualTo(new UnknownContent[]
        {
            new("", "monthlyDate", "7"),
            new("", "optionalFields", "[\"Size\",{\"name\":\"é😀\",\"deep\":[null,true,12345678901234567890]}]"),
            new("", "zone", "1.50"),
            new("destination", "acl", "null"),
            new("destination", "encryption", "{}"),
        }));
    }

    [Test]
    public async Task An_unchanged_rule_is_not_written()
    {
        await using var bos = await EmulatedBos.StartAsync();
        bos.Seed(Document);
        var rule = await bos.Service.GetAsync(EmulatedBos.Source, "kept");

        var result = await bos.Service.PutAsync(EmulatedBos.Source, rule);

        Assert.That(result.Outcome, Is.EqualTo(PutOutcome.Unchanged));
        Assert.That(bos.Requests.Select(r => r.Method), Is.All.EqualTo("GET"));
    }

    [Test]
    public void The_order_of_members_is_no_difference()
    {
        var one = Wire.Read(Wire.With("x", "1,\"y\":2"));
        var other = Wire.Read(Wire.With("y", "2,\"x\":1"));

        Assert.That(one, Is.EqualTo(other));
    }

    [TestCase("", "x", " { \"a\" : 1 } ", Description = "white space is nobody's meaning")]
    [TestCase("destination", "x", "\"\\u00e9\"", Description = "an escape says the same as the character")]
    public void What_a_caller_writes_at_length_is_normalized(string path, string name, string text)
    {
        var rule = Rules.Weekly() with { Extensions = [new BosInventoryExtension { Unknown = [new(path, name, text)] }] };
        using var service = ScriptedBos.Service(new ScriptedHandler());

        var normal = service.Normalize(rule);

        Assert.That(normal.Extension<BosInventoryExtension>()!.Unknown.Single().Text, Is.EqualTo(text.Contains('{', StringComparison.Ordinal) ? "{\"a\":1}" : "\"é\""));
        Assert.That(service.Normalize(normal), Is.EqualTo(normal));
    }

    [TestCase("", "x", "{", "not JSON")]
    [TestCase("", "schedule", "\"Daily\"", "schedule")]
    [TestCase("destination", "format", "\"ORC\"", "format")]
    [TestCase("nowhere", "x", "1", "nowhere")]
    public void What_could_not_come_back_is_refused(string path, string name, string text, string said)
    {
        var rule = Rules.Weekly() with { Extensions = [new BosInventoryExtension { Unknown = [new(path, name, text)] }] };

        var error = InventoryValidator.Check(BosCapabilities.Default, rule, DateTimeOffset.UnixEpoch).Single(v => v.Severity == ViolationSeverity.Error);

        Assert.That((error.Kind, error.Path), Is.EqualTo((RuleViolationKind.InvalidExtension, "Extensions[bos].Unknown")));
        Assert.That(error.Reason, Does.Contain(said));
    }

    [TestCase("")]
    [TestCase("destination")]
    public void Two_members_of_one_name_which_would_be_written_as_a_list_are_refused(string path)
    {
        var rule = Rules.Weekly() with { Extensions = [new BosInventoryExtension { Unknown = [new(path, "x", "1"), new(path, "x", "2")] }] };

        var error = InventoryValidator.Check(BosCapabilities.Default, rule, DateTimeOffset.UnixEpoch).Single(v => v.Severity == ViolationSeverity.Error);

        Assert.That((error.Kind, error.Path), Is.EqualTo((RuleViolationKind.InvalidExtension, "Extensions[bos].Unknown")));
        Assert.That(error.Reason, Is.EqualTo($"'x' cannot stand in '{path}' of this rule."));
    }

    private static BosInventoryExtension Without(InventoryRule rule, string name)
    {
        var extension = rule.Extension<BosInventoryExtension>()!;
        return extension with { Unknown = extension.Unknown.Where(u => u.Name != name).ToValueList() };
    }
}

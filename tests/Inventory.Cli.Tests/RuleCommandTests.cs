using System.Text.Json;
using Inventory.Emulator;

namespace Inventory.Cli.Tests;

/// <summary><c>inventory put</c>, <c>get</c>, <c>list</c> and <c>delete</c>, on the emulator.</summary>
[TestFixture]
public sealed class RuleCommandTests
{
    private InventoryEmulator _emulator = null!;

    [SetUp]
    public async Task Start() => _emulator = await InventoryEmulator.StartAsync();

    [TearDown]
    public async Task Stop() => await _emulator.DisposeAsync();

    [TestCase("oss", "OSS")]
    [TestCase("bos", "BOS")]
    public async Task A_rule_is_put_found_listed_and_deleted(string provider, string name)
    {
        var put = await On(provider, "put", Rules.WithId("first"));
        var again = await On(provider, "put", Rules.WithId("first"));
        var other = await On(provider, "put", Rules.WithId("first", schedule: "Monthly(5)"), "--output", "json");
        var found = await On(provider, "get", "first");
        var listed = await On(provider, "list");
        var deleted = await On(provider, "delete", "first");
        var none = await On(provider, "list");

        Assert.That(put, Is.EqualTo(new Run(0, $"Created inventory rule 'first' of bucket 'examplebucket' on {name}.\n", "")));
        Assert.That(again, Is.EqualTo(new Run(0, $"Unchanged: inventory rule 'first' of bucket 'examplebucket' on {name} is there already, equal.\n", "")));
        Assert.That((other.ExitCode, other.Error), Is.EqualTo((0, "")));
        Assert.That(other.Output, Does.Contain("\"outcome\": \"Replaced\""));
        Assert.That((found.ExitCode, found.Error), Is.EqualTo((0, "")));
        Assert.That(found.Output, Does.StartWith("{\n  \"id\": \"first\",\n  \"sourceBucket\": \"examplebucket\",").And.Contain("\"schedule\": \"Monthly(5)\""));
        Assert.That(listed, Is.EqualTo(new Run(0, "ID     ENABLED  SCHEDULE    DESTINATION\nfirst  yes      Monthly(5)  destbucket/\n", "")));
        Assert.That(deleted, Is.EqualTo(new Run(0, $"Bucket 'examplebucket' has no inventory rule 'first' on {name} any more.\n", "")));
        Assert.That(none, Is.EqualTo(new Run(0, $"Bucket 'examplebucket' has no inventory rules on {name}.\n", "")));
    }

    [Test]
    public async Task A_rule_that_is_got_can_be_put_again_in_any_format()
    {
        _ = await On("oss", "put", Rules.Daily);

        foreach (var format in new[] { "json", "oss-xml", "ossutil-json" })
        {
            var found = await On("oss", "get", "daily", "--format", format);
            var put = await On("oss", "put", found.Output);
            Assert.That((put.ExitCode, put.Error), Is.EqualTo((0, "")), format);
            Assert.That(put.Output, Does.StartWith("Unchanged: inventory rule 'daily' "), format);
        }
    }

    [Test]
    public async Task A_rule_that_the_provider_cannot_hold_is_refused_and_nothing_is_sent()
    {
        var run = await On("bos", "put", Rules.Daily);

        Assert.That((run.ExitCode, run.Output), Is.EqualTo((2, "")));
        Assert.That(run.Error, Does.StartWith("'bos' cannot hold inventory rule 'daily' as it stands:\n").And.Contain("\n  --accept schedule=EveryThreeDays "));
        Assert.That(_emulator.Requests, Is.Empty);
    }

    [Test]
    public async Task What_is_accepted_is_changed_and_told_even_what_configuration_may_not_accept()
    {
        var run = await On("bos", "put", Rules.Daily, "--accept", "schedule=Weekly", "--accept", "drop=Filter", "--accept", "drop=OptionalFields", "--accept", "drop=Destination.Encryption", "-o", "json");

        using var json = JsonDocument.Parse(run.Output);
        var root = json.RootElement;
        Assert.That((run.ExitCode, run.Error), Is.EqualTo((0, "")));
        Assert.That(root.EnumerateObject().Select(m => m.Name), Is.EqualTo(new[] { "provider", "bucket", "ruleId", "outcome", "requestId", "warnings" }));
        Assert.That(root.GetProperty("outcome").GetString(), Is.EqualTo("Created"));
        Assert.That(root.GetProperty("requestId").GetString(), Is.Not.Empty);
        Assert.That(
            root.GetProperty("warnings").EnumerateArray().Where(w => w.GetProperty("kind").GetString() == "AcceptedChange").Select(w => w.GetProperty("path").GetString()),
            Is.EqualTo(new[] { "Schedule", "Filter", "OptionalFields", "Destination.Encryption" }));
        Assert.That(_emulator.StoredRules(EmulatorWire.Bos, "examplebucket"), Has.Count.EqualTo(1));
    }

    [TestCase("create-only", "A rule with this id is there already.")]
    [TestCase("replace-only", "inventory rule 'other' of bucket 'examplebucket': There is no such rule to replace.")]
    public async Task A_mode_that_what_is_there_forbids_fails(string mode, string said)
    {
        _ = await On("bos", "put", Rules.WithId("first"));

        var run = await On("bos", "put", Rules.WithId(mode == "create-only" ? "first" : "other"), "--mode", mode);

        Assert.That((run.ExitCode, run.Output), Is.EqualTo((1, "")));
        Assert.That(run.Error, Does.Contain(said));
    }

    [Test]
    public async Task A_rule_that_is_not_there_is_no_rule_to_print_and_none_to_miss_when_it_is_deleted()
    {
        var found = await On("oss", "get", "missing");
        var deleted = await On("oss", "delete", "missing", "--output", "json");

        Assert.That((found.ExitCode, found.Output), Is.EqualTo((1, "")));
        Assert.That(found.Error.TrimEnd(), Is.EqualTo("Bucket 'examplebucket' on 'oss' has no inventory rule 'missing'."));
        Assert.That(deleted.ExitCode, Is.EqualTo(0));
        Assert.That(deleted.Output, Is.EqualTo("{\n  \"provider\": \"oss\",\n  \"bucket\": \"examplebucket\",\n  \"ruleId\": \"missing\",\n  \"outcome\": \"Deleted\"\n}\n"));
    }

    [Test]
    public async Task For_tools_a_list_is_an_array_of_rule_files()
    {
        _ = await On("bos", "put", Rules.WithId("one"));
        _ = await On("bos", "put", Rules.WithId("two", schedule: "EveryThreeDays"));

        var run = await On("bos", "list", "-o", "json");

        using var json = JsonDocument.Parse(run.Output);
        Assert.That((run.ExitCode, run.Error), Is.EqualTo((0, "")));
        Assert.That(json.RootElement.EnumerateArray().Select(r => r.GetProperty("id").GetString()), Is.EquivalentTo(new[] { "one", "two" }));
        Assert.That(json.RootElement.EnumerateArray().Select(r => r.GetProperty("sourceBucket").GetString()), Is.All.EqualTo("examplebucket"));
        var put = await On("oss", "put", json.RootElement[0].GetRawText());
        Assert.That(put.ExitCode, Is.EqualTo(0), "each is a rule file");
    }

    [Test]
    public async Task A_list_without_rules_is_an_empty_array_for_tools()
    {
        var run = await On("oss", "list", "-o", "json");

        Assert.That(run, Is.EqualTo(new Run(0, "[]\n", "")));
    }

    [Test]
    public async Task Rules_that_cannot_be_read_are_named_after_the_others_were_printed()
    {
        _ = await On("bos", "put", Rules.WithId("good"));
        _emulator.SeedRaw(EmulatorWire.Bos, "examplebucket", """{"id":"bad","status":"perhaps","resource":["examplebucket/*"],"schedule":"Weekly","destination":{"targetBucket":"destbucket","format":"CSV"}}""", "bad");

        var run = await On("bos", "list");

        Assert.That(run.ExitCode, Is.EqualTo(1));
        Assert.That(run.Output, Does.Contain("\ngood  yes      Weekly    destbucket/\n"));
        Assert.That(run.Error, Does.Contain("'bad': ").And.Not.Contain("   at "));
    }

    [TestCase("oss", "NoSuchBucket")]
    [TestCase("bos", "NoSuchBucket")]
    public async Task An_error_of_the_service_is_one_message_with_what_support_asks_for(string provider, string code)
    {
        var run = await Program.RunAsync(["list", "--bucket", "no-such-bucket", .. Emulator(provider)]);

        Assert.That((run.ExitCode, run.Output), Is.EqualTo((1, "")));
        Assert.That(run.Error, Does.Contain(code).And.Contain("Request id ").And.Not.Contain("   at "));
    }

    [TestCase("put", "--bucket", "examplebucket")]
    [TestCase("list")]
    [TestCase("get", "weekly")]
    [TestCase("delete", "--bucket", "examplebucket")]
    [TestCase("list", "--bucket", "Not_A_Bucket", "--provider", "oss", "--emulator", "9000")]
    [TestCase("put", Rules.Weekly, "--bucket", "examplebucket", "--mode", "sometimes")]
    public async Task What_is_missing_or_makes_no_sense_is_named(params string[] arguments)
    {
        var run = await Program.RunAsync(arguments);

        Assert.That((run.ExitCode, run.Output), Is.EqualTo((1, "")));
        Assert.That(run.Error.TrimEnd(), Is.Not.Empty.And.Not.Contain("   at "));
    }

    private Task<Run> On(string provider, string command, params string[] arguments) =>
        Program.RunAsync([command, .. arguments, "--bucket", "examplebucket", .. Emulator(provider)]);

    private string[] Emulator(string provider) =>
        ["--provider", provider, "--emulator", (provider == "oss" ? _emulator.OssEndpoint : _emulator.BosEndpoint).GetLeftPart(UriPartial.Authority)];
}

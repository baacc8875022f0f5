using System.Text;

namespace Inventory.BaiduBos.Tests.Mapping;

/// <summary>Answers that no document describes: an error of the right kind with the request's id, and never anything else.</summary>
[TestFixture]
public sealed class UnreadableAnswerTests
{
    private const string RequestId = "4db4b34d-653d-4d9a-b49b-3049ca786409";
    private static readonly (string, string) RequestIdHeader = ("x-bce-request-id", RequestId);

    public static IEnumerable<TestCaseData> Bodies =>
    [
        Body("nothing", ""),
        Body("white space", " \r\n"),
        Body("a page of a proxy", "<!DOCTYPE html><html><body>Bad gateway</body></html>"),
        Body("cut off in the middle", Wire.With("x", "1")[..40]),
        Body("cut off in a text", "{\"id\":\"a"),
        Body("a member twice", Wire.With("x", "1,\"id\":\"b\"")),
        Body("text behind it", Wire.With("x", "1") + "}"),
        Body("a list of rules", "[" + Wire.With("x", "1") + "]"),
        Body("a text", "\"rule\""),
        Body("null", "null"),
        Body("an empty object", "{}"),
        Body("nested too deep", Wire.With("x", new string('[', 200) + new string(']', 200))),
        Body("nested deep enough to end a stack", new string('[', 200_000)),
        Body("a comment that never ends", "/* "),
        Body("a number that is none", Wire.With("x", "01")),
        Body("a date of another shape", Wire.With("monthlyDate", "{},\"schedule\":\"Monthly\"")),
        Body("bytes that are not UTF-8", [.. "{\"id\":\""u8, 0xFF, 0xFE, .. "\"}"u8]),
        Body("UTF-16", Encoding.Unicode.GetPreamble().Concat(Encoding.Unicode.GetBytes(Wire.With("x", "1"))).ToArray()),
        Body("GBK", [.. "{\"id\":\""u8, 0xC8, 0xD5, 0xD6, 0xBE, .. "\"}"u8]),
    ];

    [TestCaseSource(nameof(Bodies))]
    public async Task A_rule_that_cannot_be_read_is_an_error_that_carries_the_request_id(byte[] body)
    {
        using var service = ScriptedBos.Service(new(ScriptedHandler.Answer(200, body, RequestIdHeader)));

        var error = await Caught.ByAsync(() => service.FindAsync(ScriptedBos.Source, "a"));

        Assert.That(error.Kind, Is.EqualTo(InventoryErrorKind.MalformedResponse));
        Assert.That((error.Provider, error.Bucket, error.RuleId, error.RequestId, error.HttpStatus), Is.EqualTo(("bos", ScriptedBos.Source, "a", RequestId, 200)));
        Assert.That(error.Message, Does.Contain("cannot be read"));
    }

    [Test]
    public async Task Another_rule_than_the_one_asked_for_is_an_error_that_carries_the_request_id()
    {
        using var service = ScriptedBos.Service(new(ScriptedHandler.Answer(200, Wire.With("id", "\"b\""), RequestIdHeader)));

        var error = await Caught.ByAsync(() => service.FindAsync(ScriptedBos.Source, "a"));

        Assert.That((error.Kind, error.RequestId, error.HttpStatus, error.Attempts), Is.EqualTo((InventoryErrorKind.MalformedResponse, RequestId, 200, 1)));
        Assert.That(error.Message, Does.Contain("answered with another"));
    }

    [TestCase("<html/>")]
    [TestCase("""{"inventoryRuleList":{}}""")]
    [TestCase("""{"inventoryRuleList":"none"}""")]
    [TestCase("""{"inventoryRuleList":[],"inventoryRuleList":[]}""")]
    [TestCase("""{"inventoryRuleList":[""")]
    [TestCase("""["a"]""")]
    public async Task A_list_that_cannot_be_read_is_an_error_that_carries_the_request_id(string body)
    {
        using var service = ScriptedBos.Service(new(ScriptedHandler.Answer(200, body, RequestIdHeader)));

        var error = await Caught.ByAsync(() => service.AllAsync(ScriptedBos.Source));

        Assert.That((error.Kind, error.RequestId), Is.EqualTo((InventoryErrorKind.MalformedResponse, RequestId)));
    }

    [Test]
    public async Task An_unreadable_rule_does_not_hide_the_others_and_is_named_with_its_text_at_the_end()
    {
        await using var bos = await EmulatedBos.StartAsync();
        bos.Seed("""{"id":"a","status":"enabled","resource":["examplebucket/*"],"schedule":"Weekly","destination":{"targetBucket":"destbucket","format":"CSV"}}""");
        bos.Seed("""{"id":"b","status":"enabled","resource":["examplebucket/*"],"schedule":{"frequency":"Daily"},"destination":{"targetBucket":"destbucket","format":"CSV"}}""");
        bos.Seed("""["not","a","rule"]""", "c");
        bos.Seed("""{"id":"e","id":"f","status":"enabled","resource":["examplebucket/*"],"schedule":"Weekly","destination":{"targetBucket":"destbucket","format":"CSV"}}""", "e");
        bos.Seed("""{"id":"d","status":"disabled","resource":["examplebucket/*"],"schedule":"ThreeDaily","destination":{"targetBucket":"destbucket","format":"CSV"}}""");
        List<InventoryRule> seen = [];

        var error = await Caught.ByAsync<UnreadableRulesException>(() => bos.Service.WalkAsync(EmulatedBos.Source, seen));

        Assert.That(string.Join(' ', seen.Select(r => r.Id)), Is.EqualTo("a d"));
        Assert.That((error.Kind, error.HttpStatus, error.Attempts), Is.EqualTo((InventoryErrorKind.MalformedResponse, 200, 1)));
        Assert.That(error.RequestId, Is.Not.Null);
        Assert.That(error.Rules.Select(r => r.Id), Is.EqualTo(new[] { "b", null, "e" }));
        Assert.That(error.Rules[2].Reason, Does.Contain("'id'").And.Contain("more than once"));
        Assert.That(error.Rules[0].Text, Does.Contain("{\"frequency\":\"Daily\"}"));
        Assert.That(error.Rules[0].Reason, Does.Contain("schedule").And.Contain("{\"frequency\":\"Daily\"}"));
        Assert.That(error.Rules[1].Text, Is.EqualTo("""["not","a","rule"]"""));
        Assert.That(error.Message, Does.Contain("'b'").And.Contain("(no id)"));
    }

    [Test]
    public async Task An_answer_above_the_bound_is_not_read()
    {
        var options = ScriptedBos.Options();
        options.Transport = options.Transport with { MaxResponseBytes = 1000 };
        using var service = ScriptedBos.Service(new(ScriptedHandler.Answer(200, new string(' ', 1001))), options);

        var error = await Caught.ByAsync(() => service.FindAsync(ScriptedBos.Source, "a"));

        Assert.That(error.Kind, Is.EqualTo(InventoryErrorKind.MalformedResponse));
        Assert.That(error.Message, Does.Contain("1000 bytes"));
    }

    private static TestCaseData Body(string name, string body) => Body(name, Encoding.UTF8.GetBytes(body));

    private static TestCaseData Body(string name, byte[] body) => new TestCaseData(body).SetArgDisplayNames(name);
}

namespace Inventory.BaiduBos.Tests.Service;

/// <summary>What is not a list does not pass for a bucket without rules.</summary>
[TestFixture]
public sealed class NoListTests
{
    [TestCase("""{"code":"AccessDenied","message":"No.","requestId":"1"}""")]
    [TestCase("[]")]
    [TestCase("null")]
    [TestCase("""{"inventoryRuleList":[],"isTruncated":true,"nextMarker":"x"}""")]
    public async Task It_is_a_malformed_answer(string body)
    {
        using var service = ScriptedBos.Service(new(ScriptedHandler.Answer(200, body)));

        var error = await Caught.ByAsync(() => service.AllAsync(ScriptedBos.Source));

        Assert.That(error.Kind, Is.EqualTo(InventoryErrorKind.MalformedResponse));
    }

    [Test]
    public async Task A_rule_in_a_list_that_repeats_a_secret_does_not_show_it()
    {
        var body = $$"""{"inventoryRuleList":[{"id":"a","status":"{{ScriptedBos.Secret}}","schedule":"{{ScriptedBos.Token}}"}]}""";
        using var service = ScriptedBos.Service(new(ScriptedHandler.Answer(200, body)));

        var error = await Caught.ByAsync(() => service.AllAsync(ScriptedBos.Source));

        var rule = ((UnreadableRulesException)error).Rules.Single();
        Assert.That($"{error} {rule}", Does.Not.Contain(ScriptedBos.Secret).And.Not.Contain(ScriptedBos.Token));
        Assert.That(rule.Id, Is.EqualTo("a"));
    }
}

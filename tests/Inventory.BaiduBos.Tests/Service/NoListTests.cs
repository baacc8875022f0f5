namespace Inventory.BaiduBos.Tests.Service;

/// <summary>What is not a list does not pass for a bucket without rules.</summary>
[TestFixture]
public sealed class NoListTests
{
    [TestCase("""{"code":"AccessDenied","message":"No.","requestId":"1"}""")]
    [TestCase("[]")]
    [TestCase("null")]
    [TestCase("""{"errorCode":"AccessDenied"}""")]
    [TestCase("""{"message":"denied"}""")]
    [TestCase("""{"requestId":"1"}""")]
    [TestCase("""{"InventoryRuleList":[]}""")]
    [TestCase("""{"inventoryRuleLists":[],"x":null}""")]
    [TestCase("""{"inventoryRuleList":[],"isTruncated":true,"nextMarker":"x"}""")]
    [TestCase("""{"rules":[{"id":"a"}]}""")]
    public async Task It_is_a_malformed_answer(string body)
    {
        using var service = ScriptedBos.Service(new(ScriptedHandler.Answer(200, body)));

        var error = await Caught.ByAsync(() => service.AllAsync(ScriptedBos.Source));

        Assert.That(error.Kind, Is.EqualTo(InventoryErrorKind.MalformedResponse));
    }

    [TestCase("")]
    [TestCase(" \r\n\t")]
    [TestCase("{}")]
    [TestCase(" { } ")]
    [TestCase("""{"inventoryRuleList":null}""")]
    [TestCase("""{"inventoryRuleList":[],"requestId":"1"}""")]
    public async Task Every_form_of_nothing_is_a_bucket_without_rules(string body)
    {
        using var service = ScriptedBos.Service(new(ScriptedHandler.Answer(200, body)));

        var rules = await service.AllAsync(ScriptedBos.Source);

        Assert.That(rules, Is.Empty);
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

namespace Inventory.Planning.Tests;

public sealed class MoveAcceptanceTests
{
    [TestCase("schedule=Weekly", null, "schedule=Weekly")]
    [TestCase("nightly:schedule=Weekly", "nightly", "schedule=Weekly")]
    [TestCase("nightly:drop=Extensions[a.b]", "nightly", "drop=Extensions[a.b]")]
    [TestCase("a:b:drop=OptionalFields", "a:b", "drop=OptionalFields")]
    [TestCase("Destination.Prefix=a:b=c", null, "Destination.Prefix=a:b=c")]
    [TestCase("nightly:Id=weekly", "nightly", "Id=weekly")]
    [TestCase("env=prod:Id=env-prod", "env=prod", "Id=env-prod")]
    [TestCase("a=b:c=d:drop=Filter", "a=b:c=d", "drop=Filter")]
    [TestCase("nightly:Destination.Prefix=a:Id=b", "nightly", "Destination.Prefix=a:Id=b")]
    public void A_change_is_for_every_rule_or_for_the_one_that_is_named(string text, string? ruleId, string change)
    {
        var accepted = MoveAcceptance.Parse(text);

        Assert.That((accepted.RuleId, accepted.Change!.ToString(), accepted.IsSplit), Is.EqualTo((ruleId, change, false)));
        Assert.That(accepted.ToString(), Is.EqualTo(text));
    }

    [TestCase("split=Filter.Prefixes", null)]
    [TestCase("nightly:split=Filter.Prefixes", "nightly")]
    public void Several_rules_of_one_are_accepted_by_a_name_of_their_own(string text, string? ruleId)
    {
        var accepted = MoveAcceptance.Parse(text);

        Assert.That((accepted.RuleId, accepted.Change, accepted.IsSplit), Is.EqualTo((ruleId, (Acceptance?)null, true)));
        Assert.That((accepted.ToString(), accepted), Is.EqualTo((text, MoveAcceptance.Split(ruleId))));
        Assert.That(MoveAcceptance.Parse(text.ToUpperInvariant().Replace("NIGHTLY", "nightly", StringComparison.Ordinal)), Is.EqualTo(accepted));
    }

    [TestCase("Id=other", "RULE:Id=other")]
    [TestCase(":drop=Filter", "names no rule")]
    [TestCase("split=Schedule", "split=Filter.Prefixes")]
    [TestCase("nightly:everything", "not an acceptance")]
    [TestCase("everything", "not an acceptance")]
    [TestCase("", "not an acceptance")]
    [TestCase("nightly:", "not an acceptance")]
    [TestCase("nightly:drop=Everything", "drops nothing")]
    public void Nothing_else_can_be_accepted_and_the_message_says_what_can(string text, string says) =>
        Assert.That(() => MoveAcceptance.Parse(text), Throws.TypeOf<FormatException>().With.Message.Contains(says));
}

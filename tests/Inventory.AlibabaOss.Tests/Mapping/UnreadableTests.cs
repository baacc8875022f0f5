using Inventory.AlibabaOss.Tests.Support;

namespace Inventory.AlibabaOss.Tests.Mapping;

/// <summary>One rule that cannot be read does not hide the others.</summary>
[TestFixture]
public sealed class UnreadableTests
{
    [Test]
    public async Task The_other_rules_of_every_page_are_listed_and_then_the_unreadable_ones_are_named_with_their_text()
    {
        await using var cloud = await OssCloud.StartAsync(new() { OssPageSize = 2 });
        var broken = OssRules.Xml("b", schedule: "<DayOfMonth>32</DayOfMonth>").Replace("Daily", "Monthly", StringComparison.Ordinal);
        cloud.Seed(OssRules.Xml("a"));
        cloud.Seed(broken);
        cloud.Seed(OssRules.Xml("c"));
        cloud.Seed("<InventoryConfiguration><Id>d</Id></InventoryConfiguration>");
        cloud.Seed("<InventoryConfiguration><IsEnabled>true</IsEnabled></InventoryConfiguration>", "e");
        cloud.Seed(OssRules.Xml("f"));
        List<string> listed = [];

        var failure = Assert.ThrowsAsync<UnreadableRulesException>(async () =>
        {
            await foreach (var rule in cloud.Service.ListAsync(OssCloud.Source))
            {
                listed.Add(rule.Id);
            }
        });

        Assert.That(string.Join(' ', listed), Is.EqualTo("a c f"));
        Assert.That(failure.Kind, Is.EqualTo(InventoryErrorKind.MalformedResponse));
        Assert.That((failure.Bucket, failure.HttpStatus, failure.Attempts), Is.EqualTo((OssCloud.Source, 200, 1)));
        Assert.That(failure.RequestId, Has.Length.EqualTo(24));
        Assert.That(failure.Rules.Select(r => r.Id), Is.EqualTo((string?[])["b", "d", null]));
        Assert.That(Leaves.Of(failure.Rules[0].Text), Is.EqualTo(Leaves.Of(broken)));
        Assert.That(failure.Rules[0].Reason, Does.Contain("Schedule/DayOfMonth"));
        Assert.That(failure.Message, Does.Contain("'b': ").And.Contain("'d': ").And.Contain("'(no id)': "));
    }

    [Test]
    public async Task Finding_an_unreadable_rule_fails_as_a_malformed_answer_with_every_problem_and_the_request_id()
    {
        await using var cloud = await OssCloud.StartAsync();
        cloud.Seed("<InventoryConfiguration><Id>d</Id></InventoryConfiguration>");

        var failure = Assert.ThrowsAsync<InventoryException>(() => cloud.Service.FindAsync(OssCloud.Source, "d"));

        Assert.That(failure.Kind, Is.EqualTo(InventoryErrorKind.MalformedResponse));
        Assert.That(failure.Message, Does.Contain("Destination: ").And.Contain("IsEnabled: ").And.Contain("Schedule: "));
        Assert.That(failure.RequestId, Has.Length.EqualTo(24));
        Assert.That((failure.RuleId, failure.Bucket, failure.HttpStatus), Is.EqualTo(("d", OssCloud.Source, 200)));
    }

    // Where an element should hold one text alone, there is no place to keep more: so it is refused aloud, and never read without what it has.
    [TestCase("<Prefix kind=\"new\">logs/</Prefix>", "Filter/Prefix")]
    [TestCase("<Prefix>logs/<Newer/></Prefix>", "Filter/Prefix")]
    public async Task A_text_with_an_attribute_or_an_element_of_its_own_makes_the_rule_unreadable(string prefix, string path)
    {
        await using var cloud = await OssCloud.StartAsync();
        cloud.Seed(OssRules.Xml("d", root: $"<Filter>{prefix}</Filter>"));

        var found = Assert.ThrowsAsync<InventoryException>(() => cloud.Service.FindAsync(OssCloud.Source, "d"));
        var listed = Assert.ThrowsAsync<UnreadableRulesException>(async () => await cloud.Service.ListAsync(OssCloud.Source).ToListAsync());

        Assert.That((found.Kind, found.RuleId), Is.EqualTo((InventoryErrorKind.MalformedResponse, "d")));
        Assert.That(found.Message, Does.Contain($"{path}: It must be a text"));
        Assert.That(listed.Rules.Single().Text, Does.Contain("logs/"));
    }

    [Test]
    public void Another_rule_than_the_one_asked_for_is_a_malformed_answer_with_the_request_id()
    {
        using var handler = new CannedHandler(new CannedAnswer(200, OssRules.Xml("b")));
        using var service = CannedOss.Service(handler);

        var failure = Assert.ThrowsAsync<InventoryException>(() => service.FindAsync("examplebucket", "a"));

        Assert.That((failure.Kind, failure.RequestId, failure.HttpStatus, failure.Attempts), Is.EqualTo((InventoryErrorKind.MalformedResponse, CannedAnswer.RequestId, 200, 1)));
        Assert.That(failure.Message, Does.Contain("answered with another"));
    }

    [Test]
    public void A_rule_that_is_there_already_is_told_with_what_the_service_said()
    {
        using var handler = new CannedHandler(CannedAnswer.Error(409, "InventoryAlreadyExist", "It is there.", "<EC>0020-00000031</EC>"));
        using var service = CannedOss.Service(handler);

        var failure = Assert.ThrowsAsync<InventoryException>(() => service.PutAsync("examplebucket", OssRules.Plain, new() { Mode = PutMode.CreateOnly }));

        Assert.That((failure.Kind, failure.HttpStatus, failure.ServiceCode), Is.EqualTo((InventoryErrorKind.RuleAlreadyExists, 409, "InventoryAlreadyExist")));
        Assert.That((failure.RequestId, failure.Attempts, failure.Diagnostics["x-oss-ec"]), Is.EqualTo((CannedAnswer.RequestId, 1, "0020-00000031")));
    }
}

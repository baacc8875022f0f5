namespace Inventory.Documents.Tests;

public sealed class NeutralRuleNodesTests
{
    private static readonly NeutralRuleNodes Rules = new([new SampleExtensionDocument()]);

    [Test]
    public void A_rule_is_written_without_its_id_and_read_back_with_it()
    {
        var problems = new DocumentProblems();

        var node = Rules.Write(SampleRules.Full);
        var read = Rules.Read(new ObjectReader(node, "rules.x", problems), SampleRules.Full.Id);

        Assert.That(node.Members.Select(m => m.Name), Does.Not.Contain("id"));
        Assert.That(read, Is.EqualTo(SampleRules.Full));
        Assert.That(problems.Found, Is.Empty);
    }

    [Test]
    public void Problems_have_the_path_of_the_document_around_it()
    {
        var problems = new DocumentProblems();
        var node = YamlNodes.Parse("id: r\nschedule: Daily\ndestination: { bucket: 7 }\n", problems);

        var read = Rules.Read(new ObjectReader(node, "rules.x", problems), "x");

        Assert.That(read, Is.Null);
        Assert.That(problems.Found.Select(p => p.Path), Is.EquivalentTo(["rules.x.id", "rules.x.destination.bucket"]));
    }

    [Test]
    public void What_was_asked_for_before_is_none_of_the_rule()
    {
        var problems = new DocumentProblems();
        var reader = new ObjectReader(YamlNodes.Parse("from: base\nschedule: Daily\ndestination: { bucket: b }\n", problems), "", problems);

        _ = reader.One("from");
        var read = Rules.Read(reader, "x");

        Assert.That(read?.Id, Is.EqualTo("x"));
    }

    [Test]
    public void What_the_language_spoils_makes_no_rule()
    {
        var problems = new DocumentProblems();
        var node = YamlNodes.Parse("schedule: Daily\ndestination: *d\n", problems);

        var read = Rules.Read(new ObjectReader(node, "", problems), "x");

        Assert.That(read, Is.Null);
        Assert.That(problems.Found, Has.Count.EqualTo(1));
    }
}

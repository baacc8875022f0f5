using Inventory.Documents;

namespace Inventory.Planning.Tests;

public sealed class ReadmeTests
{
    private static readonly string Sample = Block("yaml");

    [Test]
    public void The_file_in_the_README_is_read_and_says_what_its_comments_say()
    {
        var state = Fleet.Read(Sample);

        Assert.That(
            state.Buckets.Select(b => (b.Bucket, b.Rules.SingleOrDefault()?.Rule.Destination.Bucket)),
            Is.EqualTo([("logs-eu", "reports"), ("logs-us", "reports"), ("media", "reports"), ("logs-cn", "reports-cn")]));
        Assert.That(state.Of("logs-cn").Single().Accept, Is.EqualTo([Acceptance.Parse("schedule=EveryThreeDays")]));
    }

    [Test]
    public void The_JSON_Schema_accepts_it() =>
        Assert.That(new SchemaCheck(DesiredStateSchema.Text).Violations(YamlNodes.Parse(Sample, new())), Is.Empty);

    private static string Block(string language)
    {
        var text = File.ReadAllText(Path.Combine(SolutionFolder.FullName, "src/Inventory.Planning/README.md")).ReplaceLineEndings("\n");
        return text.Split($"```{language}\n")[1].Split("```")[0];
    }
}

namespace Inventory.Documents.Tests;

public sealed class YamlNodesTests
{
    [Test]
    public void What_is_read_is_written_in_blocks()
    {
        var node = YamlNodes.Parse("{ a: [1, 'x y'], b: { c: null } }", new());

        Assert.That(YamlNodes.Write(node), Is.EqualTo("a:\n  - 1\n  - \"x y\"\nb:\n  c: null\n"));
    }

    [Test]
    public void More_than_a_million_values_are_refused()
    {
        var text = string.Concat(Enumerable.Repeat("- a\n", 1_000_000));

        var refusal = Assert.Throws<InvalidDocumentException>(() => YamlNodes.Parse(text, new()));

        Assert.That(refusal!.Problems.Single(), Is.EqualTo(new DocumentProblem("", 1_000_000, 3, "It holds more than 1000000 values.")));
    }
}

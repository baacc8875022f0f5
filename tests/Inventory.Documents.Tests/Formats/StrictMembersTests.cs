namespace Inventory.Documents.Tests;

public sealed class StrictMembersTests
{
    [Test]
    public void Texts_are_given_with_path_and_node_and_what_is_none_is_a_problem()
    {
        var reader = Reader("list: [a, 7, '', b]");

        var texts = reader.StrictTexts("list");

        Assert.That(texts.Select(t => (t.Path, t.Node.Text)), Is.EqualTo([("x.list[0]", "a"), ("x.list[3]", "b")]));
        Assert.That(reader.Problems.Found.Select(p => $"{p.Column} {p.Path}: {p.Message}"), Is.EqualTo([
            "11 x.list[1]: It must be a text that is not empty, and is the number 7.", "14 x.list[2]: It must be a text that is not empty, and is empty.",
        ]));
    }

    [TestCase("list: null")]
    [TestCase("other: 1")]
    public void A_list_that_is_not_there_has_no_texts(string text)
    {
        var reader = Reader(text);

        Assert.That(reader.StrictTexts("list"), Is.Empty);
        Assert.That(reader.Problems.Found, Is.Empty);
    }

    [Test]
    public void Entries_are_given_by_their_names_and_what_is_no_object_is_a_problem()
    {
        var reader = Reader("a: { b: c }\nd: secret\nf: null");

        var entries = reader.StrictEntries();

        Assert.That(entries.Select(e => (e.Name, e.Object.Path, e.Object.StrictText("b"))), Is.EqualTo([("a", "x.a", "c")]));
        Assert.That(reader.Problems.Found.Select(p => $"{p.Path}: {p.Message}"), Is.EqualTo(["x.d: It must be an object, and is a text.", "x.f: It must be an object, and is null."]));
    }

    [TestCase(30, "What there is: n0, n1, n2, n3, n4, n5, n6, n7, n8, n9, n10, n11, n12, n13, n14, n15, n16, n17, n18, n19, n20, n21, n22, n23, n24, n25, n26, n27, n28, n29.")]
    [TestCase(32, ", n28, n29 and 2 more.")]
    public void Of_many_names_that_there_are_the_first_30_are_told(int count, string end)
    {
        var reader = Reader("a: b");

        reader.Problems.AddUnknown("x.a", reader.Node, "thing 'zzzz'", "zzzz", Enumerable.Range(0, count).Select(i => $"n{i}"));

        Assert.That(reader.Problems.Found.Single().Message, Does.StartWith("There is no thing 'zzzz'. What there is: n0, ").And.EndWith(end));
    }

    [Test]
    public void A_failure_says_what_cannot_be_read()
    {
        var failure = new InvalidDocumentException("fleet.yaml cannot be read:", [new("a", 1, 2, "Wrong.")]);

        Assert.That(failure.Message, Is.EqualTo("fleet.yaml cannot be read:\n  line 1, column 2: a: Wrong."));
    }

    private static ObjectReader Reader(string text)
    {
        var problems = new DocumentProblems();
        return new(YamlNodes.Parse(text, problems), "x", problems);
    }
}

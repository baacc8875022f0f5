using Inventory.Documents;

namespace Inventory.Planning.Tests;

/// <summary>What holds of the JSON Schema of each document that is written for tools.</summary>
public abstract class DocumentSchemaTests(string schema)
{
    private readonly SchemaDocument _schema = new(schema);

    /// <summary>A document in which every member stands somewhere.</summary>
    protected abstract string Everything { get; }

    /// <summary>The objects that the reader reads: in the schema, and one in <see cref="Everything"/> that has every member.</summary>
    protected abstract IReadOnlyList<(string Schema, string Document)> Read { get; }

    /// <summary>The objects that are for tools alone.</summary>
    protected virtual IReadOnlyList<(string Schema, string Document)> Unread => [];

    /// <summary>The values that are names.</summary>
    protected abstract IReadOnlyList<(string Path, string[] Names)> Enumerations { get; }

    /// <summary>Reads a document.</summary>
    protected abstract void Parse(string text);

    [Test]
    public void It_accepts_a_document_of_everything_and_no_member_more()
    {
        var everything = JsonNodes.Parse(Everything);

        Assert.That(_schema.Violations(everything), Is.Empty);
        foreach (var (_, place) in Read.Concat(Unread))
        {
            Assert.That(_schema.Violations(WithUnknown(everything, place)), Has.Exactly(1).Items.And.All.EndsWith($".{SchemaDocument.UnknownMember}: false"), place);
        }
    }

    [Test]
    public void It_has_the_members_of_each_object()
    {
        var everything = JsonNodes.Parse(Everything);

        Assert.That(Read.Concat(Unread).Select(o => o.Schema), Is.EquivalentTo(_schema.Objects), "every object is looked at");
        foreach (var (path, place) in Read.Concat(Unread))
        {
            Assert.That(_schema.Names(path), Is.EqualTo(SchemaDocument.Find(everything, place).Members.Select(m => m.Name)), place);
        }
    }

    [Test]
    public void It_has_the_names_that_are_read()
    {
        Parse(Everything);
        foreach (var (path, place) in Read)
        {
            var text = JsonNodes.Write(WithUnknown(JsonNodes.Parse(Everything), place), isIndented: false);

            Assert.That(_schema.Names(path), Is.EquivalentTo(SchemaDocument.KnownNames(() => Parse(text))), place);
        }
    }

    [Test]
    public void It_has_every_known_name()
    {
        foreach (var (path, names) in Enumerations)
        {
            Assert.That(_schema.Values(path), Is.EqualTo(names), path);
        }
    }

    [Test]
    public void It_says_what_each_member_is() => Assert.That(_schema.Objects.SelectMany(_schema.Undescribed), Is.Empty);

    /// <summary>Asserts that a document is as the schema says.</summary>
    protected void Accept(string document) => Assert.That(_schema.Violations(document), Is.Empty);

    private static DocumentNode WithUnknown(DocumentNode node, string place)
    {
        var (step, rest) = place.IndexOf('/', StringComparison.Ordinal) is >= 0 and var at ? (place[..at], place[(at + 1)..]) : (place, "");
        return step.Length == 0
            ? DocumentNode.Object([.. node.Members, new(SchemaDocument.UnknownMember, DocumentNode.Of("x"))])
            : node.Kind == DocumentNodeKind.Array
                ? DocumentNode.Array([.. node.Items.Select((n, i) => i == step[0] - '0' ? WithUnknown(n, rest) : n)])
                : DocumentNode.Object([.. node.Members.Select(m => m.Name == step ? new(m.Name, WithUnknown(m.Node, rest)) : m)]);
    }
}

using Inventory.Documents;

namespace Inventory.Planning.Tests;

/// <summary>A JSON Schema of ours, looked into and checked against. Objects in it are called by their paths: <c>definitions/bucket</c>, empty for the root.</summary>
internal sealed class SchemaDocument(string text)
{
    /// <summary>The member that no reader knows.</summary>
    public const string UnknownMember = "zzz";

    private readonly SchemaCheck _check = new(text);
    private readonly DocumentNode _root = JsonNodes.Parse(text);

    /// <summary>The paths of the definitions that describe objects, and the root's.</summary>
    public IEnumerable<string> Objects => At("definitions").Members.Where(m => m.Node.Members.Any(k => k.Name == "properties")).Select(m => $"definitions/{m.Name}").Append("");

    /// <summary>Where a document breaks the schema.</summary>
    public IReadOnlyList<string> Violations(string document) => Violations(JsonNodes.Parse(document));

    /// <summary>Where a document breaks the schema.</summary>
    public IReadOnlyList<string> Violations(DocumentNode document) => _check.Violations(document);

    /// <summary>What stands at a path.</summary>
    public DocumentNode At(string path) => Find(_root, path);

    /// <summary>The members that an object may have.</summary>
    public IEnumerable<string> Names(string path) => At($"{path}/properties").Members.Select(m => m.Name);

    /// <summary>The values that a member may have.</summary>
    public IEnumerable<string> Values(string path) => At($"{path}/enum").Items.Select(i => i.Text);

    /// <summary>The members of an object of which the schema does not say what they are.</summary>
    public IEnumerable<string> Undescribed(string path) =>
        At($"{path}/properties").Members.Where(p => p.Node.Members.All(m => m.Name is not ("description" or "$ref"))).Select(p => p.Name);

    /// <summary>What stands at a path of a document: members by their names, items by their numbers.</summary>
    public static DocumentNode Find(DocumentNode node, string path) => path.Split('/', StringSplitOptions.RemoveEmptyEntries)
        .Aggregate(node, (n, step) => n.Kind == DocumentNodeKind.Array ? n.Items[step[0] - '0'] : n.Members.Single(m => m.Name == step).Node);

    /// <summary>Every name in a document, as often as it stands there.</summary>
    public static IEnumerable<string> Members(DocumentNode node) =>
        node.Members.SelectMany(m => Members(m.Node).Prepend(m.Name)).Concat(node.Items.SelectMany(Members));

    /// <summary>The names that a reader knows where a document has <see cref="UnknownMember"/>.</summary>
    public static IEnumerable<string> KnownNames(Action read)
    {
        const string told = $"There is no '{UnknownMember}' here. What there is: ";
        var message = Assert.Throws<InvalidDocumentException>(() => read())!.Problems.Select(p => p.Message).Single(m => m.StartsWith(told, StringComparison.Ordinal));
        return message[told.Length..^1].Split(", ");
    }
}

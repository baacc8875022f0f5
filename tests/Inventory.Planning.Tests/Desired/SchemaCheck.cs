using System.Globalization;
using System.Text.RegularExpressions;
using Inventory.Documents;

namespace Inventory.Planning.Tests;

/// <summary>Checks a document against a JSON Schema of draft 7, as far as ours goes: a keyword that it does not know is an error of the test.</summary>
internal sealed class SchemaCheck(string schemaText)
{
    private readonly DocumentNode _root = JsonNodes.Parse(schemaText);

    /// <summary>Where the document breaks the schema: path and keyword. None where it does not.</summary>
    public IReadOnlyList<string> Violations(DocumentNode document) => [.. Check(_root, document, "$")];

    private IEnumerable<string> Check(DocumentNode schema, DocumentNode node, string path)
    {
        if (schema.Kind == DocumentNodeKind.Boolean)
        {
            return schema.Text == "true" ? [] : [$"{path}: false"];
        }

        return schema.Members.SelectMany(keyword => Check(schema, keyword.Name, keyword.Node, node, path));
    }

    private IEnumerable<string> Check(DocumentNode schema, string keyword, DocumentNode value, DocumentNode node, string path)
    {
        var isText = node.Kind == DocumentNodeKind.Text;
        var isObject = node.Kind == DocumentNodeKind.Object;
        var isArray = node.Kind == DocumentNodeKind.Array;
        return keyword switch
        {
            "$schema" or "title" or "description" or "definitions" => [],
            "$ref" => Check(Definition(value.Text), node, path),
            "type" => Unless((value.Items.Count == 0 ? [value] : value.Items).Any(t => IsOf(t.Text, node))),
            "const" => Unless(IsEqual(value, node)),
            "enum" => Unless(value.Items.Any(v => IsEqual(v, node))),
            "anyOf" => Unless(value.Items.Any(s => !Check(s, node, path).Any())),
            "pattern" => Unless(!isText || Regex.IsMatch(node.Text, value.Text, RegexOptions.CultureInvariant)),
            "minLength" => Unless(!isText || node.Text.Length >= Number(value)),
            "minimum" => Unless(node.Kind != DocumentNodeKind.Number || Number(node) >= Number(value)),
            "minItems" => Unless(!isArray || node.Items.Count >= Number(value)),
            "items" => node.Items.SelectMany((item, i) => Check(value, item, $"{path}[{i}]")),
            "required" => value.Items.Where(name => isObject && node.Members.All(m => m.Name != name.Text)).Select(name => $"{path}.{name.Text}: required"),
            "propertyNames" => node.Members.SelectMany(m => Check(value, DocumentNode.Of(m.Name), $"{path}.{m.Name}")),
            "properties" => node.Members.Where(m => Has(value, m.Name)).SelectMany(m => Check(Member(value, m.Name), m.Node, $"{path}.{m.Name}")),
            "additionalProperties" => node.Members
                .Where(m => !Has(schema, "properties") || !Has(Member(schema, "properties"), m.Name))
                .SelectMany(m => Check(value, m.Node, $"{path}.{m.Name}")),
            _ => throw new NotSupportedException($"The keyword '{keyword}' is not checked here. Teach it, or leave it out of the schema."),
        };

        IEnumerable<string> Unless(bool isRight) => isRight ? [] : [$"{path}: {keyword}"];
    }

    private DocumentNode Definition(string reference) => reference.Split('/').Skip(1).Aggregate(_root, Member);

    private static bool Has(DocumentNode node, string name) => node.Members.Any(m => m.Name == name);

    private static DocumentNode Member(DocumentNode node, string name) => node.Members.Single(m => m.Name == name).Node;

    private static bool IsEqual(DocumentNode x, DocumentNode y) => x.Kind == y.Kind && x.Text == y.Text;

    private static decimal Number(DocumentNode node) => decimal.Parse(node.Text, NumberStyles.Float, CultureInfo.InvariantCulture);

    private static bool IsOf(string type, DocumentNode node) => (type, node.Kind) switch
    {
        ("object", DocumentNodeKind.Object) or ("array", DocumentNodeKind.Array) or ("string", DocumentNodeKind.Text) => true,
        ("boolean", DocumentNodeKind.Boolean) or ("null", DocumentNodeKind.Null) => true,
        ("integer", DocumentNodeKind.Number) => decimal.IsInteger(Number(node)),
        ("object" or "array" or "string" or "boolean" or "null" or "integer", _) => false,
        _ => throw new NotSupportedException($"There is no type '{type}'."),
    };
}

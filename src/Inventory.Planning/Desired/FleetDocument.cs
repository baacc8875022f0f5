using System.Globalization;
using Inventory.Documents;

namespace Inventory.Planning;

/// <summary>Reads one fleet file.</summary>
/// <param name="rules">Reads the rules in it.</param>
/// <param name="name">What to call the file.</param>
internal sealed class FleetDocument(NeutralRuleNodes rules, string name)
{
    private readonly DocumentProblems _problems = new();

    /// <exception cref="InvalidDocumentException">It cannot be read; every problem is named.</exception>
    public DesiredState Read(string text)
    {
        var reader = new ObjectReader(Parse(text), "", _problems);
        _ = reader.One("$schema");
        CheckVersion(reader);
        var accounts = new FleetAccounts(reader);
        var parts = new RuleParts(reader);
        var reading = new RuleReading(rules, _problems);
        new AssignmentReader(accounts, parts, reading, name).Read(reader);
        reader.RefuseUnread();
        List<string> unassigned = [.. parts.Rules.Values.Where(r => !r.IsRead).Select(r => r.Source(name))];
        reading.CheckRest(parts);
        _problems.ThrowIfAny();
        return new() { Buckets = [.. accounts.Buckets.Select(b => b.ToDesired())], Unassigned = unassigned };
    }

    private DocumentNode Parse(string text)
    {
        var content = text.AsSpan().TrimStart('\uFEFF').TrimStart();
        if (content.IsEmpty)
        {
            throw new InvalidDocumentException([new("", 0, 0, "It is empty.")]);
        }

        if (text.Length > DesiredStateReader.MaxLength)
        {
            throw new InvalidDocumentException(
                [new("", 0, 0, string.Create(CultureInfo.InvariantCulture, $"It is longer than {DesiredStateReader.MaxLength} characters. Is it the right file?"))]);
        }

        var root = content[0] is '{' or '[' or '/' ? JsonNodes.Parse(text, _problems) : YamlNodes.Parse(text, _problems);
        if (root.Kind != DocumentNodeKind.Object)
        {
            _problems.Add("", root, "A fleet file is an object with version, accounts, defaults, rules and assignments.");
            _problems.ThrowIfAny();
        }

        return root;
    }

    /// <summary>Refuses another version, and then nothing else: what it means is not known here.</summary>
    private void CheckVersion(ObjectReader reader)
    {
        switch (reader.One("version"))
        {
            case null:
                reader.Problem("version", "It is required and missing. Write version: 1.");
                break;
            case { Kind: DocumentNodeKind.Number, Text: "1" }:
                break;
            case { Kind: DocumentNodeKind.Number } other:
                reader.Problem("version", $"The file is of version {ShownText.Of(other.Text)}, and version 1 is read here. Use a release that knows it, or write version: 1.");
                _problems.ThrowIfAny();
                break;
            default:
                reader.Problem("version", "It must be the number 1, without quotation marks.");
                break;
        }
    }
}

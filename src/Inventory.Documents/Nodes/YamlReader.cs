using System.Globalization;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Inventory.Documents;

/// <summary>
/// Reads a YAML text as nodes: what JSON could say too, and no more. Tags, anchors, aliases and merge keys are problems, and so is a second document.
/// </summary>
internal sealed class YamlReader
{
    private const int MaxDepth = 32;

    private readonly YamlEvents _events;
    private readonly DocumentProblems _problems;
    private int _count;

    private YamlReader(string text, DocumentProblems problems)
    {
        _events = new YamlEvents(text);
        _problems = problems;
    }

    /// <summary>Reads one YAML document. A byte order mark before it is skipped.</summary>
    /// <param name="text">The text.</param>
    /// <param name="problems">Where everything goes that does not end the reading.</param>
    /// <exception cref="InvalidDocumentException">The text is not YAML, is empty, or is nested deeper than 32; what was found before is named with it.</exception>
    public static DocumentNode Read(string text, DocumentProblems problems)
    {
        ArgumentNullException.ThrowIfNull(text);
        try
        {
            return new YamlReader(text.StartsWith('\uFEFF') ? text[1..] : text, problems).Document();
        }
        catch (InvalidDocumentException e)
        {
            throw problems.After(e);
        }
    }

    private DocumentNode Document()
    {
        _ = _events.Next();
        if (_events.Next() is not DocumentStart start)
        {
            throw new InvalidDocumentException(0, 0, "It is empty.");
        }

        if (start.Version?.Version is { } version && (version.Major, version.Minor) != (1, 2))
        {
            Refuse("", string.Create(CultureInfo.InvariantCulture, $"It says that it is YAML {version.Major}.{version.Minor}, and is read as YAML 1.2. Leave that line out."));
        }

        _ = _events.Next();
        var root = Node("", 0);
        _ = _events.Next();
        if (_events.Next() is not StreamEnd)
        {
            Refuse("", "There is a second document in the file, and a file holds one. Write each into a file of its own.");
        }

        return root;
    }

    /// <summary>Reads the node that begins with the current event, to its last event.</summary>
    private DocumentNode Node(string path, int depth)
    {
        var (line, column) = (_events.Line, _events.Column);
        if (++_count > NodeText.MostNodes)
        {
            throw new InvalidDocumentException(line, column, NodeText.TooManyNodes);
        }

        RefuseProperties(path);
        switch (_events.Current)
        {
            case Scalar scalar:
                return Scalar(path, scalar);
            case AnchorAlias alias:
                Refuse(path, $"'*{NodeText.Cut(alias.Value.ToString())}' stands for a value elsewhere, and such aliases are not read. Write the value out.");
                return DocumentNode.Scalar(DocumentNodeKind.Text, "", line, column);
            case var _ when depth == MaxDepth:
                throw new InvalidDocumentException([new(path, line, column, $"It is nested deeper than {MaxDepth}.")]);
            case MappingStart:
                return DocumentNode.Object(Members(path, depth), line, column);
            case SequenceStart:
                return DocumentNode.Array(Items(path, depth), line, column);
            default:
                throw new InvalidDocumentException(line, column, "It is not YAML: a value is missing.");
        }
    }

    private DocumentNode Scalar(string path, Scalar scalar)
    {
        var (kind, text, problem) = (DocumentNodeKind.Text, scalar.Value, (string?)null);
        if (scalar.Style == ScalarStyle.Plain)
        {
            kind = YamlScalars.Resolve(scalar.Value, out text, out problem);
        }

        problem = NodeText.HasHalf(text) ? NodeText.HalfCharacter : problem;
        if (problem is not null)
        {
            Refuse(path, problem);
        }

        return kind == DocumentNodeKind.Null
            ? DocumentNode.Null(_events.Line, _events.Column)
            : DocumentNode.Scalar(kind, text, _events.Line, _events.Column);
    }

    private List<DocumentMember> Members(string path, int depth)
    {
        List<DocumentMember> members = [];
        Dictionary<string, int> lines = new(StringComparer.Ordinal);
        while (_events.Next() is not MappingEnd)
        {
            var (line, column) = (_events.Line, _events.Column);
            var name = Name(path, depth);
            _ = _events.Next();
            var memberPath = name is null ? path : path.Length == 0 ? name : $"{path}.{name}";
            var node = Node(memberPath, depth + 1);
            if (name is null)
            {
                continue;
            }

            if (lines.TryAdd(name, line))
            {
                members.Add(new(name, node));
            }
            else
            {
                _problems.Refuse(memberPath, line, column, NodeText.Repeated(name, lines[name]));
            }
        }

        return members;
    }

    /// <summary>Reads a member's name; null, and a problem, where it is none.</summary>
    private string? Name(string path, int depth)
    {
        if (_events.Current is not Scalar scalar)
        {
            Refuse(path, "The name of a member is a text. Write it out.");
            _ = Node(path, depth + 1);
            return null;
        }

        // The parser loses the value behind such a colon, and then takes a name for one.
        if (scalar is { Style: ScalarStyle.Plain, Value: "" })
        {
            throw new InvalidDocumentException(_events.Line, _events.Column, "It is not YAML: there is no name in front of the colon.");
        }

        RefuseProperties(path);
        if (scalar is { Style: ScalarStyle.Plain, Value: "<<" })
        {
            Refuse(path, "Merge keys (<<) are not read. Write the members out.");
            return null;
        }

        if (NodeText.HasHalf(scalar.Value))
        {
            Refuse(path, NodeText.HalfCharacter);
        }

        return scalar.Value;
    }

    private List<DocumentNode> Items(string path, int depth)
    {
        List<DocumentNode> items = [];
        while (_events.Next() is not SequenceEnd)
        {
            items.Add(Node(string.Create(CultureInfo.InvariantCulture, $"{path}[{items.Count}]"), depth + 1));
        }

        return items;
    }

    /// <summary>Refuses what may stand before a node: an anchor and a tag.</summary>
    private void RefuseProperties(string path)
    {
        if (_events.Current is not NodeEvent node)
        {
            return;
        }

        if (!node.Anchor.IsEmpty)
        {
            Refuse(path, $"It is marked '&{NodeText.Cut(node.Anchor.ToString())}' to be repeated elsewhere, and such anchors are not read. Leave the mark out.");
        }

        if (!node.Tag.IsEmpty)
        {
            Refuse(path, $"It has the tag '{NodeText.Cut(node.Tag.ToString())}', and tags are not read. Leave it out.");
        }
    }

    private void Refuse(string path, string message) => _problems.Refuse(path, _events.Line, _events.Column, message);
}

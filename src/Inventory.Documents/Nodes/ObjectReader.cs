using System.Globalization;

namespace Inventory.Documents;

/// <summary>Reads the members of an object by name, gathers what is wrong with them, and remembers which nobody asked for. For one thread.</summary>
public sealed partial class ObjectReader
{
    private readonly DocumentProblems _problems;
    private readonly string _separator;
    private readonly ObjectReader? _parent;
    private readonly string _name = "";

    // Of an object's few members the code that reads it asks for a few by name: a list is smaller and faster than a set.
    private readonly List<string> _asked = new(8);
    private string? _path;

    /// <summary>Reads an object.</summary>
    /// <param name="node">The object. An XML element without content is an object without members; anything else but an object is a problem.</param>
    /// <param name="path">Its path in the document; empty for the root.</param>
    /// <param name="problems">Where problems go.</param>
    /// <param name="separator">What stands between the names of a path.</param>
    public ObjectReader(DocumentNode node, string path, DocumentProblems problems, string separator = ".")
    {
        ArgumentNullException.ThrowIfNull(node);
        ArgumentNullException.ThrowIfNull(problems);
        (Node, _path, _problems, _separator) = (node, path, problems, separator);
        RefuseOtherThanObject();
    }

    private ObjectReader(DocumentNode node, ObjectReader parent, string name)
    {
        (Node, _parent, _name, _problems, _separator) = (node, parent, name, parent._problems, parent._separator);
        RefuseOtherThanObject();
    }

    /// <summary>The object.</summary>
    public DocumentNode Node { get; }

    /// <summary>Where problems go.</summary>
    public DocumentProblems Problems => _problems;

    /// <summary>Its path in the document.</summary>
    public string Path => _path ??= _parent!.PathOf(_name);

    /// <summary>The members that nobody asked for.</summary>
    public IReadOnlyList<DocumentMember> Unread
    {
        get
        {
            List<DocumentMember>? unread = null;
            for (var i = 0; i < Node.Members.Count; i++)
            {
                if (!_asked.Contains(Node.Members[i].Name))
                {
                    (unread ??= []).Add(Node.Members[i]);
                }
            }

            return unread ?? (IReadOnlyList<DocumentMember>)[];
        }
    }

    /// <summary>The path of a member.</summary>
    public string PathOf(string name) => Path.Length == 0 ? name : $"{Path}{_separator}{name}";

    /// <summary>Reports a problem with a member, or with the object where the member is absent.</summary>
    public void Problem(string name, string message) => _problems.Add(PathOf(name), At(name), message);

    /// <summary>Makes a value of a member; what throws becomes a problem there.</summary>
    public T Try<T>(string name, Func<T> make, T fallback) => _problems.Try(PathOf(name), At(name), make, fallback);

    /// <summary>A member, once; null where it is absent or null. A second one of the name is a problem.</summary>
    public DocumentNode? One(string name)
    {
        var isFirst = Ask(name);
        DocumentNode? found = null;
        var members = Node.Members;
        for (var i = 0; i < members.Count; i++)
        {
            var member = members[i];
            if (member.Name != name)
            {
                continue;
            }

            if (found is null)
            {
                found = member.Node;
            }
            else if (isFirst)
            {
                _problems.Add(PathOf(name), member.Node, "It is given more than once.");
            }
        }

        return found is { Kind: DocumentNodeKind.Null } ? null : found;
    }

    /// <summary>Every member of a name, and every item where one is an array.</summary>
    public IReadOnlyList<DocumentNode> All(string name)
    {
        _ = Ask(name);
        List<DocumentNode> all = [];
        for (var i = 0; i < Node.Members.Count; i++)
        {
            var member = Node.Members[i];
            if (member.Name == name && member.Node.Kind == DocumentNodeKind.Array)
            {
                all.AddRange(member.Node.Items);
            }
            else if (member.Name == name && member.Node.Kind != DocumentNodeKind.Null)
            {
                all.Add(member.Node);
            }
        }

        return all;
    }

    /// <summary>A member's own members; null where it is absent.</summary>
    public ObjectReader? Object(string name) => One(name) is { } node ? new(node, this, name) : null;

    /// <summary>The members of every object of a name.</summary>
    public IReadOnlyList<ObjectReader> Objects(string name) =>
        [.. All(name).Select((node, i) => new ObjectReader(node, string.Create(CultureInfo.InvariantCulture, $"{PathOf(name)}[{i}]"), _problems, _separator))];

    /// <summary>A member's own members; where it is absent that is a problem, and the result has none.</summary>
    public ObjectReader RequiredObject(string name)
    {
        if (Object(name) is { } reader)
        {
            return reader;
        }

        Problem(name, "It is required and missing.");
        return new(DocumentNode.Object([], Node.Line, Node.Column), PathOf(name), new DocumentProblems(), _separator);
    }

    /// <summary>Makes every member that nobody asked for a problem: for formats of ours, where an unknown name is a typing error.</summary>
    public void RefuseUnread()
    {
        foreach (var member in Unread)
        {
            _problems.Add(PathOf(member.Name), member.Node, KnownNames.NoSuch($"'{NodeText.Cut(member.Name)}' here", member.Name, _asked.Order(StringComparer.Ordinal)));
        }
    }

    private void RefuseOtherThanObject()
    {
        if (Node.Kind != DocumentNodeKind.Object && !Node.IsEmpty)
        {
            _problems.Add(Path, Node, $"It must hold members, and is {NodeText.Show(Node)}.");
        }
    }

    /// <summary>Remembers a name that was asked for; whether it is the first time.</summary>
    private bool Ask(string name)
    {
        if (_asked.Contains(name))
        {
            return false;
        }

        _asked.Add(name);
        return true;
    }

    /// <summary>Where a member stands, null or not; the object where it is absent.</summary>
    private DocumentNode At(string name)
    {
        _ = One(name);
        return Node.Members.FirstOrDefault(m => m.Name == name).Node ?? Node;
    }
}

namespace Inventory.Documents;

/// <summary>What a node of a document is.</summary>
public enum DocumentNodeKind
{
    /// <summary>Named members, in order. A name may repeat: XML says a list that way.</summary>
    Object = 0,

    /// <summary>Items, in order.</summary>
    Array = 1,

    /// <summary>A text. In XML every scalar is one, and so is an element without content.</summary>
    Text = 2,

    /// <summary>A number, as written.</summary>
    Number = 3,

    /// <summary><c>true</c> or <c>false</c>.</summary>
    Boolean = 4,

    /// <summary>Null, of JSON and YAML.</summary>
    Null = 5,
}

/// <summary>A member of an object.</summary>
/// <param name="Name">Its name: a member's in JSON or YAML, an element's in XML. <c>@name</c> is an XML attribute, <c>#text</c> is text between elements.</param>
/// <param name="Node">Its value.</param>
public readonly record struct DocumentMember(string Name, DocumentNode Node);

/// <summary>A node of a JSON, YAML or XML document, and where it stands in its file. Immutable.</summary>
public sealed class DocumentNode
{
    private DocumentNode(DocumentNodeKind kind, string text, IReadOnlyList<DocumentMember> members, IReadOnlyList<DocumentNode> items, int line, int column)
    {
        Kind = kind;
        Text = text;
        Members = members;
        Items = items;
        Line = line;
        Column = column;
    }

    /// <summary>What the node is.</summary>
    public DocumentNodeKind Kind { get; }

    /// <summary>A scalar as written; empty for an object, an array and null.</summary>
    public string Text { get; }

    /// <summary>In XML, the namespace of the element or attribute where it is not its parent's; null where it is, or where there is none to speak of.</summary>
    public string? Namespace { get; private init; }

    /// <summary>The members of an object; empty for everything else.</summary>
    public IReadOnlyList<DocumentMember> Members { get; }

    /// <summary>The items of an array; empty for everything else.</summary>
    public IReadOnlyList<DocumentNode> Items { get; }

    /// <summary>The line in the file, from 1; 0 for a node that was not read.</summary>
    public int Line { get; }

    /// <summary>The column in the line, from 1; 0 for a node that was not read.</summary>
    public int Column { get; }

    /// <summary>Whether this is a text, a number or a boolean.</summary>
    public bool IsScalar => Kind is DocumentNodeKind.Text or DocumentNodeKind.Number or DocumentNodeKind.Boolean;

    /// <summary>Whether there is nothing in it: an object or array without content, an XML element without content, or null.</summary>
    public bool IsEmpty => Members.Count == 0 && Items.Count == 0 && (Kind is DocumentNodeKind.Text ? string.IsNullOrWhiteSpace(Text) : !IsScalar);

    /// <summary>An object.</summary>
    public static DocumentNode Object(IReadOnlyList<DocumentMember> members, int line = 0, int column = 0) =>
        new(DocumentNodeKind.Object, "", members, [], line, column);

    /// <summary>An array.</summary>
    public static DocumentNode Array(IReadOnlyList<DocumentNode> items, int line = 0, int column = 0) =>
        new(DocumentNodeKind.Array, "", [], items, line, column);

    /// <summary>A text, a number or a boolean.</summary>
    public static DocumentNode Scalar(DocumentNodeKind kind, string text, int line = 0, int column = 0) =>
        new(kind, text, [], [], line, column);

    /// <summary>The same node in a namespace; null for its parent's.</summary>
    public DocumentNode In(string? ns) => ns == Namespace ? this : new(Kind, Text, Members, Items, Line, Column) { Namespace = ns };

    /// <summary>A text.</summary>
    public static DocumentNode Of(string text) => Scalar(DocumentNodeKind.Text, text);

    /// <summary>Null, of JSON and YAML.</summary>
    public static DocumentNode Null(int line = 0, int column = 0) => new(DocumentNodeKind.Null, "", [], [], line, column);
}

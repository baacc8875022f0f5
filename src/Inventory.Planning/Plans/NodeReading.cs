using System.Globalization;
using Inventory.Documents;

namespace Inventory.Planning;

/// <summary>What the JSON forms of this library have in common, read. What is wrong goes to the reader's problems.</summary>
internal static class NodeReading
{
    /// <summary>Reads a whole document of a version from a text of bounded length.</summary>
    /// <param name="summary">What cannot be read, and as what, ending in a colon: for the error.</param>
    /// <param name="text">The text.</param>
    /// <param name="maxLength">The longest text that is read, in UTF-16 code units, in whole Mi.</param>
    /// <param name="version">The version that is read.</param>
    /// <param name="remedy">What to do about another version, as a sentence.</param>
    /// <param name="read">Reads the root's members.</param>
    /// <exception cref="InvalidDocumentException">It cannot be read; every problem is named with line and path.</exception>
    public static T Document<T>(string summary, string text, int maxLength, int version, string remedy, Func<ObjectReader, T> read)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.Length > maxLength)
        {
            throw new InvalidDocumentException(summary, [new("", 0, 0, string.Create(CultureInfo.InvariantCulture, $"It is longer than {maxLength / 1024 / 1024} Mi characters."))]);
        }

        try
        {
            return Document(problems => JsonNodes.Parse(text, problems), version, remedy, read);
        }
        catch (InvalidDocumentException e)
        {
            throw new InvalidDocumentException(summary, e.Problems, e.InnerException);
        }
    }

    /// <summary>Reads a whole document of a version.</summary>
    /// <param name="parse">Parses the text; what is wrong with it goes to the problems.</param>
    /// <param name="version">The version that is read; any other is refused, and then nothing else.</param>
    /// <param name="remedy">What to do about another version, as a sentence.</param>
    /// <param name="read">Reads the root's members.</param>
    /// <exception cref="InvalidDocumentException">It cannot be read; every problem is named with line and path.</exception>
    public static T Document<T>(Func<DocumentProblems, DocumentNode> parse, int version, string remedy, Func<ObjectReader, T> read)
    {
        var problems = new DocumentProblems();
        var reader = new ObjectReader(parse(problems), "", problems);
        if (reader.Integer("version") is var given && given != version)
        {
            reader.Problem("version", string.Create(CultureInfo.InvariantCulture,
                $"{(given is null ? "It is required and missing" : $"It is {given}")}, and what is read here is {version}. {remedy}"));

            // A document of another version would be nothing but problems.
            problems.ThrowIfAny();
        }

        var document = read(reader);
        reader.RefuseUnread();
        problems.ThrowIfAny();
        return document;
    }

    /// <summary>What was read of an object, with a problem for each member that nobody asked for.</summary>
    public static T Whole<T>(this ObjectReader reader, T read)
    {
        reader.RefuseUnread();
        return read;
    }

    /// <summary>True or false; false where it is absent.</summary>
    public static bool Flag(this ObjectReader reader, string name) => reader.One(name) is not null && reader.RequiredBoolean(name);

    public static bool RequiredBoolean(this ObjectReader reader, string name)
    {
        if (reader.One(name) is { Kind: DocumentNodeKind.Boolean } node)
        {
            return node.Text == "true";
        }

        reader.Problem(name, "It must be true or false.");
        return false;
    }

    /// <summary>A whole number, 0 or more; 0 where it is absent.</summary>
    public static int Count(this ObjectReader reader, string name) => reader.One(name) is null ? 0 : reader.RequiredCount(name);

    /// <summary>A whole number, 0 or more, that must be there.</summary>
    public static int RequiredCount(this ObjectReader reader, string name)
    {
        if (reader.Integer(name) is >= 0 and <= int.MaxValue and var number)
        {
            return (int)number;
        }

        reader.Problem(name, "It must be a whole number, 0 or more.");
        return 0;
    }

    /// <summary>The name of one of the values of an enumeration, as it is written.</summary>
    public static T Name<T>(this ObjectReader reader, string name)
        where T : struct, Enum
    {
        var text = reader.Text(name) ?? "";
        if (Array.IndexOf(Enum.GetNames<T>(), text) >= 0)
        {
            return Enum.Parse<T>(text);
        }

        reader.Problem(name, $"It must be one of {string.Join(", ", Enum.GetNames<T>())}.");
        return default;
    }

    /// <summary>The member <c>failure</c>; null where it is absent.</summary>
    public static BucketFailure? Failure(this ObjectReader reader, string account, string bucket) => reader.Object("failure") is { } failure ? Failed(failure, account, bucket) : null;

    /// <summary>A failure that names its account and bucket itself.</summary>
    public static BucketFailure PlacedFailure(this ObjectReader reader) => Failed(reader, reader.Text("account") ?? "", reader.Text("bucket") ?? "");

    private static BucketFailure Failed(ObjectReader reader, string account, string bucket) => reader.Whole(new BucketFailure
    {
        Account = account,
        Bucket = bucket,
        RuleId = reader.Text("ruleId"),
        Kind = reader.Name<InventoryErrorKind>("kind"),
        Reason = reader.Text("reason") ?? "",
        RequestId = reader.Text("requestId"),
        Unreadable = [.. reader.Texts("unreadable")],
        MoreUnreadable = reader.Count("moreUnreadable"),
    });
}

using System.Globalization;
using Inventory.Documents;

namespace Inventory.Planning;

/// <summary>What the JSON forms of this library have in common, written: what there is none of is left out.</summary>
internal static class NodeParts
{
    public static DocumentNode Number(int number) => DocumentNode.Scalar(DocumentNodeKind.Number, number.ToString(CultureInfo.InvariantCulture));

    public static DocumentNode Boolean(bool value) => DocumentNode.Scalar(DocumentNodeKind.Boolean, value ? "true" : "false");

    public static DocumentNode Name<T>(T value)
        where T : struct, Enum => DocumentNode.Of(value.ToString());

    public static void AddText(List<DocumentMember> members, string name, string? text)
    {
        if (text is not null)
        {
            members.Add(new(name, DocumentNode.Of(text)));
        }
    }

    /// <summary>Adds what is true.</summary>
    public static void AddFlag(List<DocumentMember> members, string name, bool value)
    {
        if (value)
        {
            members.Add(new(name, Boolean(true)));
        }
    }

    /// <summary>Adds what is above 0.</summary>
    public static void AddCount(List<DocumentMember> members, string name, int count)
    {
        if (count > 0)
        {
            members.Add(new(name, Number(count)));
        }
    }

    public static void AddItems<T>(List<DocumentMember> members, string name, ValueList<T> items, Func<T, DocumentNode> write)
    {
        if (!items.IsEmpty)
        {
            members.Add(new(name, DocumentNode.Array([.. items.Select(write)])));
        }
    }

    public static void AddFailure(List<DocumentMember> members, BucketFailure? failure)
    {
        if (failure is not null)
        {
            members.Add(new("failure", DocumentNode.Object(Failure(failure))));
        }
    }

    /// <summary>What a failure says, but for the account and the bucket, which stand around it.</summary>
    public static List<DocumentMember> Failure(BucketFailure failure)
    {
        List<DocumentMember> members = [];
        AddText(members, "ruleId", failure.RuleId);
        members.Add(new("kind", Name(failure.Kind)));
        members.Add(new("reason", DocumentNode.Of(failure.Reason)));
        AddText(members, "requestId", failure.RequestId);
        AddItems(members, "unreadable", failure.Unreadable, DocumentNode.Of);
        AddCount(members, "moreUnreadable", failure.MoreUnreadable);
        return members;
    }

    /// <summary>A failure with its account and bucket, for where nothing around it names them.</summary>
    public static DocumentNode PlacedFailure(BucketFailure failure) => DocumentNode.Object(
        [new("account", DocumentNode.Of(WholeText.Of(failure.Account))), new("bucket", DocumentNode.Of(WholeText.Of(failure.Bucket))), .. Failure(failure)]);
}

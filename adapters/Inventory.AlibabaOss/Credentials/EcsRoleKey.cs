using System.Globalization;
using System.Text.RegularExpressions;
using Inventory.Documents;
using Inventory.Http;

namespace Inventory.AlibabaOss;

/// <summary>The document in which an ECS instance gives the credentials of its role. No error quotes it: it holds secrets.</summary>
internal static partial class EcsRoleKey
{
    /// <summary>Reads it.</summary>
    /// <exception cref="InventoryException">
    /// Of kind <see cref="InventoryErrorKind.MalformedResponse"/>, or <see cref="InventoryErrorKind.AuthenticationFailed"/> where it says that there are none.
    /// </exception>
    public static CloudCredentials Read(byte[] body)
    {
        var root = Parse(body);
        if (Text(root, "Code") is var code && code != "Success")
        {
            var shown = code is not null && Word().IsMatch(code) ? $"'{code}'" : "missing or no word";
            throw new InventoryException(InventoryErrorKind.AuthenticationFailed,
                $"The ECS metadata endpoint has no credentials of the role: its Code is {shown}, not Success. "
                + "Look at the role that is attached to this instance, and at what its trust policy allows.");
        }

        if (Text(root, "AccessKeyId") is not { } id || Text(root, "AccessKeySecret") is not { } secret || Text(root, "SecurityToken") is not { } token)
        {
            throw Malformed("AccessKeyId, AccessKeySecret or SecurityToken is missing or no text");
        }

        if (!DateTimeOffset.TryParseExact(
            Text(root, "Expiration"), "yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var expiration))
        {
            throw Malformed("Expiration is missing or no instant such as 2017-11-01T05:20:01Z");
        }

        try
        {
            return new(id, secret, token, expiration);
        }
        catch (ArgumentException)
        {
            throw Malformed("a part of the key has a character that no header can carry");
        }
    }

    private static DocumentNode Parse(byte[] body)
    {
        try
        {
            return JsonNodes.Parse(body);
        }
        catch (InvalidDocumentException)
        {
            throw Malformed("it is not JSON, or it ends too early");
        }
    }

    private static string? Text(DocumentNode root, string name) =>
        root.Members.FirstOrDefault(m => m.Name == name).Node is { Kind: DocumentNodeKind.Text, Text: { Length: > 0 } text } ? text : null;

    private static InventoryException Malformed(string why) =>
        new(InventoryErrorKind.MalformedResponse, $"The ECS metadata endpoint's credentials of the role cannot be read: {why}.");

    [GeneratedRegex(@"\A[A-Za-z]{1,40}\z")]
    private static partial Regex Word();
}

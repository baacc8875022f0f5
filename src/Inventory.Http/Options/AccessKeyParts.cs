namespace Inventory.Http;

/// <summary>An access key in options, with the names that a cloud gives its parts. Holds secrets: it is not printed.</summary>
/// <param name="idName">What the options call the id.</param>
/// <param name="id">The id; null or empty for none.</param>
/// <param name="secretName">What the options call the secret.</param>
/// <param name="secret">The secret; null or empty for none.</param>
/// <param name="token">The token of temporary credentials; null or empty for none.</param>
public sealed class AccessKeyParts(string idName, string? id, string secretName, string? secret, string? token)
{
    /// <summary>What the two halves are called.</summary>
    internal string Names => $"{idName} and {secretName}";

    /// <summary>Whether the id or the secret is given.</summary>
    internal bool HasHalf => !string.IsNullOrEmpty(id) || !string.IsNullOrEmpty(secret);

    /// <summary>Whether any part is given.</summary>
    internal bool IsStated => HasHalf || !string.IsNullOrEmpty(token);

    /// <summary>What is wrong with the parts that are given, if anything is.</summary>
    internal AccessKeyProblem? Problem =>
        !IsStated ? null
        : !HasHalf ? AccessKeyProblem.TokenAlone
        : string.IsNullOrEmpty(id) || string.IsNullOrEmpty(secret) ? AccessKeyProblem.Half
        : !(CloudCredentials.IsSendable(id) && CloudCredentials.IsSendable(secret) && CloudCredentials.IsSendable(token)) ? AccessKeyProblem.Unsendable
        : null;

    internal CloudCredentials ToCredentials() => new(id!, secret!, token);
}

/// <summary>What can be wrong with the parts of a key.</summary>
internal enum AccessKeyProblem
{
    /// <summary>One half is given and the other is not.</summary>
    Half,

    /// <summary>The token is given, and the key is not.</summary>
    TokenAlone,

    /// <summary>A part has a character that no header can carry.</summary>
    Unsendable,
}

namespace Inventory.Http;

/// <summary>An access key in options, with the names that a cloud gives its parts. Holds secrets: it is not printed.</summary>
/// <param name="idName">What the options call the id.</param>
/// <param name="id">The id; null or empty for none.</param>
/// <param name="secretName">What the options call the secret.</param>
/// <param name="secret">The secret; null or empty for none.</param>
/// <param name="token">The token of temporary credentials; null or empty for none.</param>
public sealed class AccessKeyParts(string idName, string? id, string secretName, string? secret, string? token)
{
    /// <summary>What is wrong with the key, if anything is.</summary>
    /// <param name="isNeeded">Whether there is no other place that credentials come from.</param>
    internal string? Problem(bool isNeeded) => (string.IsNullOrEmpty(id), string.IsNullOrEmpty(secret)) switch
    {
        (true, true) when isNeeded => $"{idName} and {secretName}: they are missing. Give both, or a credentials provider.",
        (true, false) or (false, true) => $"{idName} and {secretName}: one is given and the other is not. Give both, or neither and a credentials provider.",
        _ when !(CloudCredentials.IsSendable(id) && CloudCredentials.IsSendable(secret) && CloudCredentials.IsSendable(token)) =>
            $"{idName}, {secretName} or its token: it has a character that no header can carry. Look for a line end or a blank that was read with it.",
        _ => null,
    };

    internal CloudCredentials ToCredentials() => new(id!, secret!, token);
}

namespace Inventory.Http;

/// <summary>An access key of a cloud, with the session token of temporary credentials where there is one.</summary>
/// <remarks>Immutable and safe to share between threads. <see cref="ToString"/> shows the last four characters of the key id and no secret.</remarks>
public sealed class CloudCredentials
{
    /// <summary>Holds a key.</summary>
    /// <param name="accessKeyId">The public half of the key.</param>
    /// <param name="secretAccessKey">The secret half. Never logged.</param>
    /// <param name="sessionToken">The token of temporary (STS) credentials; null for a long-lived key. Never logged.</param>
    /// <param name="expiresAt">When temporary credentials end; null if they do not.</param>
    /// <exception cref="ArgumentException">A half of the key is null or empty, or a part has characters that no header can carry.</exception>
    public CloudCredentials(string accessKeyId, string secretAccessKey, string? sessionToken = null, DateTimeOffset? expiresAt = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(accessKeyId);
        ArgumentException.ThrowIfNullOrEmpty(secretAccessKey);
        if (!IsSendable(accessKeyId) || !IsSendable(secretAccessKey) || !IsSendable(sessionToken))
        {
            throw new ArgumentException("A key, its secret and its token have printable ASCII characters alone, without white space; look for a line end that was read with them.");
        }

        AccessKeyId = accessKeyId;
        SecretAccessKey = secretAccessKey;
        SessionToken = string.IsNullOrEmpty(sessionToken) ? null : sessionToken;
        ExpiresAt = expiresAt;
    }

    /// <summary>The public half of the key.</summary>
    public string AccessKeyId { get; }

    /// <summary>The secret half of the key.</summary>
    public string SecretAccessKey { get; }

    /// <summary>The token of temporary credentials, or null.</summary>
    public string? SessionToken { get; }

    /// <summary>When temporary credentials end, or null if they do not.</summary>
    public DateTimeOffset? ExpiresAt { get; }

    /// <summary>Whether a part of a key can stand in a header as it is.</summary>
    internal static bool IsSendable(string? part) => part is null || part.All(c => c is > ' ' and <= '~');

    /// <summary>Whether both sign alike, whenever they end.</summary>
    internal bool SignsLike(CloudCredentials other) =>
        (AccessKeyId, SecretAccessKey, SessionToken) == (other.AccessKeyId, other.SecretAccessKey, other.SessionToken);

    /// <summary>A text without the secret and the token, whoever repeated them.</summary>
    internal string Redact(string text)
    {
        text = SecretText.Without(text, SecretAccessKey, "(secret)");
        return SessionToken is { } token ? SecretText.Without(text, token, "(token)") : text;
    }

    /// <summary>The last four characters of the key id, and no secret.</summary>
    public override string ToString() =>
        $"access key …{AccessKeyId[Math.Max(0, AccessKeyId.Length - 4)..]}{(SessionToken is null ? "" : " with a session token")}";
}

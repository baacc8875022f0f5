namespace Inventory.Emulator.Store;

/// <summary>Why a key that a request names may not be used.</summary>
internal enum KeyRefusal
{
    None,
    UnknownKey,
    WrongToken,
    Expired,
}

/// <summary>The keys that are known.</summary>
internal sealed class Keyring(IReadOnlyList<EmulatorCredential> credentials)
{
    private readonly EmulatorCredential[] _credentials = [.. credentials];

    /// <summary>Finds the key of that id and token. A temporary key without its token is an unknown one.</summary>
    public KeyRefusal TryFind(string accessKeyId, string? token, DateTimeOffset now, out EmulatorCredential? credential)
    {
        var sameId = _credentials.Where(known => string.Equals(known.AccessKeyId, accessKeyId, StringComparison.Ordinal)).ToArray();
        credential = sameId.FirstOrDefault(known => string.Equals(known.SessionToken, token, StringComparison.Ordinal));
        if (credential is null)
        {
            return sameId.Length > 0 && token is not null ? KeyRefusal.WrongToken : KeyRefusal.UnknownKey;
        }

        return credential.ExpiresAt <= now ? KeyRefusal.Expired : KeyRefusal.None;
    }
}

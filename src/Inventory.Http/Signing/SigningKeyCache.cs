namespace Inventory.Http;

/// <summary>
/// Keeps the last key that was derived, for signers whose key holds for a day or a second of one secret: deriving it anew is half the work of a signature.
/// </summary>
/// <typeparam name="TScope">What a key holds for, compared by value.</typeparam>
/// <typeparam name="TKey">The key: never changed after it was derived.</typeparam>
/// <remarks>Safe for use by several threads at once. It shows neither secret nor key.</remarks>
public sealed class SigningKeyCache<TScope, TKey>
    where TScope : IEquatable<TScope>
    where TKey : class
{
    private volatile Entry? _last;

    /// <summary>The key of a secret and a scope.</summary>
    /// <param name="secret">The secret half of the access key.</param>
    /// <param name="scope">What the key is to hold for.</param>
    /// <param name="derive">Derives it from these two; pure.</param>
    public TKey Get(string secret, TScope scope, Func<string, TScope, TKey> derive)
    {
        ArgumentNullException.ThrowIfNull(derive);
        if (_last is not { } last || !last.Scope.Equals(scope) || last.Secret != secret)
        {
            _last = last = new(secret, scope, derive(secret, scope));
        }

        return last.Key;
    }

    private sealed class Entry(string secret, TScope scope, TKey key)
    {
        public string Secret => secret;

        public TScope Scope => scope;

        public TKey Key => key;
    }
}

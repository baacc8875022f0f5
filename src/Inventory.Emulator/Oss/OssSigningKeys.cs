using System.Collections.Concurrent;
using System.Text;
using Inventory.Emulator.Http;

namespace Inventory.Emulator.Oss;

/// <summary>Version 4 signing keys, kept: a key is four hashes away from its secret, and good for a day. Safe for concurrent use.</summary>
internal sealed class OssSigningKeys
{
    public const string Terminator = "aliyun_v4_request";

    /// <summary>Days change, and so may regions: more than this are not kept.</summary>
    private const int Capacity = 256;

    private readonly ConcurrentDictionary<(string Secret, OssScope Scope), byte[]> _keys = new();

    public byte[] Of(string secret, OssScope scope)
    {
        if (_keys.TryGetValue((secret, scope), out var known))
        {
            return known;
        }

        if (_keys.Count >= Capacity)
        {
            _keys.Clear();
        }

        return _keys[(secret, scope)] = Derive(secret, scope);
    }

    public static byte[] Derive(string secret, OssScope scope)
    {
        var day = Signature.HmacSha256(Encoding.UTF8.GetBytes("aliyun_v4" + secret), scope.Day);
        return Signature.HmacSha256(Signature.HmacSha256(Signature.HmacSha256(day, scope.Region), scope.Product), Terminator);
    }
}

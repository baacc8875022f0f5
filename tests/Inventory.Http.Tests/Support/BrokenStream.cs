using System.Text;

namespace Inventory.Http.Tests;

/// <summary>Yields some bytes, and then what a connection that ended early, hung or was closed does.</summary>
internal sealed class BrokenStream(string start, Func<CancellationToken, ValueTask<int>>? then = null) : MemoryStream(Encoding.UTF8.GetBytes(start))
{
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var read = await base.ReadAsync(buffer, cancellationToken);
        return read > 0 ? read
            : then is not null ? await then(cancellationToken)
            : throw new HttpIOException(HttpRequestError.ResponseEnded, "The response ended prematurely.");
    }
}

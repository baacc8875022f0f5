using System.IO.Pipelines;

namespace Inventory.Emulator.Http;

/// <summary>
/// What goes to a client, but for two things that the server itself says of a request line that it does not know, and no vendor does: 505, and frames of HTTP/2.
/// Both become 400. Not for concurrent use, as its kind.
/// </summary>
internal sealed class RefusalWriter(PipeWriter inner, ClientConnection connection) : PipeWriter
{
    private const int StatusAt = 9;

    private Memory<byte> _lent;
    private bool _hasBegun;

    public override bool CanGetUnflushedBytes => inner.CanGetUnflushedBytes;

    public override long UnflushedBytes => inner.UnflushedBytes;

    public override Memory<byte> GetMemory(int sizeHint = 0) => _lent = inner.GetMemory(sizeHint);

    public override Span<byte> GetSpan(int sizeHint = 0) => GetMemory(sizeHint).Span;

    public override void Advance(int bytes)
    {
        var written = _lent.Span[..bytes];
        if (!_hasBegun && bytes > 0 && !written.StartsWith("HTTP/1.1 "u8))
        {
            var refusal = "HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"u8;
            refusal.CopyTo(GetSpan(refusal.Length));
            bytes = refusal.Length;
        }
        else if (written.StartsWith("HTTP/1.1 505"u8))
        {
            if (!connection.IsOwn505)
            {
                "400"u8.CopyTo(written[StatusAt..]);
            }

            connection.IsOwn505 = false;
        }

        _hasBegun |= bytes > 0;
        _lent = _lent[bytes..]; // Kestrel writes on into what it was lent.
        inner.Advance(bytes);
    }

    public override ValueTask<FlushResult> FlushAsync(CancellationToken cancellationToken = default) => inner.FlushAsync(cancellationToken);

    public override void CancelPendingFlush() => inner.CancelPendingFlush();

    public override void Complete(Exception? exception = null) => inner.Complete(exception);

    public override ValueTask CompleteAsync(Exception? exception = null) => inner.CompleteAsync(exception);
}

namespace Inventory.Conformance;

/// <summary>A body of blanks that comes to no end, and counts what is read of it. So that no machine runs out of memory it breaks off after all, far past the bound.</summary>
internal sealed class EndlessStream : Stream
{
    /// <summary>More than anybody need read of an answer about rules, in bytes.</summary>
    public const long Bound = 64L << 20;

    /// <summary>How much was read, in bytes.</summary>
    public long Count { get; private set; }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => Count;
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        if (Count > Bound)
        {
            throw new IOException("The kit's endless answer was read past every bound.");
        }

        buffer.Fill((byte)' ');
        Count += buffer.Length;
        return buffer.Length;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return ValueTask.FromResult(Read(buffer.Span));
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}

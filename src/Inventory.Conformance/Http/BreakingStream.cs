namespace Inventory.Conformance;

/// <summary>A body that breaks off in the middle, as where a connection is lost.</summary>
internal sealed class BreakingStream(byte[] whole) : MemoryStream(whole, 0, whole.Length / 2, writable: false)
{
    public override int Read(byte[] buffer, int offset, int count) => OrBreak(base.Read(buffer, offset, count));

    public override int Read(Span<byte> buffer) => OrBreak(base.Read(buffer));

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => Task.FromResult(Read(buffer, offset, count));

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => ValueTask.FromResult(Read(buffer.Span));

    public override async Task CopyToAsync(Stream destination, int bufferSize, CancellationToken cancellationToken)
    {
        var buffer = new byte[Math.Max(1, bufferSize)];
        while (true)
        {
            var read = Read(buffer, 0, buffer.Length);
            await destination.WriteAsync(buffer.AsMemory(0, read), cancellationToken).ConfigureAwait(false);
        }
    }

    private static int OrBreak(int read) => read > 0 ? read : throw new IOException("The kit broke the answer off.");
}

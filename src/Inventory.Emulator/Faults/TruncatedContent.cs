using System.Net;

namespace Inventory.Emulator.Faults;

/// <summary>Half of a body, and then the end of the connection.</summary>
internal sealed class TruncatedContent(byte[] half) : HttpContent
{
    /// <summary>The answer with half of its body; one byte is announced and missing where it had none.</summary>
    public static async Task<HttpResponseMessage> CutAsync(HttpResponseMessage answer, CancellationToken cancellationToken)
    {
        var whole = await answer.Content.ReadAsByteArrayAsync(cancellationToken);
        var cut = new TruncatedContent(whole[..(whole.Length / 2)]);
        foreach (var (name, values) in answer.Content.Headers.NonValidated)
        {
            _ = cut.Headers.TryAddWithoutValidation(name, values.ToString());
        }

        cut.Headers.ContentLength = Math.Max(1, whole.Length);
        answer.Content.Dispose();
        answer.Content = cut;
        return answer;
    }

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
    {
        await stream.WriteAsync(half);
        throw Ended();
    }

    protected override Task<Stream> CreateContentReadStreamAsync() => Task.FromResult<Stream>(new EndingStream(half));

    protected override bool TryComputeLength(out long length)
    {
        length = 0;
        return false;
    }

    private static HttpIOException Ended() => new(HttpRequestError.ResponseEnded, "The script cut the answer short.");

    private sealed class EndingStream(byte[] half) : Stream
    {
        private readonly MemoryStream _half = new(half, writable: false);

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override int Read(byte[] buffer, int offset, int count) => _half.Read(buffer, offset, count) is > 0 and var read ? read : throw Ended();

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}

using System.IO.Compression;
using System.Net;
using System.Text;

namespace Inventory.Tests.Hostile;

/// <summary>Bodies, and ways in which they come.</summary>
internal static class HostileContent
{
    /// <summary>The bound of the transport in these tests.</summary>
    public const int MaxBytes = 65_536;

    public static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);

    public static byte[] Utf8WithMark(byte[] text) => [.. Encoding.UTF8.Preamble, .. text];

    public static byte[] Utf16(byte[] text) =>
        [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(Encoding.UTF8.GetString(text).Replace("encoding=\"UTF-8\"", "encoding=\"UTF-16\"", StringComparison.Ordinal))];

    public static byte[] Gzip(byte[] bytes)
    {
        using var to = new MemoryStream();
        using (var gzip = new GZipStream(to, CompressionLevel.SmallestSize))
        {
            gzip.Write(bytes);
        }

        return to.ToArray();
    }

    /// <summary>Bytes whose length nobody says.</summary>
    public static HttpContent Chunked(byte[] bytes) => new Unsized(bytes, breaksOff: false);

    /// <summary>Bytes after which the connection ends, too early.</summary>
    public static HttpContent BrokenOff(byte[] bytes) => new Unsized(bytes, breaksOff: true);

    private sealed class Unsized(byte[] bytes, bool breaksOff) : HttpContent
    {
        protected override Task<Stream> CreateContentReadStreamAsync() => Task.FromResult<Stream>(new Ending(bytes, breaksOff));

        protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => new Ending(bytes, breaksOff).CopyToAsync(stream);

        protected override bool TryComputeLength(out long length)
        {
            length = 0;
            return false;
        }
    }

    private sealed class Ending(byte[] bytes, bool breaksOff) : MemoryStream(bytes, writable: false)
    {
        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            var read = await base.ReadAsync(buffer, cancellationToken);
            return read > 0 || !breaksOff ? read : throw new HttpIOException(HttpRequestError.ResponseEnded, "The response ended prematurely.");
        }
    }
}

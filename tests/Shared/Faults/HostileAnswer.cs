using System.Globalization;
using System.Net;
using FsCheck;
using FsCheck.Fluent;

namespace Inventory.Tests.Faults;

/// <summary>An answer that nobody promised: any status, any headers, any body, whole or broken off.</summary>
/// <param name="Status">The status.</param>
/// <param name="Headers">The headers, of the answer and of its content.</param>
/// <param name="Body">The body.</param>
/// <param name="BreaksOff">Whether the connection ends in the middle of the body.</param>
internal sealed record HostileAnswer(int Status, IReadOnlyList<KeyValuePair<string, string>> Headers, HostileBody Body, bool BreaksOff)
{
    private static readonly Gen<int> AnyStatus = Gen.Frequency(
        (4, Gen.Constant(200)),
        (4, Gen.Elements(204, 301, 304, 307, 400, 401, 403, 404, 409, 429, 500, 502, 503)),
        (1, Gen.Choose(200, 599)),
        (1, Gen.Choose(600, 999)));

    /// <summary>Answers of a service.</summary>
    /// <param name="headers">The names of its own headers, each with a sound value.</param>
    /// <param name="sound">Documents that it does answer with.</param>
    public static Gen<HostileAnswer> Of(IReadOnlyList<KeyValuePair<string, string>> headers, params string[] sound)
    {
        KeyValuePair<string, string>[] all =
        [
            .. headers,
            new("Date", "Sun, 01 Mar 2026 08:20:00 GMT"),
            new("Retry-After", "1"),
            new("Location", "http://elsewhere.example/?inventory"),
            new("Content-Type", "application/xml; charset=utf-8"),
            new("Content-Encoding", "gzip"),
        ];
        var header =
            from pair in Gen.Elements(all)
            from hostile in HostileBody.Of(pair.Value)
            from isSound in Gen.Elements(true, true, false)
            select KeyValuePair.Create(pair.Key, isSound ? pair.Value : OneLine(hostile.Text));
        var body = Gen.OneOf(HostileBody.Of(sound), Gen.Elements(sound).Select(text => new HostileBody(System.Text.Encoding.UTF8.GetBytes(text))), Gen.Constant(new HostileBody([])));
        return
            from status in AnyStatus
            from count in Gen.Choose(0, 4)
            from own in header.ListOf(count)
            from bytes in body
            from breaksOff in Gen.Frequency((9, Gen.Constant(false)), (1, Gen.Constant(true)))
            select new HostileAnswer(status, [.. own.DistinctBy(h => h.Key)], bytes, breaksOff);
    }

    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Status}{(BreaksOff ? ", broken off" : "")}, {string.Join("; ", Headers)}: {Body}");

    public HttpResponseMessage ToResponse(HttpRequestMessage request)
    {
        var response = new HttpResponseMessage((HttpStatusCode)Status)
        {
            Content = BreaksOff ? new StreamContent(new BrokenStream(Body.Bytes)) : new ByteArrayContent(Body.Bytes),
            RequestMessage = request,
        };
        foreach (var (name, value) in Headers)
        {
            if (!response.Headers.TryAddWithoutValidation(name, value))
            {
                _ = response.Content.Headers.TryAddWithoutValidation(name, value);
            }
        }

        return response;
    }

    private static string OneLine(string text) => new([.. text.Where(c => c is not ('\r' or '\n' or '\0'))]);

    /// <summary>Half of some bytes, and then no more.</summary>
    private sealed class BrokenStream(byte[] bytes) : MemoryStream(bytes[..(bytes.Length / 2)])
    {
        public override int Read(byte[] buffer, int offset, int count) => base.Read(buffer, offset, count) is > 0 and var read ? read : throw new IOException("The connection ended.");
    }
}

using System.Text;

namespace Inventory.Emulator.Tests.Support;

/// <summary>
/// A captured request with one byte of what is signed changed, in every way that matters: the path, the query, each signed header, the date, the id of the key
/// and the signature. Left alone is what a signature does not cover, and Content-Length: a longer one is a body that does not come.
/// </summary>
public static class FlippedRequests
{
    public static IEnumerable<(string Where, byte[] Head)> Of(CapturedRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        var lines = Encoding.Latin1.GetString(request.Head).Split("\r\n");
        var target = lines[0].Split(' ')[1];
        var question = target.IndexOf('?', StringComparison.Ordinal);
        var from = lines[0].IndexOf(' ', StringComparison.Ordinal) + 1;
        foreach (var at in Spread(1, question))
        {
            yield return ($"byte {at} of the path", Flip(lines, 0, from + at));
        }

        foreach (var at in Spread(question + 1, target.Length))
        {
            yield return ($"byte {at} of the target, in the query", Flip(lines, 0, from + at));
        }

        for (var i = 1; i < lines.Length; i++)
        {
            var colon = lines[i].IndexOf(':', StringComparison.Ordinal);
            var name = colon < 0 ? "" : lines[i][..colon].ToLowerInvariant();
            if (name == "authorization")
            {
                yield return ("the id of the key", Flip(lines, i, lines[i].IndexOf("interop-fake-ak", StringComparison.Ordinal) + 3));
                yield return ("the signature", Flip(lines, i, lines[i].Length - 3));
            }
            else if (IsDate(name) && IsSigned(request, lines, name))
            {
                yield return ("the date", Flip(lines, i, lines[i].LastIndexOfAny([.. "0123456789"])));
            }
            else if (name.Length > 0 && IsSigned(request, lines, name))
            {
                yield return ($"the header {name}", Flip(lines, i, colon + 1 + ((lines[i].Length - colon) / 2)));
            }
        }
    }

    private static bool IsDate(string name) => name is "date" or "x-oss-date" or "x-bce-date";

    private static bool IsSigned(CapturedRequest request, string[] lines, string name)
    {
        var authorization = Array.Find(lines, line => line.StartsWith("authorization:", StringComparison.OrdinalIgnoreCase))!;
        if (request.Wire == EmulatorWire.Bos)
        {
            var listed = authorization.Split('/')[4];
            return listed.Length > 0
                ? listed.Split(';').Contains(name)
                : name is "host" or "content-type" or "content-md5" || name.StartsWith("x-bce-", StringComparison.Ordinal);
        }

        var hasOssDate = lines.Any(line => line.StartsWith("x-oss-date:", StringComparison.OrdinalIgnoreCase));
        return name is "content-type" or "content-md5" || (name == "date" && !hasOssDate) || name.StartsWith("x-oss-", StringComparison.Ordinal);
    }

    /// <summary>The first, the last and some places between.</summary>
    private static IEnumerable<int> Spread(int start, int end)
    {
        const int most = 8;
        return Enumerable.Range(0, most).Select(i => start + (i * (end - start - 1) / (most - 1))).Where(at => at >= start && at < end).Distinct();
    }

    private static byte[] Flip(string[] lines, int line, int at)
    {
        var old = lines[line][at];
        var flipped = old switch
        {
            'a' => 'b',
            '0' => '1',
            >= '1' and <= '9' => '0',
            _ => 'a',
        };
        var changed = (string[])lines.Clone();
        changed[line] = lines[line][..at] + flipped + lines[line][(at + 1)..];
        return Encoding.Latin1.GetBytes(string.Join("\r\n", changed));
    }
}

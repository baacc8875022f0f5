using K = Inventory.InventoryErrorKind;

namespace Inventory.Tests.Hostile;

/// <summary>The hostile answers of the tests.</summary>
internal static class HostileAnswers
{
    private const string Code = "NoSuchBucket";
    private const string Page = "<!DOCTYPE html>\n<html><head><title>Sign in</title></head><body><br>Captive &nbsp; portal</body></html>";
    private const string Dtd = "<!DOCTYPE Error [<!ENTITY a \"NoSuchBucket\"><!ENTITY b SYSTEM \"file:///etc/hostname\">]><Error><Code>&a;</Code><Message>&b;</Message></Error>";

    /// <summary>What no status can make sense of; under each the status decides.</summary>
    private static readonly HostileAnswer[] Unreadable =
    [
        Body("nothing", (_, _) => []),
        Body("white space", (_, _) => HostileContent.Utf8(" \r\n")),
        Body("a page of a proxy", (_, _) => HostileContent.Utf8(Page)) with { Headers = [("Content-Type", "text/html")], HasId = false },
        Body("a text", (_, _) => HostileContent.Utf8("upstream connect error")) with { Headers = [("Content-Type", "text/plain")] },
        Body("an error with a DTD", (_, _) => HostileContent.Utf8(Dtd)),
        Body("an error that is cut off", (cloud, _) => HostileContent.Utf8(cloud.Error(Code, HostileAnswer.BodyId)[..^2])),
        Body("an error that is nested deeply", (cloud, _) => HostileContent.Utf8(Deep(cloud))),
        Body("an error of the other cloud", (cloud, _) => HostileContent.Utf8(cloud.Stranger(Code, HostileAnswer.BodyId))),
        Body("an error compressed unasked", (cloud, _) => HostileContent.Gzip(HostileContent.Utf8(cloud.Error(Code, HostileAnswer.BodyId)))) with { Headers = [("Content-Encoding", "gzip")] },
        Body("an error that is too long", (cloud, _) => TooLong(cloud)),
        Body("an error that is too long and does not say so", (cloud, _) => TooLong(cloud)) with { Content = HostileContent.Chunked },
        Body("an error that breaks off", (cloud, _) => HostileContent.Utf8(cloud.Error(Code, HostileAnswer.BodyId)[..^2])) with { Content = HostileContent.BrokenOff },
        Body("half a character", (_, _) => [.. "{\"code\":\""u8, 0xC8, .. "\"}"u8]),
    ];

    /// <summary>Errors that mean what they say, whatever they come in.</summary>
    private static readonly HostileAnswer[] Readable =
    [
        Error("bare", error => error.Replace("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n", "", StringComparison.Ordinal)),
        Error("with members that nobody knows", error => error.Replace("<Message>", "<New a=\"1\"><Code>Other</Code></New><Message>", StringComparison.Ordinal)
            .Replace("\"message\"", "\"new\":{\"code\":\"Other\"},\"message\"", StringComparison.Ordinal)),
        Error("in a default namespace", error => error.Replace("<Error>", "<Error xmlns=\"http://doc.oss-cn-hangzhou.aliyuncs.com\">", StringComparison.Ordinal)),
        Error("in a prefixed namespace", error => error.Replace("<", "<o:", StringComparison.Ordinal).Replace("<o:?", "<?", StringComparison.Ordinal)
            .Replace("<o:/", "</o:", StringComparison.Ordinal).Replace("<o:Error>", "<o:Error xmlns:o=\"urn:o\">", StringComparison.Ordinal)),
        Error("with a byte order mark") with { Body = (cloud, _) => HostileContent.Utf8WithMark(HostileContent.Utf8(cloud.Error(Code, null))) },
        Error("as text/html") with { Headers = [("Content-Type", "text/html; charset=gbk")] },
        Error("as XML") with { Headers = [("Content-Type", "application/xml")] },
        Error("as JSON") with { Headers = [("Content-Type", "application/json")] },
        Error("as a type that is none") with { Headers = [("Content-Type", "nonsense;;=")] },
        Error("without its length") with { Content = HostileContent.Chunked },
        Error("with the id in the body alone") with { Body = (cloud, _) => HostileContent.Utf8(cloud.Error(Code, HostileAnswer.BodyId)), HasId = false, HasIdInBody = true },
        Error("without an id") with { HasId = false },
        Error("in UTF-16") with
        {
            Body = (cloud, _) => HostileContent.Utf16(HostileContent.Utf8(cloud.Error(Code, null))),
            Kind = (cloud, _) => cloud.IsXml ? K.BucketNotFound : K.Unexpected,
            Code = cloud => cloud.IsXml ? Code : null,
        },
    ];

    /// <summary>Successes that are none, or that are sound in other words.</summary>
    private static readonly HostileAnswer[] Successes =
    [
        .. Unreadable[2..9].Append(Unreadable[^1]).SelectMany(answer => (HostileAnswer[])
        [
            answer with { Status = 200, HasId = true, Name = $"{answer.Name}, the request named", Kind = MalformedToReaders },
            answer with { Status = 200, HasId = false, Kind = (_, _) => K.MalformedResponse },
        ]),
        .. from status in (int[])[200, 204]
           from hasId in (bool[])[true, false]
           select Success(hasId ? "nothing" : "nothing, from somebody on the way") with { Status = status, HasId = hasId, Kind = (cloud, asked) => Empty(cloud, asked, hasId) },
        Success("an empty object, from somebody on the way") with { Body = (_, _) => HostileContent.Utf8("{}"), HasId = false, Kind = (_, _) => K.MalformedResponse },
        Success("too long a body") with { Body = (cloud, _) => TooLong(cloud), Kind = (_, _) => K.MalformedResponse },
        Success("too long a body that does not say so") with { Body = (cloud, _) => TooLong(cloud), Content = HostileContent.Chunked, Kind = (_, _) => K.MalformedResponse },
        Success("a body that breaks off") with { Body = (_, _) => HostileContent.Utf8("<"), Content = HostileContent.BrokenOff, Kind = (_, _) => K.Unavailable },
        Success("an error") with { Body = (cloud, _) => HostileContent.Utf8(cloud.Error("AccessDenied", null)), Kind = (_, _) => K.MalformedResponse, Code = _ => "AccessDenied" },
        Success("an error that names the request") with
        {
            Body = (cloud, _) => HostileContent.Utf8(cloud.Error("AccessDenied", HostileAnswer.BodyId)),
            HasId = false,
            HasIdInBody = true,
            Kind = (_, _) => K.MalformedResponse,
            Code = _ => "AccessDenied",
        },
        Success("an error without a code") with { Body = (cloud, _) => HostileContent.Utf8(cloud.Error(null, null)), Kind = (_, _) => K.MalformedResponse },
        Sound("cut off", sound => sound[..^2]) with { Kind = (_, _) => K.MalformedResponse },
        Sound("twice", sound => [.. sound, .. sound]) with { Kind = (_, _) => K.MalformedResponse },
        Sound("compressed unasked", HostileContent.Gzip) with { Headers = [("Content-Encoding", "gzip")], Kind = (_, _) => K.MalformedResponse },
        Sound("in UTF-16", HostileContent.Utf16) with { Kind = (cloud, _) => cloud.IsXml ? null : K.MalformedResponse },
        Sound("with a byte order mark", HostileContent.Utf8WithMark),
        Sound("as text/html", sound => sound) with { Headers = [("Content-Type", "text/html")] },
        Sound("as XML", sound => sound) with { Headers = [("Content-Type", "application/xml")] },
        Sound("as JSON", sound => sound) with { Headers = [("Content-Type", "application/json")] },
        Sound("as no type", sound => sound),
        Sound("without its length", sound => sound) with { Content = HostileContent.Chunked },
        Sound("without an id", sound => sound) with { HasId = false },
    ];

    public static IReadOnlyList<HostileAnswer> All { get; } =
    [
        .. from status in (int[])[400, 403, 404, 409, 429, 500, 502, 503]
           from answer in Unreadable
           let kind = OfStatus(status, isBrokenOff: answer.Content == HostileContent.BrokenOff)
           select answer with { Status = status, Kind = (_, _) => kind },
        .. Readable,
        .. Successes,
    ];

    private static HostileAnswer Body(string name, Func<HostileCloud, byte[], byte[]> body) => new(name, 0) { Body = body, Kind = (_, _) => null };

    private static HostileAnswer Error(string name, Func<string, string>? change = null) => new($"an error {name}", 404)
    {
        Body = (cloud, _) => HostileContent.Utf8(change is null ? cloud.Error(Code, null) : change(cloud.Error(Code, null))),
        Kind = (_, _) => K.BucketNotFound,
        Code = _ => Code,
    };

    private static HostileAnswer Success(string name) => new(name, 200) { Kind = (_, _) => null };

    private static HostileAnswer Sound(string name, Func<byte[], byte[]> change) => Success($"the answer {name}") with { Body = (_, sound) => change(sound), IsSound = true };

    // What was to be written is done where the service's own header is there: a body says nothing more.
    private static K? MalformedToReaders(HostileCloud cloud, AskedFor asked) => asked == AskedFor.Write ? null : K.MalformedResponse;

    // Where rules are JSON, no document says what a bucket without rules is answered, so nothing is none: if the service says it.
    private static K? Empty(HostileCloud cloud, AskedFor asked, bool hasId) =>
        asked == AskedFor.Write || (asked == AskedFor.List && !cloud.IsXml && hasId) ? null : K.MalformedResponse;

    // Of 404 and 409 the code alone tells what they mean: where it might have come, no answer was given.
    private static K OfStatus(int status, bool isBrokenOff) => status switch
    {
        404 or 409 when isBrokenOff => K.Unavailable,
        409 => K.Conflict,
        403 => K.AccessDenied,
        404 => K.Unexpected,
        429 => K.Throttled,
        >= 500 => K.Unavailable,
        _ => K.InvalidRequest,
    };

    private static string Deep(HostileCloud cloud) => cloud.IsXml
        ? $"<Error><Code>{Code}</Code>{string.Concat(Enumerable.Repeat("<a>", 5000))}{string.Concat(Enumerable.Repeat("</a>", 5000))}</Error>"
        : $$"""{"code":"{{Code}}","a":{{new string('[', 30_000)}}{{new string(']', 30_000)}}}""";

    private static byte[] TooLong(HostileCloud cloud) => HostileContent.Utf8(cloud.Error(Code, HostileAnswer.BodyId) + new string(' ', HostileContent.MaxBytes));
}

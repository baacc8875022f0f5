using System.Net;
using System.Text;

namespace Inventory.BaiduBos.Tests;

/// <summary>What reached a primary handler.</summary>
internal sealed record SentRequest(string Method, Uri Uri, string? Host, string? ContentType, string Body);

/// <summary>Plays a script of answers, the last of them again and again, and keeps what it was sent.</summary>
internal sealed class ScriptedHandler(params Func<HttpResponseMessage>[] script) : HttpMessageHandler
{
    /// <summary>How every answer names its request, where the script does not say.</summary>
    public const string RequestId = "a-scripted-request";

    private const string RequestIdHeader = "x-bce-request-id";

    /// <summary>For an answer whose headers do not name the request.</summary>
    public static readonly (string Name, string Value) NoRequestId = (RequestIdHeader, "");

    private readonly List<SentRequest> _sent = [];

    public IReadOnlyList<SentRequest> Sent => _sent;

    public static Func<HttpResponseMessage> Answer(int status, string body = "", params (string Name, string Value)[] headers) =>
        Answer(status, Encoding.UTF8.GetBytes(body), headers);

    public static Func<HttpResponseMessage> Answer(int status, byte[] body, params (string Name, string Value)[] headers) => () =>
    {
        var answer = new HttpResponseMessage((HttpStatusCode)status) { Content = new ByteArrayContent(body) };
        (string Name, string Value)[] all = headers.Any(h => h.Name == RequestIdHeader) ? headers : [(RequestIdHeader, RequestId), .. headers];
        foreach (var (name, value) in all.Where(h => h != NoRequestId))
        {
            _ = answer.Headers.TryAddWithoutValidation(name, value);
        }

        return answer;
    };

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var body = request.Content is { } content ? await content.ReadAsStringAsync(cancellationToken) : "";
        var contentType = request.Content?.Headers.NonValidated.TryGetValues("Content-Type", out var values) == true ? values.ToString() : null;
        _sent.Add(new(request.Method.Method, request.RequestUri!, request.Headers.Host, contentType, body));
        return script[Math.Min(_sent.Count, script.Length) - 1]();
    }
}

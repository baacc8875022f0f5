using System.Net;
using System.Text;

namespace Inventory.AlibabaOss.Tests.Support;

/// <summary>A service that gives the same answers whatever it is asked, one after the other, the last one for ever; and remembers what it was asked.</summary>
internal sealed class CannedHandler(params CannedAnswer[] answers) : HttpMessageHandler
{
    private readonly List<CannedRequest> _requests = [];

    public IReadOnlyList<CannedRequest> Requests => _requests;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var answer = answers[Math.Min(_requests.Count, answers.Length - 1)];
        var headers = request.Headers.Concat(request.Content?.Headers ?? Enumerable.Empty<KeyValuePair<string, IEnumerable<string>>>());
        _requests.Add(new(
            request.Method.Method,
            request.RequestUri!.OriginalString,
            request.RequestUri.AbsoluteUri,
            headers.ToDictionary(h => h.Key, h => string.Join(',', h.Value), StringComparer.OrdinalIgnoreCase),
            request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken)));
        var response = new HttpResponseMessage((HttpStatusCode)answer.Status) { Content = new ByteArrayContent(Encoding.UTF8.GetBytes(answer.Body)), RequestMessage = request };
        response.Headers.Add("x-oss-request-id", CannedAnswer.RequestId);
        foreach (var (name, value) in answer.Headers ?? [])
        {
            response.Headers.Add(name, value);
        }

        return response;
    }
}

/// <summary>What a service answers.</summary>
internal sealed record CannedAnswer(int Status, string Body = "", params (string Name, string Value)[]? Headers)
{
    public const string RequestId = "5C3D9175B6FC201293AD0001";

    public static CannedAnswer NoSuchInventory { get; } = Error(404, "NoSuchInventory");

    public static CannedAnswer Error(int status, string code, string message = "No.", string more = "") =>
        new(status, $"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Error><Code>{code}</Code><Message>{message}</Message><RequestId>{RequestId}</RequestId>{more}</Error>");
}

/// <summary>What a service was asked.</summary>
internal sealed record CannedRequest(string Method, string Uri, string SentUri, IReadOnlyDictionary<string, string> Headers, string Body);

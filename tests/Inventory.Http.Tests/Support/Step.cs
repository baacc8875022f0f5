using System.Net;
using System.Text;

namespace Inventory.Http.Tests;

/// <summary>What a service does with one request.</summary>
internal delegate Task<HttpResponseMessage> Step(SentRequest request, CancellationToken cancellationToken);

/// <summary>The steps that scripts are made of.</summary>
internal static class Steps
{
    public static Step Answer(int status, string body = "", params (string Name, string Value)[] headers) =>
        (_, _) => Task.FromResult(Response(status, new ByteArrayContent(Encoding.UTF8.GetBytes(body)), headers));

    /// <summary>A refusal in the words of <see cref="SampleErrors"/>.</summary>
    public static Step Refuse(int status, string code, string message = "No.", params (string Name, string Value)[] headers) =>
        Answer(status, $"Code: {code}\nMessage: {message}\nRequestId: R-1\n", headers);

    public static Step Throw(Exception exception) => (_, _) => Task.FromException<HttpResponseMessage>(exception);

    /// <summary>Answers nothing until the request is cancelled.</summary>
    public static Step Hang(Action? meanwhile = null) => async (_, cancellationToken) =>
    {
        meanwhile?.Invoke();
        await Task.Delay(Timeout.Infinite, cancellationToken);
        throw new InvalidOperationException("not reached");
    };

    /// <summary>Answers with a body that comes from a stream of the test's making.</summary>
    public static Step Stream(Stream body, long? contentLength = null) => (_, _) =>
    {
        var content = new StreamContent(body);
        content.Headers.ContentLength = contentLength;
        return Task.FromResult(Response(200, content, []));
    };

    /// <summary>A body that breaks off.</summary>
    public static Step Truncated() => (_, _) => Task.FromResult(Response(200, new StreamContent(new BrokenStream("<half")), []));

    private static HttpResponseMessage Response(int status, HttpContent content, (string Name, string Value)[] headers)
    {
        var response = new HttpResponseMessage((HttpStatusCode)status) { Content = content };
        foreach (var (name, value) in headers)
        {
            if (!response.Headers.TryAddWithoutValidation(name, value))
            {
                _ = content.Headers.TryAddWithoutValidation(name, value);
            }
        }

        return response;
    }
}

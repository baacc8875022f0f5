using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Inventory.Conformance.Tests;

/// <summary>What the tiny service answered with a success.</summary>
internal sealed record TinyAnswer(byte[] Body, string? RequestId, int Attempts);

/// <summary>Sends to the tiny service: signed, bounded, and again where that may help.</summary>
internal sealed class TinyTransport(HttpMessageHandler handler, TimeProvider time, TinyWays ways) : IDisposable
{
    public const string Secret = "tiny-secret-0123456789";

    private static readonly TimeSpan AttemptTimeout = TimeSpan.FromSeconds(10);
    private readonly HttpClient _client = new(handler, disposeHandler: false) { Timeout = Timeout.InfiniteTimeSpan };

    public void Dispose() => _client.Dispose();

    public async Task<TinyAnswer> SendAsync(HttpMethod method, string bucket, string? ruleId, string? body, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            var target = new Uri($"https://tiny.example/{bucket}/rules{(ruleId is null ? "" : $"/{ruleId}")}");
            InventoryException failure;
            try
            {
                return await SendOnceAsync(method, target, body, attempt, cancellationToken);
            }
            catch (InventoryException e)
            {
                failure = e;
            }
            catch (Exception e) when (IsLoss(e, cancellationToken))
            {
                failure = ways.Lost(e) as InventoryException ?? throw ways.Lost(e);
            }

            if (attempt == ways.MaxAttempts || !ways.IsAskedAgain(failure))
            {
                throw ways.Tell(new(failure.Kind, failure.Message, failure.InnerException)
                {
                    Provider = "tiny", Bucket = bucket, RuleId = ruleId, Attempts = attempt, HttpStatus = failure.HttpStatus, RequestId = failure.RequestId, RetryAfter = failure.RetryAfter,
                    ServiceMessage = failure.ServiceMessage,
                });
            }

            await Task.Delay(failure.RetryAfter ?? ways.FirstWait * attempt, ways.Waiting(time), cancellationToken);
        }
    }

    private static string Signature(string text) => Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(Secret), Encoding.UTF8.GetBytes(text)));

    private bool IsLoss(Exception e, CancellationToken caller) =>
        e is HttpRequestException or IOException || (e is OperationCanceledException && (!caller.IsCancellationRequested || !ways.KnowsTheCallerFromTheClock));

    private async Task<TinyAnswer> SendOnceAsync(HttpMethod method, Uri target, string? body, int attempt, CancellationToken cancellationToken)
    {
        using var deadline = ways.HasDeadline ? new CancellationTokenSource(AttemptTimeout, time) : new();
        using var either = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, ways.ObservesTheCaller ? cancellationToken : CancellationToken.None);
        using var request = new HttpRequestMessage(method, target) { Content = body is null ? null : new StringContent(body) };
        var signature = Signature($"{method} {target.AbsolutePath}");
        _ = request.Headers.TryAddWithoutValidation("Authorization", $"Tiny key={signature}");
        using var response = await _client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, either.Token);
        if (ways.FollowsRedirects && response.Headers.Location is { } location)
        {
            return await SendOnceAsync(method, location, body, attempt, cancellationToken);
        }

        var answer = await ReadAsync(response, either.Token);
        var requestId = response.Headers.TryGetValues(TinyErrors.RequestIdHeader, out var values) ? values.First() : null;
        return ways.IsSuccess((int)response.StatusCode) ? new(answer, requestId, attempt) : throw Refusal(response, answer, requestId, signature);
    }

    private async Task<byte[]> ReadAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        await using var stream = await response.Content.ReadAsStreamAsync(cancellationToken);
        using var body = new MemoryStream();
        var buffer = new byte[64 * 1024];
        long length = 0;
        int read;
        while ((read = await stream.ReadAsync(buffer, cancellationToken)) > 0)
        {
            body.Write(buffer, 0, length < 1 << 21 ? read : 0);
            if ((length += read) > ways.LongestAnswer)
            {
                throw new InventoryException(InventoryErrorKind.MalformedResponse, "The answer is too long.") { HttpStatus = (int)response.StatusCode };
            }
        }

        return body.ToArray();
    }

    private InventoryException Refusal(HttpResponseMessage response, byte[] body, string? requestId, string signature)
    {
        var status = (int)response.StatusCode;
        var (code, message) = ((string?)null, "It does not say why.");
        try
        {
            (code, message) = TinyErrors.Read(Encoding.UTF8.GetString(body));
        }
        catch (JsonException e)
        {
            if (ways.MalformedRefusal(e) is { } failure)
            {
                throw failure;
            }
        }

        message = ways.HidesSecretsInMessages ? Hide(message) : message;
        return new(ways.Kind(status, code), $"Tiny answered {status}: {message}")
        {
            HttpStatus = status,
            ServiceMessage = message,
            RequestId = requestId is not null && ways.HidesSecretsInRequestIds ? Hide(requestId) : requestId,
            RetryAfter = response.Headers.RetryAfter switch
            {
                { Delta: { } delta } when ways.ReadsSecondsToWait => delta,
                { Date: { } date } when ways.ReadsDateToWaitFor => date - time.GetUtcNow(),
                _ => null,
            },
        };

        string Hide(string text) => text.Replace(Secret, "(secret)", StringComparison.Ordinal).Replace(signature, "(signature)", StringComparison.Ordinal);
    }
}

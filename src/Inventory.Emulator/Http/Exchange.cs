using System.Globalization;
using System.IO.Pipelines;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Inventory.Emulator.Http;

/// <summary>One request in, one answer out, and what the script does to either. Safe for concurrent use.</summary>
internal sealed class Exchange(IWire wire, FaultScript faults, RequestLog log, EmulatorOptions options)
{
    public async Task RunAsync(IFeatureCollection features)
    {
        var sent = features.GetRequiredFeature<IHttpRequestFeature>();
        var request = WireRequest.Create(sent.Method, sent.RawTarget, Headers(sent.Headers), []);
        var fault = faults.Next(wire.Name, request.Method, () => wire.OperationOf(request));
        var skew = fault?.Kind == EmulatorFaultKind.SkewedClock ? fault.Duration : TimeSpan.Zero;
        request = request with { ClockSkew = skew };
        WireAnswer? answer;
        try
        {
            if (features.GetRequiredFeature<IHttpRequestBodyDetectionFeature>().CanHaveBody)
            {
                var (body, isTooLong) = await ReadBodyAsync(sent);
                request = request with { Body = body, IsBodyTooLong = isTooLong };
            }

            answer = fault is null ? wire.Answer(request) : await AnswerAsync(request, fault, ClientConnection.Of(features).Gone);
        }
        catch (Microsoft.AspNetCore.Http.BadHttpRequestException refused)
        {
            ClientConnection.Of(features).IsRefusalTold = true;
            answer = wire.AnswerUnreadable(request, refused.StatusCode, refused.Message);
        }
        catch (Exception gone) when (gone is OperationCanceledException or IOException)
        {
            Abort(features);
            return;
        }

        log.Add(new(wire.Name, request, answer, fault), answer?.Report);
        if (answer is null)
        {
            Abort(features);
            return;
        }

        await WriteAsync(features, answer, options.Clock.GetUtcNow() + skew, isCut: fault?.Kind == EmulatorFaultKind.TruncatedBody);
    }

    private static void Abort(IFeatureCollection features) => features.GetRequiredFeature<IHttpRequestLifetimeFeature>().Abort();

    private static KeyValuePair<string, string>[] Headers(IHeaderDictionary sent)
    {
        var headers = new List<KeyValuePair<string, string>>(sent.Count);
        foreach (var (name, values) in sent)
        {
            foreach (var value in values)
            {
                headers.Add(new(name, value ?? ""));
            }
        }

        return [.. headers];
    }

    /// <summary>The answer to a request that something befalls; null: it gets none.</summary>
    private async Task<WireAnswer?> AnswerAsync(WireRequest request, EmulatorFault fault, CancellationToken gone)
    {
        var applied = fault.IsApplied ? wire.Answer(request) : null;
        switch (fault.Kind)
        {
            case EmulatorFaultKind.Reset:
                return null;
            case EmulatorFaultKind.Delay:
                return await HasWaitedAsync(fault.Duration, gone) ? applied ?? wire.Answer(request) : null;
            case EmulatorFaultKind.Status:
                return Refusal(request, fault);
            case EmulatorFaultKind.ExpiredToken:
                return wire.AnswerExpiredToken(request);
            case EmulatorFaultKind.TruncatedBody when applied is { Status: StatusCodes.Status204NoContent }:
                // It can announce no body that does not come.
                return applied with { Status = StatusCodes.Status200OK };
            default:
                return applied ?? wire.Answer(request);
        }
    }

    private WireAnswer Refusal(WireRequest request, EmulatorFault fault)
    {
        var answer = wire.AnswerStatus(request, fault.StatusCode!.Value, fault.ErrorCode);
        if (fault.RetryAfter is { } wait)
        {
            answer.Headers.Add(new("Retry-After", ((long)wait.TotalSeconds).ToString(CultureInfo.InvariantCulture)));
        }

        return answer;
    }

    /// <summary>False: the client gave up.</summary>
    private async Task<bool> HasWaitedAsync(TimeSpan duration, CancellationToken gone)
    {
        try
        {
            await Task.Delay(duration, options.Clock, gone);
            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    /// <summary>Reads to the end even where the client closed its side after it: nothing is cancelled for that.</summary>
    private async Task<(byte[] Body, bool IsTooLong)> ReadBodyAsync(IHttpRequestFeature request)
    {
        if (request.Headers.ContentLength > options.MaxBodyBytes)
        {
            return ([], true);
        }

        var body = new byte[(request.Headers.ContentLength ?? 4096) + 1];
        var length = 0;
        while (length <= options.MaxBodyBytes)
        {
            if (length == body.Length)
            {
                Array.Resize(ref body, length * 2);
            }

            var read = await request.Body.ReadAsync(body.AsMemory(length));
            if (read == 0)
            {
                return (body[..length], false);
            }

            length += read;
        }

        return ([], true);
    }

    private static async Task WriteAsync(IFeatureCollection features, WireAnswer answer, DateTimeOffset now, bool isCut)
    {
        ClientConnection.Of(features).IsOwn505 = answer.Status == StatusCodes.Status505HttpVersionNotsupported;
        var response = features.GetRequiredFeature<IHttpResponseFeature>();
        response.StatusCode = answer.Status;
        response.Headers.Date = now.UtcDateTime.ToString("r", CultureInfo.InvariantCulture);
        foreach (var header in answer.Headers)
        {
            response.Headers.Append(header.Key, header.Value);
        }

        var body = features.GetRequiredFeature<IHttpResponseBodyFeature>().Writer;
        if (isCut)
        {
            await CutAsync(response, body, answer);
            return;
        }

        if (answer.Status == StatusCodes.Status204NoContent)
        {
            return;
        }

        if (answer.ContentType is not null)
        {
            response.Headers.ContentType = answer.ContentType;
        }

        response.Headers.ContentLength = answer.Body.Length;
        if (answer.Body.Length > 0 && !HttpMethods.IsHead(features.GetRequiredFeature<IHttpRequestFeature>().Method))
        {
            await body.WriteAsync(answer.Body);
        }
    }

    /// <summary>Half of the body, of which the head announces all; without a body it announces one byte.</summary>
    private static async Task CutAsync(IHttpResponseFeature response, PipeWriter body, WireAnswer answer)
    {
        response.Headers.ContentType = answer.ContentType;
        response.Headers.ContentLength = Math.Max(1, answer.Body.Length);
        await body.WriteAsync(answer.Body.AsMemory(0, answer.Body.Length / 2));
        await body.FlushAsync();
    }
}

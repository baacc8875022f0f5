using System.Buffers;
using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Inventory.Emulator.Http;

/// <summary>One request in, one answer out, and what the script does to either. Safe for concurrent use.</summary>
internal sealed class Exchange(IWire wire, FaultScript faults, RequestLog log, EmulatorOptions options)
{
    public async Task RunAsync(HttpContext context)
    {
        var target = context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        var headers = context.Request.Headers
            .SelectMany(header => header.Value.Select(value => KeyValuePair.Create(header.Key, value ?? "")))
            .ToArray();
        var fault = faults.Next(wire.Name, context.Request.Method);
        var skew = fault?.Kind == EmulatorFaultKind.SkewedClock ? fault.Duration : TimeSpan.Zero;
        var request = WireRequest.Create(context.Request.Method, target, headers, []) with { ClockSkew = skew };
        WireAnswer? answer;
        try
        {
            var (body, isTooLong) = await ReadBodyAsync(context.Request, context.RequestAborted);
            request = request with { Body = body, IsBodyTooLong = isTooLong };
            answer = fault is null ? wire.Answer(request) : await AnswerAsync(request, fault, context.RequestAborted);
        }
        catch (Microsoft.AspNetCore.Http.BadHttpRequestException refused)
        {
            answer = wire.AnswerUnreadable(request, refused.StatusCode, refused.Message);
        }
        catch (Exception gone) when (gone is OperationCanceledException or IOException)
        {
            context.Abort();
            return;
        }

        log.Add(new(wire.Name, request.Method, target, headers, Encoding.UTF8.GetString(request.Body), answer?.Status ?? 0, answer?.ErrorCode) { Fault = fault?.ToString() });
        if (answer is null)
        {
            context.Abort();
            return;
        }

        await WriteAsync(context, answer, options.Clock.GetUtcNow() + skew, isCut: fault?.Kind == EmulatorFaultKind.TruncatedBody);
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

    private async Task<(byte[] Body, bool IsTooLong)> ReadBodyAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (request.ContentLength > options.MaxBodyBytes)
        {
            return ([], true);
        }

        var body = new ArrayBufferWriter<byte>();
        while (body.WrittenCount <= options.MaxBodyBytes)
        {
            var read = await request.Body.ReadAsync(body.GetMemory(4096), cancellationToken);
            if (read == 0)
            {
                return (body.WrittenSpan.ToArray(), false);
            }

            body.Advance(read);
        }

        return ([], true);
    }

    private static async Task WriteAsync(HttpContext context, WireAnswer answer, DateTimeOffset now, bool isCut)
    {
        var response = context.Response;
        response.StatusCode = answer.Status;
        response.Headers.Date = now.UtcDateTime.ToString("r", CultureInfo.InvariantCulture);
        foreach (var header in answer.Headers)
        {
            response.Headers.Append(header.Key, header.Value);
        }

        if (isCut)
        {
            await CutAsync(response, answer, context.RequestAborted);
            return;
        }

        if (answer.Status == StatusCodes.Status204NoContent)
        {
            return;
        }

        if (answer.ContentType is not null)
        {
            response.ContentType = answer.ContentType;
        }

        response.ContentLength = answer.Body.Length;
        if (answer.Body.Length > 0 && !HttpMethods.IsHead(context.Request.Method))
        {
            await response.Body.WriteAsync(answer.Body, context.RequestAborted);
        }
    }

    /// <summary>Half of the body, of which the head announces all; without a body it announces one byte.</summary>
    private static async Task CutAsync(HttpResponse response, WireAnswer answer, CancellationToken cancellationToken)
    {
        response.ContentType = answer.ContentType;
        response.ContentLength = Math.Max(1, answer.Body.Length);
        await response.Body.WriteAsync(answer.Body.AsMemory(0, answer.Body.Length / 2), cancellationToken);
        await response.Body.FlushAsync(cancellationToken);
    }
}

using Microsoft.Extensions.Logging;
using Polly.Timeout;

namespace Inventory.Http;

/// <summary>Tells the log, the spans and the meter of calls. Never of a header, a body, or a secret.</summary>
/// <param name="provider">The provider's short name, which measurements are by.</param>
/// <param name="name">What log lines call the service.</param>
/// <param name="logger">Where to log.</param>
internal sealed class CallLog(string provider, string name, ILogger logger)
{
    // What stands for the rule where all of a bucket were asked for.
    private const string AllRules = "*";

    /// <summary>An answer stands. Refusals that operations are made of are as quiet as successes.</summary>
    public void Answered(ServiceCall call, ServiceAnswer answer)
    {
        var requestId = call.Error?.RequestId is { } said ? ServiceWords.Fit(call, said) : answer.RequestId;
        InventoryTelemetry.RecordAnswer(answer.Status, requestId);
        var isQuiet = call.Error is null || answer.Is(InventoryErrorKind.RuleNotFound) || answer.Is(InventoryErrorKind.RuleAlreadyExists);
        if (!isQuiet)
        {
            var error = answer.Error!;

            // The message says again what the line says; what the service said does not.
            Failed(call, error, error.ServiceCode is null && error.ServiceMessage is null ? error.Message : $"{error.ServiceCode} {error.ServiceMessage}".Trim());
            return;
        }

        var isWritten = call.Error is null && call.Request.Method != HttpMethod.Get;
        if (!logger.IsEnabled(isWritten ? LogLevel.Information : LogLevel.Debug))
        {
            return;
        }

        var (method, rule, bucket, attempts, ms) = Describe(call);
        requestId = requestId is null ? null : LogText.Of(requestId);
        if (isWritten)
        {
            TransportLog.Written(logger, name, answer.Status, method, rule, bucket, attempts, ms, requestId);
        }
        else
        {
            TransportLog.Answered(logger, name, answer.Status, method, rule, bucket, attempts, ms, requestId);
        }
    }

    public void Failed(ServiceCall call, InventoryException failure) => Failed(call, failure, failure.Message);

    public void Cancelled(ServiceCall call)
    {
        if (logger.IsEnabled(LogLevel.Debug))
        {
            var (method, rule, bucket, attempts, ms) = Describe(call);
            TransportLog.Cancelled(logger, name, method, rule, bucket, attempts, ms);
        }
    }

    /// <summary>An attempt failed and will be made again.</summary>
    /// <param name="call">The call.</param>
    /// <param name="number">Which attempt failed: 1 for the first.</param>
    /// <param name="maxAttempts">How many there may be.</param>
    /// <param name="delay">The wait before the next.</param>
    /// <param name="status">The status of its answer; null where there was none.</param>
    /// <param name="failure">Why there was no answer; null where there was one.</param>
    public void Retrying(ServiceCall call, int number, int maxAttempts, TimeSpan delay, int? status, Exception? failure)
    {
        InventoryTelemetry.RecordRetry(new()
        {
            Provider = provider,
            Method = call.Request.Method.Method,
            Number = number,
            Delay = delay,
            Kind = status is { } answered ? call.Error?.Kind ?? StatusKinds.Of(answered) : InventoryErrorKind.Unavailable,
            Status = status,
        });
        if (logger.IsEnabled(LogLevel.Warning))
        {
            var (method, rule, bucket, _, _) = Describe(call);
            var reason = LogText.Of(call.Redact(Reason(call, status, failure)));
            TransportLog.Retrying(logger, name, number, maxAttempts, method, rule, bucket, (long)delay.TotalMilliseconds, reason);
        }
    }

    /// <summary>An answer showed that this machine's clock is off, and signatures are corrected for it from now on.</summary>
    /// <param name="call">The call.</param>
    /// <param name="offset">How much later it is on the service's clock.</param>
    public void ClockCorrected(ServiceCall call, TimeSpan offset)
    {
        InventoryTelemetry.RecordClockCorrection(offset);
        if (logger.IsEnabled(LogLevel.Warning))
        {
            var (method, rule, bucket, _, _) = Describe(call);
            TransportLog.ClockCorrected(logger, name, method, rule, bucket, (long)offset.TotalMilliseconds);
        }
    }

    private void Failed(ServiceCall call, InventoryException failure, string reason)
    {
        if (logger.IsEnabled(LogLevel.Warning))
        {
            var (method, rule, bucket, attempts, ms) = Describe(call);
            var requestId = failure.RequestId is null ? null : LogText.Of(failure.RequestId);
            TransportLog.Failed(logger, name, method, rule, bucket, failure.Kind, failure.HttpStatus, attempts, ms, requestId, LogText.Of(reason));
        }
    }

    private static string Reason(ServiceCall call, int? status, Exception? failure) => failure switch
    {
        null => string.Join(' ', new[] { $"{status}", call.Error?.Code, call.Error?.Message }.Where(part => !string.IsNullOrEmpty(part))),
        TimeoutRejectedException or OperationCanceledException => "no answer in time",
        _ => $"no answer: {TransportFailure.MessageOf(failure)}",
    };

    private static (string Method, string Rule, string Bucket, int Attempts, long Ms) Describe(ServiceCall call) => (
        call.Request.Method.Method,
        call.Request.RuleId is { } id ? LogText.Of(id) : AllRules,
        LogText.Of(call.Request.Bucket),
        call.Attempts,
        (long)call.Elapsed.TotalMilliseconds);
}

using System.Net.Http.Headers;
using Polly;
using Polly.Retry;
using Polly.Timeout;

namespace Inventory.Http;

/// <summary>
/// Sends again what may succeed the next time: no answer, no credentials for now, 408, 429 and most of 5xx, and signatures that time has overtaken. Full jitter: a random part of a bound
/// that doubles. Bounded by attempts and by total time; a service that says how long to wait is obeyed, or given up if that is too long.
/// </summary>
internal sealed class RetryHandler : DelegatingHandler
{
    private static readonly ResiliencePropertyKey<ServiceCall> CallKey = new("call");
    private readonly InventoryHttpOptions _options;
    private readonly CallLog _log;
    private readonly Func<double> _random;
    private readonly TimeProvider _time;
    private readonly ResiliencePipeline<HttpResponseMessage> _pipeline;

    public RetryHandler(InventoryHttpOptions options, TimeProvider time, Func<double> random, CallLog log)
    {
        _options = options;
        _log = log;
        _random = random;
        _time = time;
        var builder = new ResiliencePipelineBuilder<HttpResponseMessage> { TimeProvider = time };
        _ = builder.AddTimeout(options.TotalTimeout);
        if (options.MaxAttempts > 1)
        {
            _ = builder.AddRetry(new RetryStrategyOptions<HttpResponseMessage>
            {
                MaxRetryAttempts = options.MaxAttempts - 1,
                ShouldHandle = arguments => ValueTask.FromResult(IsWorthRetrying(arguments.Context, arguments.Outcome)),
                OnRetry = Tell,
                DelayGenerator = arguments => ValueTask.FromResult<TimeSpan?>(Delay(arguments.AttemptNumber, arguments.Outcome.Result)),
            });
        }

        _pipeline = builder.AddTimeout(options.AttemptTimeout).Build();
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var call = ServiceCall.Of(request);
        var context = ResilienceContextPool.Shared.Get(cancellationToken);
        context.Properties.Set(CallKey, call);
        try
        {
            return await _pipeline.ExecuteAsync(
                static (context, state) => new ValueTask<HttpResponseMessage>(state.Handler.SendOnceAsync(state.Request, context.CancellationToken)),
                context,
                (Handler: this, Request: request)).ConfigureAwait(false);
        }
        catch (Exception e)
        {
            call.Failure = e;
            throw;
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
        }
    }

    /// <summary>How long the service asks to wait; null where it does not say.</summary>
    internal static TimeSpan? RetryAfter(string? header, DateTimeOffset now)
    {
        _ = RetryConditionHeaderValue.TryParse(header, out var condition);
        return condition is { Date: { } instant } ? instant > now ? instant - now : TimeSpan.Zero : condition?.Delta;
    }

    private Task<HttpResponseMessage> SendOnceAsync(HttpRequestMessage request, CancellationToken cancellationToken) => base.SendAsync(request, cancellationToken);

    private bool IsWorthRetrying(ResilienceContext context, Outcome<HttpResponseMessage> outcome)
    {
        if (outcome.Exception is { } failure)
        {
            return failure is HttpRequestException or IOException or TimeoutRejectedException or InventoryException { IsTransient: true }
                || (failure is OperationCanceledException && !context.CancellationToken.IsCancellationRequested);
        }

        if (!context.Properties.TryGetValue(CallKey, out var call) || call.Error is not { } error || outcome.Result is not { } response)
        {
            return false;
        }

        var kind = error.Kind ?? StatusKinds.Of((int)response.StatusCode);
        return (kind is InventoryErrorKind.Throttled or InventoryErrorKind.Unavailable || error.IsWorthSigningAnew)
            && !(RetryAfter(response) > Min(_options.MaxDelay, _options.TotalTimeout - call.Elapsed));
    }

    private ValueTask Tell(OnRetryArguments<HttpResponseMessage> retry)
    {
        if (retry.Context.Properties.TryGetValue(CallKey, out var call))
        {
            var status = (int?)retry.Outcome.Result?.StatusCode;
            _log.Retrying(call, retry.AttemptNumber + 1, _options.MaxAttempts, retry.RetryDelay, status, retry.Outcome.Exception);
        }

        return ValueTask.CompletedTask;
    }

    private TimeSpan Delay(int attempt, HttpResponseMessage? response) =>
        RetryAfter(response) ?? _random() * _options.MaxDelay * Math.Min(1, _options.BaseDelay / _options.MaxDelay * Math.Pow(2, attempt));

    private TimeSpan? RetryAfter(HttpResponseMessage? response) =>
        response is not null && response.Headers.NonValidated.TryGetValues("Retry-After", out var values) ? RetryAfter(values.ToString(), _time.GetUtcNow()) : null;

    private static TimeSpan Min(TimeSpan one, TimeSpan other) => one < other ? one : other;
}

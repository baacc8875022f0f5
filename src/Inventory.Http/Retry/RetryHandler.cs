using System.Net.Http.Headers;
using Polly;
using Polly.Retry;
using Polly.Timeout;

namespace Inventory.Http;

/// <summary>
/// Sends again what may succeed the next time: no answer, no credentials for now, 408, 429 and most of 5xx, signatures that time has overtaken, and, at once,
/// a refusal whose cause is mended: a clock that was corrected, credentials that gave way to others. Full jitter: a random part of a bound that doubles.
/// Bounded by attempts and by total time; a service that says how long to wait is obeyed, or given up if that is too long.
/// </summary>
internal sealed class RetryHandler : DelegatingHandler
{
    private static readonly ResiliencePropertyKey<ServiceCall> CallKey = new("call");
    private readonly InventoryHttpOptions _options;
    private readonly ICredentialsProvider _credentials;
    private readonly CallLog _log;
    private readonly Func<double> _random;
    private readonly ServiceClock _clock;
    private readonly TimeProvider _time;
    private readonly ResiliencePipeline<HttpResponseMessage> _pipeline;

    public RetryHandler(InventoryHttpOptions options, ICredentialsProvider credentials, ServiceClock clock, TimeProvider time, Func<double> random, CallLog log)
    {
        _options = options;
        _credentials = credentials;
        _log = log;
        _random = random;
        _clock = clock;
        _time = time;
        var builder = new ResiliencePipelineBuilder<HttpResponseMessage> { TimeProvider = time };
        _ = builder.AddTimeout(options.TotalTimeout);
        if (options.MaxAttempts > 1)
        {
            _ = builder.AddRetry(new RetryStrategyOptions<HttpResponseMessage>
            {
                MaxRetryAttempts = options.MaxAttempts - 1,
                ShouldHandle = IsWorthRetryingAsync,
                OnRetry = Tell,
                DelayGenerator = arguments => ValueTask.FromResult<TimeSpan?>(Delay(arguments)),
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

    /// <summary>How long the service asks to wait; null where it does not say. A date is on the service's clock.</summary>
    internal static TimeSpan? RetryAfter(string? header, DateTimeOffset now)
    {
        _ = RetryConditionHeaderValue.TryParse(header, out var condition);
        return condition is { Date: { } instant } ? instant > now ? instant - now : TimeSpan.Zero : condition?.Delta;
    }

    private Task<HttpResponseMessage> SendOnceAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        ServiceCall.Of(request).BeginAttempt();
        return base.SendAsync(request, cancellationToken);
    }

    private async ValueTask<bool> IsWorthRetryingAsync(RetryPredicateArguments<HttpResponseMessage> attempt)
    {
        var (context, outcome) = (attempt.Context, attempt.Outcome);
        if (outcome.Exception is { } failure)
        {
            return !TransportFailure.IsFinal(failure)
                && (failure is HttpRequestException or IOException or TimeoutRejectedException or InventoryException { IsTransient: true }
                    || (failure is OperationCanceledException && !context.CancellationToken.IsCancellationRequested));
        }

        if (!context.Properties.TryGetValue(CallKey, out var call) || call.Error is not { } error || outcome.Result is not { } response)
        {
            return false;
        }

        if (attempt.AttemptNumber >= _options.MaxAttempts - 1 || RetryAfter(response) > Min(_options.MaxDelay, _options.TotalTimeout - call.Elapsed))
        {
            return false;
        }

        var kind = error.Kind ?? StatusKinds.Of((int)response.StatusCode);
        return await IsMendedAsync(call, error, context.CancellationToken).ConfigureAwait(false)
            || kind is InventoryErrorKind.Throttled or InventoryErrorKind.Unavailable
            || error.IsWorthSigningAnew;
    }

    /// <summary>Whether what the service refused is not what the next attempt will have. The first time, that one need not wait.</summary>
    private async ValueTask<bool> IsMendedAsync(ServiceCall call, ServiceError error, CancellationToken cancellationToken)
    {
        if (error.IsClockSkewed && call.IsClockCorrected)
        {
            call.IsNextAtOnce = !call.HasChangedClock;
            return call.HasChangedClock = true;
        }

        if (error.AreCredentialsRefused && !call.HasChangedCredentials && await OthersAsync(call, call.Credentials!, cancellationToken).ConfigureAwait(false) is { } others)
        {
            call.NextCredentials = others;
            return call.IsNextAtOnce = call.HasChangedCredentials = true;
        }

        return false;
    }

    /// <summary>
    /// The provider's credentials, if they are not those that were refused. Where it has none, or not within the time of an attempt, the refusal says more than that.
    /// </summary>
    private async ValueTask<CloudCredentials?> OthersAsync(ServiceCall call, CloudCredentials refused, CancellationToken cancellationToken)
    {
        using var late = new CancellationTokenSource(_options.AttemptTimeout, _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, cancellationToken);
        try
        {
            var asked = _credentials.GetAsync(either.Token).AsTask();
            _ = asked.ContinueWith(
                static task => task.Exception, CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted | TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
            var present = await asked.WaitAsync(either.Token).ConfigureAwait(false);
            return present.SignsLike(refused) ? null : present;
        }
        catch (Exception) when (!call.IsCancelled)
        {
            return null;
        }
    }

    private ValueTask Tell(OnRetryArguments<HttpResponseMessage> retry)
    {
        if (retry.Context.Properties.TryGetValue(CallKey, out var call))
        {
            call.IsWaiting = true;
            var status = (int?)retry.Outcome.Result?.StatusCode;
            call.RefusedAttempts += call.Status is >= 400 and < 500 and not 408 ? 1 : 0;
            _log.Retrying(call, retry.AttemptNumber + 1, _options.MaxAttempts, retry.RetryDelay, status, retry.Outcome.Exception);
        }

        return ValueTask.CompletedTask;
    }

    private TimeSpan Delay(RetryDelayGeneratorArguments<HttpResponseMessage> next)
    {
        if (RetryAfter(next.Outcome.Result) is { } asked)
        {
            return asked;
        }

        if (next.Context.Properties.TryGetValue(CallKey, out var call) && call.IsNextAtOnce)
        {
            call.IsNextAtOnce = false;
            return TimeSpan.Zero;
        }

        // Doubling may leave what a time can hold; a product with an empty bound is none.
        var bound = _options.BaseDelay.TotalSeconds * Math.Pow(2, next.AttemptNumber);
        return _random() * TimeSpan.FromSeconds(Math.Min(bound, _options.MaxDelay.TotalSeconds));
    }

    private TimeSpan? RetryAfter(HttpResponseMessage? response) =>
        response is not null && response.Headers.NonValidated.TryGetValues("Retry-After", out var values) ? RetryAfter(values.ToString(), _clock.Read().Service) : null;

    private static TimeSpan Min(TimeSpan one, TimeSpan other) => one < other ? one : other;
}

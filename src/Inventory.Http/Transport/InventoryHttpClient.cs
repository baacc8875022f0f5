using System.Reflection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using RestSharp;

namespace Inventory.Http;

/// <summary>
/// The transport that adapters share: RestSharp over a chain of handlers that retries, reads answers whole within a bound, and signs innermost.
/// Redirects are refused, and its own handler keeps no cookies.
/// </summary>
/// <remarks>Safe for use by several threads at once; make one for a process and dispose of it at its end.</remarks>
public sealed class InventoryHttpClient : IDisposable
{
    private static readonly string UserAgent =
        $"inventory-dotnet/{typeof(InventoryHttpClient).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0]}";

    private readonly RestClient _client;
    private readonly ServiceFailures _failures;
    private readonly CallLog _log;
    private readonly TimeProvider _time;

    /// <summary>Makes a transport.</summary>
    /// <param name="provider">The provider's short name, for errors.</param>
    /// <param name="signer">Signs each attempt.</param>
    /// <param name="credentials">Asked before each attempt, and told what the service did not take.</param>
    /// <param name="errors">Reads answers that are not a success.</param>
    /// <param name="options">Bounds; the defaults if null.</param>
    /// <param name="primaryHandler">What sends in the end, not disposed of here; one of its own if null.</param>
    /// <param name="time">The clock of timeouts, waits and, corrected where the service's answers say that it is off, signatures; the system's if null.</param>
    /// <param name="logger">Where requests and retries are logged; nowhere if null.</param>
    /// <param name="name">What messages and log lines call the service; the provider's short name if null.</param>
    /// <exception cref="InventoryException">
    /// Of kind <see cref="InventoryErrorKind.InvalidConfiguration"/>: the handler follows redirects, or a bound is out of range.
    /// </exception>
    public InventoryHttpClient(
        string provider,
        IRequestSigner signer,
        ICredentialsProvider credentials,
        IServiceErrorReader errors,
        InventoryHttpOptions? options = null,
        HttpMessageHandler? primaryHandler = null,
        TimeProvider? time = null,
        ILogger? logger = null,
        string? name = null)
    {
        options ??= new();
        _time = time ?? TimeProvider.System;
        name ??= provider;
        _log = new(provider, name, logger ?? NullLogger.Instance);
        RefuseRedirects(primaryHandler);
        RefuseBounds(provider, options);
        var clock = new ServiceClock(_time);
        _failures = new(provider, name, errors, clock);
        HttpMessageHandler signing = new SigningHandler(signer, credentials, clock) { InnerHandler = primaryHandler is null ? OwnHandler() : new Borrowed(primaryHandler) };
        HttpMessageHandler buffering = new BufferingHandler(errors, new(credentials, clock, _log), options.MaxResponseBytes) { InnerHandler = signing };
        HttpMessageHandler retry = new RetryHandler(options, credentials, clock, _time, Random.Shared.NextDouble, _log) { InnerHandler = buffering };
        _client = new RestClient(
            new HttpClient(retry) { Timeout = Timeout.InfiniteTimeSpan },
            new RestClientOptions
            {
                UserAgent = UserAgent,
                FollowRedirects = false,
                Timeout = Timeout.InfiniteTimeSpan,
                DisableCharset = true,
                AutomaticDecompression = System.Net.DecompressionMethods.None,
            },
            disposeHttpClient: true);
    }

    /// <summary>Sends a request, as often as the options allow, until there is an answer that stands.</summary>
    /// <exception cref="InventoryException">
    /// There is no answer, or it cannot be read to its end; what an earlier attempt was answered with is in its properties, but for
    /// <see cref="InventoryException.HttpStatus"/>, which is null where another attempt was sent after that. Or a PUT or a DELETE was answered by a success whose
    /// body is an error, or is not the service's (<see cref="InventoryErrorKind.MalformedResponse"/>, and not tried again: it may have been done).
    /// A refusal is in <see cref="ServiceAnswer.Error"/>.
    /// </exception>
    /// <exception cref="OperationCanceledException">The caller cancelled. Its cause says what had come of the call by then.</exception>
    public async Task<ServiceAnswer> SendAsync(ServiceRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        cancellationToken.ThrowIfCancellationRequested();
        InventoryTelemetry.RecordRequest(request.Authority);
        var call = new ServiceCall(request, _time, cancellationToken);
        try
        {
            if (await ExecuteAsync(call, cancellationToken).ConfigureAwait(false) is { } failure)
            {
                throw cancellationToken.IsCancellationRequested
                    ? new OperationCanceledException("The call was cancelled.", _failures.Failed(call, failure), cancellationToken)
                    : _failures.Failed(call, failure);
            }

            var answer = Answer(call);
            _log.Answered(call, answer);
            return answer;
        }
        catch (InventoryException e)
        {
            _log.Failed(call, e);
            throw;
        }
        catch (OperationCanceledException)
        {
            _log.Cancelled(call);
            throw;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _client.Dispose();

    /// <summary>Sends, and says why there is no answer; null where there is one.</summary>
    private async Task<Exception?> ExecuteAsync(ServiceCall call, CancellationToken cancellationToken)
    {
        try
        {
            var response = await _client.ExecuteAsync(Message(call.Request, call), cancellationToken).ConfigureAwait(false);
            return call.Failure ?? (response.StatusCode == 0 ? response.ErrorException ?? new HttpRequestException("there was no answer") : null);
        }
        catch (Exception) when (call.Failure is not null)
        {
            // RestSharp reads the failure's message, which may fail in turn.
            return call.Failure;
        }
    }

    private ServiceAnswer Answer(ServiceCall call)
    {
        if (call.Error is null && _failures.Doubted(call) is { } doubt)
        {
            throw doubt;
        }

        var status = call.Status ?? throw new InvalidOperationException("An answer has a status.");
        return new(_failures, _log, call, status);
    }

    private static RestRequest Message(ServiceRequest request, ServiceCall call)
    {
        // The call sets path and query: RestSharp would take them apart, and encode them its own way. The body is read already, and the call has it:
        // RestSharp would copy it three times.
        var message = new RestRequest(request.Authority, RestMethod(request.Method))
        {
            Interceptors = [call],
            CompletionOption = HttpCompletionOption.ResponseHeadersRead,
            AdvancedResponseWriter = static (response, message) => new RestResponse(message) { StatusCode = response.StatusCode, ResponseStatus = ResponseStatus.Completed },
        };
        _ = message.AddHeader("Accept", "*/*");
        if (request.Body is not null)
        {
            _ = message.AddBody(request.Body, request.ContentType!);
        }

        return message;
    }

    private static Method RestMethod(HttpMethod method) =>
        method == HttpMethod.Get ? Method.Get
        : method == HttpMethod.Put ? Method.Put
        : method == HttpMethod.Delete ? Method.Delete
        : throw new ArgumentException($"Inventory rules know no {method}.", nameof(method));

    private static SocketsHttpHandler OwnHandler() => new()
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        ConnectTimeout = TimeSpan.FromSeconds(10),
        PooledConnectionLifetime = TimeSpan.FromMinutes(2),
    };

    private static void RefuseRedirects(HttpMessageHandler? handler)
    {
        while (handler is DelegatingHandler { InnerHandler: { } inner })
        {
            handler = inner;
        }

        if (handler is SocketsHttpHandler { AllowAutoRedirect: true } or HttpClientHandler { AllowAutoRedirect: true })
        {
            throw new InventoryException(InventoryErrorKind.InvalidConfiguration,
                "The handler follows redirects: a DELETE that loses its query on the way would delete the bucket. Set AllowAutoRedirect to false.");
        }
    }

    private static void RefuseBounds(string provider, InventoryHttpOptions options)
    {
        if (string.Join(" ", options.Problems()) is { Length: > 0 } problems)
        {
            throw new InventoryException(InventoryErrorKind.InvalidConfiguration, $"The transport of '{provider}' cannot be used. {problems}") { Provider = provider };
        }
    }

    /// <summary>A handler of the caller's, which the caller disposes of.</summary>
    private sealed class Borrowed(HttpMessageHandler handler) : HttpMessageHandler
    {
        private readonly HttpMessageInvoker _invoker = new(handler, disposeHandler: false);

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            _invoker.SendAsync(request, cancellationToken);

        protected override void Dispose(bool disposing)
        {
            if (disposing)
            {
                _invoker.Dispose();
            }

            base.Dispose(disposing);
        }
    }
}

using System.Buffers;
using System.Globalization;
using System.Net;
using System.Text;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Inventory.Emulator.Http;

/// <summary>Kestrel on one loopback port, in front of one wire.</summary>
internal sealed class WireServer : IHttpApplication<HttpContext>, IDisposable
{
    private const int HeadLimit = 64 * 1024;

    private readonly IWire _wire;
    private readonly RequestLog _log;
    private readonly TimeProvider _clock;
    private readonly int _maxBodyBytes;
    private readonly KestrelServer _server;

    public WireServer(IWire wire, int port, RequestLog log, TimeProvider clock, int maxBodyBytes)
    {
        _wire = wire;
        _log = log;
        _clock = clock;
        _maxBodyBytes = maxBodyBytes;

        var options = new KestrelServerOptions { AddServerHeader = false, ApplicationServices = NoServices.Instance };
        options.Limits.MaxRequestBodySize = null;
        options.Limits.MaxRequestLineSize = HeadLimit;
        options.Limits.MaxRequestHeadersTotalSize = HeadLimit;
        options.Listen(IPAddress.Loopback, port, endpoint => endpoint.Protocols = HttpProtocols.Http1);
        var transport = new SocketTransportFactory(Options.Create(new SocketTransportOptions()), NullLoggerFactory.Instance);
        _server = new(Options.Create(options), transport, NullLoggerFactory.Instance);
    }

    public Uri Endpoint => new(_server.Features.GetRequiredFeature<IServerAddressesFeature>().Addresses.Single(), UriKind.Absolute);

    public Task StartAsync(CancellationToken cancellationToken) => _server.StartAsync(this, cancellationToken);

    public Task StopAsync(CancellationToken cancellationToken) => _server.StopAsync(cancellationToken);

    public void Dispose() => _server.Dispose();

    public HttpContext CreateContext(IFeatureCollection contextFeatures) => new DefaultHttpContext(contextFeatures);

    public void DisposeContext(HttpContext context, Exception? exception)
    {
    }

    public async Task ProcessRequestAsync(HttpContext context)
    {
        var target = context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        var headers = context.Request.Headers
            .SelectMany(header => header.Value.Select(value => KeyValuePair.Create(header.Key, value ?? "")))
            .ToArray();
        var request = WireRequest.Create(context.Request.Method, target, headers, []);
        WireAnswer answer;
        try
        {
            var (body, isTooLong) = await ReadBodyAsync(context.Request, context.RequestAborted);
            request = request with { Body = body, IsBodyTooLong = isTooLong };
            answer = _wire.Answer(request);
        }
        catch (Microsoft.AspNetCore.Http.BadHttpRequestException refused)
        {
            answer = _wire.AnswerUnreadable(request, refused.StatusCode, refused.Message);
        }
        catch (Exception gone) when (gone is OperationCanceledException or IOException)
        {
            context.Abort();
            return;
        }

        _log.Add(new(_wire.Name, request.Method, target, headers, Encoding.UTF8.GetString(request.Body), answer.Status, answer.ErrorCode));
        await WriteAsync(context, answer);
    }

    private async Task<(byte[] Body, bool IsTooLong)> ReadBodyAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (request.ContentLength > _maxBodyBytes)
        {
            return ([], true);
        }

        var body = new ArrayBufferWriter<byte>();
        while (body.WrittenCount <= _maxBodyBytes)
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

    private async Task WriteAsync(HttpContext context, WireAnswer answer)
    {
        var response = context.Response;
        response.StatusCode = answer.Status;
        response.Headers.Date = _clock.GetUtcNow().UtcDateTime.ToString("r", CultureInfo.InvariantCulture);
        foreach (var header in answer.Headers)
        {
            response.Headers.Append(header.Key, header.Value);
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

    private sealed class NoServices : IServiceProvider
    {
        public static NoServices Instance { get; } = new();

        public object? GetService(Type serviceType) => null;
    }
}

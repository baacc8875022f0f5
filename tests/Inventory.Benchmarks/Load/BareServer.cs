using System.Net;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Inventory.Benchmarks.Load;

/// <summary>Kestrel that reads a request's body, answers one of a few fixed bodies and does nothing else: the floor of the load.</summary>
/// <param name="bodies">What is answered to a method and a target.</param>
internal sealed class BareServer(IReadOnlyDictionary<(string Method, string Target), (int Status, byte[] Body)> bodies) : IHttpApplication<IFeatureCollection>, IDisposable
{
    private readonly KestrelServer _server = Create();

    public Uri Endpoint => new(_server.Features.GetRequiredFeature<IServerAddressesFeature>().Addresses.Single(), UriKind.Absolute);

    public Task StartAsync() => _server.StartAsync(this, CancellationToken.None);

    public void Dispose() => _server.Dispose();

    public IFeatureCollection CreateContext(IFeatureCollection contextFeatures) => contextFeatures;

    public void DisposeContext(IFeatureCollection context, Exception? exception)
    {
    }

    public async Task ProcessRequestAsync(IFeatureCollection context)
    {
        var request = context.GetRequiredFeature<IHttpRequestFeature>();
        if (context.GetRequiredFeature<IHttpRequestBodyDetectionFeature>().CanHaveBody)
        {
            await request.Body.CopyToAsync(Stream.Null);
        }

        var (status, body) = bodies[(request.Method, request.RawTarget)];
        var response = context.GetRequiredFeature<IHttpResponseFeature>();
        response.StatusCode = status;
        if (status != 204)
        {
            response.Headers.ContentLength = body.Length;
            await context.GetRequiredFeature<IHttpResponseBodyFeature>().Writer.WriteAsync(body);
        }
    }

    private static KestrelServer Create()
    {
        var options = new KestrelServerOptions { AddServerHeader = false, ApplicationServices = new NoServices() };
        options.Listen(IPAddress.Loopback, 0, endpoint => endpoint.Protocols = HttpProtocols.Http1);
        return new(Options.Create(options), new SocketTransportFactory(Options.Create(new SocketTransportOptions()), NullLoggerFactory.Instance), NullLoggerFactory.Instance);
    }

    private sealed class NoServices : IServiceProvider
    {
        public object? GetService(Type serviceType) => null;
    }
}

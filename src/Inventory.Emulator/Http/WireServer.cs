using System.IO.Pipelines;
using System.Net;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Inventory.Emulator.Http;

/// <summary>Kestrel on one port.</summary>
internal sealed class WireServer : IHttpApplication<IFeatureCollection>, IDisposable
{
    private const int HeadLimit = 64 * 1024;

    private static readonly TimeSpan HeadPatience = TimeSpan.FromSeconds(5);

    private readonly Exchange _exchange;
    private readonly KestrelServer _server;
    private readonly IPAddress _address;

    public WireServer(Exchange exchange, IPAddress address, int port, BadRequestLog log)
    {
        (_exchange, _address) = (exchange, address);

        var options = new KestrelServerOptions { AddServerHeader = false, ApplicationServices = NoServices.Instance };
        options.Limits.MaxRequestBodySize = null;
        options.Limits.MaxRequestLineSize = HeadLimit;
        options.Limits.MaxRequestHeadersTotalSize = HeadLimit;
        options.Limits.RequestHeadersTimeout = HeadPatience;
        options.Listen(address, port, endpoint =>
        {
            endpoint.Protocols = HttpProtocols.Http1;
            endpoint.Use(next => async connection =>
            {
                using (log.Listen(connection.ConnectionId, Prepare(connection)))
                {
                    await next(connection);
                }
            });
        });
        var transport = new SocketTransportFactory(Options.Create(new SocketTransportOptions()), NullLoggerFactory.Instance);
        _server = new(Options.Create(options), transport, log);
    }

    /// <summary>Where this machine reaches it: an address that stands for all of them cannot be called, so its loopback stands here.</summary>
    public Uri Endpoint
    {
        get
        {
            var bound = new Uri(_server.Features.GetRequiredFeature<IServerAddressesFeature>().Addresses.Single(), UriKind.Absolute);
            var host = _address.Equals(IPAddress.Any) ? IPAddress.Loopback : _address.Equals(IPAddress.IPv6Any) ? IPAddress.IPv6Loopback : null;
            return host is null ? bound : new UriBuilder(bound.Scheme, host.ToString(), bound.Port).Uri;
        }
    }

    public Task StartAsync(CancellationToken cancellationToken) => _server.StartAsync(this, cancellationToken);

    public Task StopAsync(CancellationToken cancellationToken) => _server.StopAsync(cancellationToken);

    public void Dispose() => _server.Dispose();

    public IFeatureCollection CreateContext(IFeatureCollection contextFeatures) => contextFeatures;

    public void DisposeContext(IFeatureCollection context, Exception? exception)
    {
    }

    public Task ProcessRequestAsync(IFeatureCollection context) => _exchange.RunAsync(context);

    /// <summary>
    /// A client may close its side once it has sent its request, and wait for the answer. Kestrel takes that for its departure and answers nothing, so it is
    /// not told; who has to know asks <see cref="ClientConnection"/>. Where the client is gone indeed, the next write or read ends the connection.
    /// </summary>
    private static ClientConnection Prepare(ConnectionContext connection)
    {
        var client = new ClientConnection(connection.ConnectionClosed);
        connection.Features.Set(client);
        connection.ConnectionClosed = CancellationToken.None;
        connection.Transport = new GuardedPipe(new PatientReader(connection.Transport.Input), new RefusalWriter(connection.Transport.Output, client));
        return client;
    }

    private sealed record GuardedPipe(PipeReader Input, PipeWriter Output) : IDuplexPipe;

    private sealed class NoServices : IServiceProvider
    {
        public static NoServices Instance { get; } = new();

        public object? GetService(Type serviceType) => null;
    }
}

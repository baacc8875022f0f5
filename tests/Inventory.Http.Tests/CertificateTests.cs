using System.Globalization;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Inventory.Http.Tests;

/// <summary>The library's own handler checks who it talks to.</summary>
public sealed class CertificateTests
{
    [Test]
    public async Task A_server_with_a_certificate_of_its_own_making_gets_no_request_and_is_not_asked_twice()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        using var stop = new CancellationTokenSource();
        var serving = ServeAsync(listener, stop.Token);
        using var client = Client();

        var error = Assert.CatchAsync<InventoryException>(() => client.SendAsync(Bench.Delete() with { Authority = Authority(listener) }));
        await stop.CancelAsync();
        var (connections, read) = await serving;

        Assert.That((error!.Kind, error.IsTransient, error.Attempts), Is.EqualTo((InventoryErrorKind.Unavailable, false, 1)));
        Assert.That(error.InnerException, Is.TypeOf<HttpRequestException>().With.Property("HttpRequestError").EqualTo(HttpRequestError.SecureConnectionError));
        Assert.That(error.Message, Does.Contain("made no secure connection").And.Contain("certificate").And.Contain("proxy"));
        Assert.That((connections, read), Is.EqualTo((1, 0)));
    }

    [Test]
    public async Task A_handshake_that_ends_early_may_succeed_the_next_time()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        using var stop = new CancellationTokenSource();
        var serving = HangUpAsync(listener, stop.Token);
        using var client = Client();

        var error = Assert.CatchAsync<InventoryException>(() => client.SendAsync(Bench.Delete() with { Authority = Authority(listener) }));
        await stop.CancelAsync();

        Assert.That((error!.Kind, error.IsTransient, error.Attempts), Is.EqualTo((InventoryErrorKind.Unavailable, true, 3)));
        Assert.That(await serving, Is.EqualTo(3));
    }

    private static Uri Authority(TcpListener listener) => new(string.Create(CultureInfo.InvariantCulture, $"https://localhost:{((IPEndPoint)listener.LocalEndpoint).Port}"));

    private static InventoryHttpClient Client() =>
        new("sample", new SampleSigner(), new StaticCredentials(SampleCredentials.LongLived), new SampleErrors(), new() { BaseDelay = TimeSpan.Zero });

    /// <summary>Takes connections until it is stopped, and ends each after what it is greeted with.</summary>
    /// <returns>How many there were.</returns>
    private static async Task<int> HangUpAsync(TcpListener listener, CancellationToken stop)
    {
        for (var connections = 0; ; connections++)
        {
            try
            {
                using var socket = await listener.AcceptSocketAsync(stop);
                _ = await socket.ReceiveAsync(new byte[8192], stop);
            }
            catch (OperationCanceledException)
            {
                return connections;
            }
        }
    }

    /// <summary>Takes connections until it is stopped.</summary>
    /// <returns>How many there were, and how many bytes of requests came over them.</returns>
    private static async Task<(int Connections, int Read)> ServeAsync(TcpListener listener, CancellationToken stop)
    {
        var (connections, read) = (0, 0);
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var now = TimeProvider.System.GetUtcNow();
        using var certificate = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256).CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
        while (!stop.IsCancellationRequested)
        {
            try
            {
                using var socket = await listener.AcceptSocketAsync(stop);
                connections++;
                await using var stream = new SslStream(new NetworkStream(socket));
                await stream.AuthenticateAsServerAsync(new SslServerAuthenticationOptions { ServerCertificate = certificate }, stop);
                read += await stream.ReadAsync(new byte[1000], stop);
            }
            catch (Exception e) when (e is OperationCanceledException or IOException or AuthenticationException or SocketException)
            {
                // The client did not like the certificate, or the test is over.
            }
        }

        return (connections, read);
    }
}

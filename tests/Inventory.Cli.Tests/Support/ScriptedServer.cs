using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Inventory.Cli.Tests;

/// <summary>A server on loopback that gives one answer after another, whatever it is asked.</summary>
internal sealed class ScriptedServer : IAsyncDisposable
{
    private readonly HttpListener _listener = new();
    private readonly Task _serving;

    /// <summary>Starts it.</summary>
    /// <param name="answers">Status and body of each answer; the last is given again and again.</param>
    public ScriptedServer(params (int Status, string Body)[] answers)
    {
        Endpoint = $"http://127.0.0.1:{FreePort()}";
        _listener.Prefixes.Add($"{Endpoint}/");
        _listener.Start();
        _serving = ServeAsync(answers);
    }

    /// <summary>Where it is.</summary>
    public string Endpoint { get; }

    public async ValueTask DisposeAsync()
    {
        _listener.Stop();
        await _serving;
        _listener.Close();
    }

    private async Task ServeAsync((int Status, string Body)[] answers)
    {
        for (var i = 0; _listener.IsListening; i++)
        {
            try
            {
                var context = await _listener.GetContextAsync();
                var (status, body) = answers[Math.Min(i, answers.Length - 1)];
                context.Response.StatusCode = status;
                context.Response.Close(Encoding.UTF8.GetBytes(body), willBlock: true);
            }
            catch (Exception e) when (e is HttpListenerException or ObjectDisposedException)
            {
                return;
            }
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}

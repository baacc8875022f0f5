using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Inventory.Http.Tests;

/// <summary>A socket on loopback that keeps every byte of the requests it gets and answers with bytes of the test's making.</summary>
internal sealed class LoopbackServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly ConcurrentQueue<string?> _answers;
    private readonly ConcurrentQueue<string> _requests = [];
    private readonly Task _serving;

    /// <summary>Starts.</summary>
    /// <param name="answers">What to send to one request after another; null resets the connection. Each answer ends its connection.</param>
    public LoopbackServer(params string?[] answers)
    {
        _answers = new(answers);
        _listener.Start();
        _serving = ServeAsync();
    }

    public Uri Authority => new(string.Create(CultureInfo.InvariantCulture, $"http://{_listener.LocalEndpoint}"));

    /// <summary>The requests byte by byte, as Latin-1.</summary>
    public IReadOnlyList<string> Requests => [.. _requests];

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Stop();
        await _serving;
        _listener.Dispose();
        _stop.Dispose();
    }

    private async Task ServeAsync()
    {
        while (!_stop.IsCancellationRequested)
        {
            try
            {
                using var socket = await _listener.AcceptSocketAsync(_stop.Token);
                _requests.Enqueue(await ReadAsync(socket));
                if (_answers.TryDequeue(out var answer) && answer is not null)
                {
                    _ = await socket.SendAsync(Encoding.Latin1.GetBytes(answer), _stop.Token);
                    socket.Shutdown(SocketShutdown.Send);
                }
                else
                {
                    socket.LingerState = new(enable: true, seconds: 0);
                }
            }
            catch (Exception e) when (e is OperationCanceledException or SocketException or ObjectDisposedException)
            {
                // The client went away, or the test is over.
            }
        }
    }

    private async Task<string> ReadAsync(Socket socket)
    {
        var request = new StringBuilder();
        var buffer = new byte[8192];
        while (!IsWhole(request.ToString()))
        {
            var read = await socket.ReceiveAsync(buffer, _stop.Token);
            if (read == 0)
            {
                break;
            }

            _ = request.Append(Encoding.Latin1.GetString(buffer, 0, read));
        }

        return request.ToString();
    }

    private static bool IsWhole(string request)
    {
        var end = request.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        var length = request.Split("\r\n").FirstOrDefault(line => line.StartsWith("Content-Length:", StringComparison.OrdinalIgnoreCase));
        return end >= 0 && request.Length >= end + 4 + (length is null ? 0 : int.Parse(length.Split(':')[1], CultureInfo.InvariantCulture));
    }
}

using System.Collections.Concurrent;
using System.Globalization;
using System.Net.Sockets;
using System.Text;
using Inventory.Emulator.Tests.Support;

namespace Inventory.Emulator.Tests;

/// <summary>Whatever arrives on a socket, the answer is one that a client can be at fault for, and the disk beside the data is as it was.</summary>
[TestFixture]
public sealed class RandomRequestTests
{
    private const int Requests = 100_000;
    private const int Connections = 8;

    // After this long the emulator is held to hang: it gives up a client that is silent long before.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly ConcurrentDictionary<string, int> _answers = new();
    private readonly ConcurrentQueue<string> _wrong = new();

    [TestCase(true)]
    [TestCase(false)]
    public async Task Random_requests_are_refused_or_answered_and_never_fell_the_server(bool verifySignatures)
    {
        var seed = unchecked((int)PropertyRun.Seed(Requests / 2));
        _answers.Clear();
        _wrong.Clear();
        using var folder = new ScratchFolder();
        var data = folder.Path("data");
        var server = CapturedRequest.Server();
        await using var emulator = await InventoryEmulator.StartAsync(server with
        {
            VerifySignatures = verifySignatures,
            Buckets = [.. server.Buckets, new("examplebucket"), new("destbucket")],
            DataDirectory = data,
        });

        await Task.WhenAll(Enumerable.Range(0, Connections).Select(lane => SendAsync(emulator, new Random(unchecked(seed + lane)), Requests / 2 / Connections)));

        TestContext.Out.WriteLine(string.Join(", ", _answers.OrderBy(a => a.Key, StringComparer.Ordinal).Select(a => $"{a.Key}: {a.Value}")));
        Assert.That(_wrong, Is.Empty);
        Assert.That(_answers.Values.Sum(), Is.EqualTo(Requests / 2));
        Assert.That(folder.Entries(), Is.EqualTo(new[] { data }));
        var alive = await RawHttp.SendAsync(emulator.BosEndpoint, "GET", "/examplebucket?inventory");
        Assert.That(alive.Status, Is.AnyOf(200, 403));
    }

    private async Task SendAsync(InventoryEmulator emulator, Random random, int count)
    {
        var requests = new RandomRequests(random);
        var endpoints = new[] { emulator.OssEndpoint, emulator.BosEndpoint };
        var connections = new SocketConnection?[2];
        try
        {
            for (var i = 0; i < count; i++)
            {
                var side = i % 2;
                var request = requests.Next();
                connections[side] ??= await SocketConnection.OpenAsync(endpoints[side]);
                using var patience = new CancellationTokenSource(Patience);
                var (status, isOpen) = await connections[side]!.AskAsync(request, patience.Token);
                _answers.AddOrUpdate(status == 0 ? "closed" : $"{status}", 1, (_, n) => n + 1);
                if (status is not (0 or 501 or (>= 200 and < 500)))
                {
                    _wrong.Enqueue($"{status} to {Encoding.Latin1.GetString(request)}");
                }

                if (!isOpen)
                {
                    connections[side]!.Dispose();
                    connections[side] = null;
                }
            }
        }
        finally
        {
            connections[0]?.Dispose();
            connections[1]?.Dispose();
        }
    }

    /// <summary>A connection that is kept as long as the server keeps it. A request says that it is over: what the server still waits for never comes.</summary>
    private sealed class SocketConnection : IDisposable
    {
        private const string Interim = "HTTP/1.1 100 Continue\r\n\r\n";

        private readonly Socket _socket = new(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        private readonly byte[] _buffer = new byte[65_536];

        public static async Task<SocketConnection> OpenAsync(Uri endpoint)
        {
            var connection = new SocketConnection();
            await connection._socket.ConnectAsync(endpoint.Host, endpoint.Port);
            return connection;
        }

        /// <summary>The status, 0 for a connection that was closed without one, and whether the connection can be used again.</summary>
        public async Task<(int Status, bool IsOpen)> AskAsync(byte[] request, CancellationToken cancellationToken)
        {
            var isWhole = IsWhole(request);
            try
            {
                await _socket.SendAsync(request, cancellationToken);
                if (!isWhole)
                {
                    _socket.Shutdown(SocketShutdown.Send);
                }

                return await ReadAsync(isHead: request.AsSpan().StartsWith("HEAD "u8), isWhole, cancellationToken);
            }
            catch (SocketException)
            {
                return (0, false);
            }
        }

        public void Dispose() => _socket.Dispose();

        // Only of a request whose end both sides see alike is the answer surely this one's.
        private static bool IsWhole(byte[] request)
        {
            var text = Encoding.Latin1.GetString(request);
            var end = text.IndexOf("\r\n\r\n", StringComparison.Ordinal);
            var lengths = text.Split("\r\n").TakeWhile(line => line.Length > 0).Where(line => line.StartsWith("Content-Length:", StringComparison.OrdinalIgnoreCase)).ToArray();
            return end >= 0 && lengths.Length == 1 && int.TryParse(lengths[0].Split(':')[1], NumberStyles.AllowLeadingWhite, CultureInfo.InvariantCulture, out var length)
                && length == request.Length - end - 4
                && !text[..end].Contains("Transfer-Encoding", StringComparison.OrdinalIgnoreCase)
                && !text[..end].Contains("Expect", StringComparison.OrdinalIgnoreCase);
        }

        private async Task<(int Status, bool IsOpen)> ReadAsync(bool isHead, bool isWhole, CancellationToken cancellationToken)
        {
            var filled = 0;
            while (true)
            {
                var read = filled < _buffer.Length ? await _socket.ReceiveAsync(_buffer.AsMemory(filled), cancellationToken) : 0;
                filled += read;
                var text = Encoding.Latin1.GetString(_buffer, 0, filled);
                if (text.StartsWith(Interim, StringComparison.Ordinal))
                {
                    text = text[Interim.Length..];
                    Array.Copy(_buffer, Interim.Length, _buffer, 0, filled -= Interim.Length);
                }

                var end = text.IndexOf("\r\n\r\n", StringComparison.Ordinal);
                if (end >= 0 && (isHead || read == 0 || filled - end - 4 >= Length(text[..end])))
                {
                    var status = int.Parse(text.AsSpan(9, 3), CultureInfo.InvariantCulture);
                    return (status, isWhole && read > 0 && !text[..end].Contains("Connection: close", StringComparison.OrdinalIgnoreCase));
                }

                if (read == 0)
                {
                    return (0, false);
                }
            }
        }

        private static int Length(string head)
        {
            const string name = "\r\nContent-Length: ";
            var at = head.IndexOf(name, StringComparison.OrdinalIgnoreCase);
            var value = at < 0 ? "0" : head[(at + name.Length)..].Split("\r\n")[0];
            return int.Parse(value, CultureInfo.InvariantCulture);
        }
    }
}

using System.Buffers.Text;
using System.Diagnostics;
using System.Globalization;
using System.Net.Sockets;

namespace Inventory.Benchmarks.Load;

/// <summary>Connections that each send one request after another, and read the answer whole before the next.</summary>
internal sealed class LoadClient(IReadOnlyList<LoadRequest> requests, string wire)
{
    private const int Connections = 64;

    private readonly LoadRequest[] _gets = Of(requests, LoadKind.Get);
    private readonly LoadRequest[] _puts = Of(requests, LoadKind.Put);
    private readonly LoadRequest[] _deletes = Of(requests, LoadKind.Delete);
    private readonly LoadRequest[] _lists = Of(requests, LoadKind.List);
    private long _answers;
    private long _errors;

    /// <summary>Sends for a while, and says how many answers there were, how many of them were wrong, and how long it took.</summary>
    public async Task<(long Answers, long Errors, TimeSpan Took)> RunAsync(Uri endpoint, TimeSpan span)
    {
        (_answers, _errors) = (0, 0);
        var started = Stopwatch.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, Connections).Select(seed => Task.Run(() => SendAsync(endpoint, new Random(seed), started, span))));
        return (_answers, _errors, Stopwatch.GetElapsedTime(started));
    }

    /// <summary>One answer: status and body.</summary>
    public static async Task<(int Status, byte[] Body)> AskAsync(Uri endpoint, LoadRequest request)
    {
        using var socket = await ConnectAsync(endpoint);
        var buffer = new byte[1 << 20];
        var (status, head, length) = await ExchangeAsync(socket, request, buffer);
        return (status, buffer[head..length]);
    }

    private async Task SendAsync(Uri endpoint, Random random, long started, TimeSpan span)
    {
        var (answers, errors) = (0L, 0L);
        var buffer = new byte[1 << 17];
        using var socket = await ConnectAsync(endpoint);
        while (Stopwatch.GetElapsedTime(started) < span)
        {
            var request = Next(random);
            var (status, _, _) = await ExchangeAsync(socket, request, buffer);
            answers++;
            errors += !request.IsExpected(wire, status) ? 1 : 0;
            if (status == 0)
            {
                break;
            }
        }

        Interlocked.Add(ref _answers, answers);
        Interlocked.Add(ref _errors, errors);
    }

    private LoadRequest Next(Random random)
    {
        var of = random.Next(100) switch
        {
            < 70 => _gets,
            < 85 => _puts,
            < 95 => _deletes,
            _ => _lists,
        };
        return of[random.Next(of.Length)];
    }

    /// <summary>Status 0: the server closed the connection.</summary>
    private static async Task<(int Status, int Head, int Length)> ExchangeAsync(Socket socket, LoadRequest request, byte[] buffer)
    {
        await socket.SendAsync(request.Bytes);
        var (read, status, head, length) = (0, 0, 0, int.MaxValue);
        while (read < length)
        {
            var got = await socket.ReceiveAsync(buffer.AsMemory(read));
            if (got == 0)
            {
                return default;
            }

            read += got;
            if (head == 0 && buffer.AsSpan(0, read).IndexOf("\r\n\r\n"u8) is > 0 and var end)
            {
                head = end + 4;
                status = int.Parse(buffer.AsSpan(9, 3), NumberStyles.None, CultureInfo.InvariantCulture);
                length = head + ContentLength(buffer.AsSpan(0, head));
            }
        }

        return (status, head, length);
    }

    private static int ContentLength(ReadOnlySpan<byte> head)
    {
        var at = head.IndexOf("Content-Length: "u8);
        return at >= 0 && Utf8Parser.TryParse(head[(at + "Content-Length: ".Length)..], out int length, out _) ? length : 0;
    }

    private static async Task<Socket> ConnectAsync(Uri endpoint)
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync(endpoint.Host, endpoint.Port);
        return socket;
    }

    private static LoadRequest[] Of(IReadOnlyList<LoadRequest> requests, LoadKind kind) => [.. requests.Where(request => request.Kind == kind)];
}

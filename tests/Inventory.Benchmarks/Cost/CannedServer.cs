using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Inventory.Benchmarks.Cost;

/// <summary>
/// A loopback server of fixed answers. A thread for each connection reads and writes a socket, and allocates nothing for a request: what a benchmark
/// allocates is its client's alone.
/// </summary>
internal sealed class CannedServer : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly List<(byte[] Asked, byte[] Answer)> _answers = [];
    private readonly List<string> _recorded = [];
    private volatile bool _isRecording;

    public CannedServer()
    {
        _listener.Start();
        Start(Accept);
    }

    /// <summary>Where the server is.</summary>
    public string Address => string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}");

    /// <summary>Answers requests whose head holds a text; of several answers the one that was given first. Not while requests are sent.</summary>
    /// <param name="asked">The text, such as <c>PUT /</c>.</param>
    /// <param name="head">The status line and headers but for Content-Length, each ended by a line break.</param>
    /// <param name="body">The body; empty for none.</param>
    public void Answer(string asked, string head, string body = "") => _answers.Add((
        Encoding.ASCII.GetBytes(asked),
        Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{head.ReplaceLineEndings("\r\n")}Content-Length: {Encoding.UTF8.GetByteCount(body)}\r\n\r\n{body}"))));

    /// <summary>The requests that are sent meanwhile, character by character.</summary>
    public async Task<IReadOnlyList<string>> RecordAsync(Func<Task> send)
    {
        _recorded.Clear();
        _isRecording = true;
        await send();
        _isRecording = false;
        return [.. _recorded];
    }

    /// <inheritdoc/>
    public void Dispose() => _listener.Dispose();

    private static void Start(Action run) => new Thread(() =>
    {
        try
        {
            run();
        }
        catch (SocketException)
        {
            // The other side is gone, or this server is.
        }
    })
    { IsBackground = true }.Start();

    private void Accept()
    {
        while (true)
        {
            var socket = _listener.AcceptSocket();
            Start(() => Serve(socket));
        }
    }

    private void Serve(Socket socket)
    {
        socket.NoDelay = true;
        var buffer = new byte[65536];
        var length = 0;
        while (socket.Receive(buffer.AsSpan(length)) is > 0 and var read)
        {
            length += read;
            if (!IsWhole(buffer.AsSpan(0, length)))
            {
                continue;
            }

            if (_isRecording)
            {
                _recorded.Add(Encoding.UTF8.GetString(buffer, 0, length));
            }

            Reply(socket, buffer.AsSpan(0, length));
            length = 0;
        }

        socket.Dispose();
    }

    private static bool IsWhole(ReadOnlySpan<byte> request)
    {
        var end = request.IndexOf("\r\n\r\n"u8);
        if (end < 0)
        {
            return false;
        }

        var at = request[..end].IndexOf("Content-Length: "u8);
        var body = 0;
        for (var i = at + "Content-Length: ".Length; at >= 0 && i < end && request[i] != '\r'; i++)
        {
            body = (body * 10) + request[i] - '0';
        }

        return request.Length >= end + 4 + body;
    }

    private void Reply(Socket socket, ReadOnlySpan<byte> request)
    {
        foreach (var (asked, answer) in _answers)
        {
            if (request.IndexOf(asked) >= 0)
            {
                _ = socket.Send(answer);
                return;
            }
        }

        _ = socket.Send("HTTP/1.1 501 Not Implemented\r\nContent-Length: 0\r\n\r\n"u8);
    }
}

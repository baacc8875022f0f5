using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace Inventory.Emulator.Tests.Support;

/// <summary>HTTP over a socket: what is given is what is sent.</summary>
public static class RawHttp
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    public static Task<RawAnswer> SendAsync(Uri endpoint, string method, string target, string? body = null, params (string Name, string Value)[] headers) =>
        SendAsync(endpoint, method, target, body is null ? null : Encoding.UTF8.GetBytes(body), headers);

    public static Task<RawAnswer> SendAsync(Uri endpoint, string method, string target, byte[]? body, params (string Name, string Value)[] headers)
    {
        ArgumentNullException.ThrowIfNull(endpoint);
        var head = new StringBuilder().Append(CultureInfo.InvariantCulture, $"{method} {target} HTTP/1.1\r\n");
        if (!headers.Any(header => header.Name.Equals("host", StringComparison.OrdinalIgnoreCase)))
        {
            head.Append(CultureInfo.InvariantCulture, $"Host: {endpoint.Authority}\r\n");
        }

        foreach (var (name, value) in headers)
        {
            head.Append(CultureInfo.InvariantCulture, $"{name}: {value}\r\n");
        }

        if (body is not null && !headers.Any(header => header.Name is "Transfer-Encoding" or "Content-Length"))
        {
            head.Append(CultureInfo.InvariantCulture, $"Content-Length: {body.Length}\r\n");
        }

        head.Append("Connection: close\r\n\r\n");
        return SendAsync(endpoint, Encoding.UTF8.GetBytes(head.ToString()), body ?? []);
    }

    public static async Task<RawAnswer> SendAsync(Uri endpoint, byte[] head, byte[] body)
    {
        ArgumentNullException.ThrowIfNull(endpoint);
        using var patience = new CancellationTokenSource(Patience);
        using var client = new TcpClient();
        await client.ConnectAsync(endpoint.Host, endpoint.Port, patience.Token);
        var stream = client.GetStream();
        await stream.WriteAsync(head, patience.Token);
        await stream.WriteAsync(body, patience.Token);
        var received = new List<byte>();
        var buffer = new byte[65_536];
        while (!IsComplete(received) && await stream.ReadAsync(buffer, patience.Token) is var read and > 0)
        {
            received.AddRange(buffer[..read]);
        }

        return Parse(received);
    }

    /// <summary>Everything that the server says until it closes the connection, or resets it.</summary>
    /// <param name="endpoint">The server.</param>
    /// <param name="request">What is sent, whole or in part.</param>
    /// <param name="isAll">Whether the client closes its side after that.</param>
    public static async Task<string> SendToEndAsync(Uri endpoint, byte[] request, bool isAll = false)
    {
        ArgumentNullException.ThrowIfNull(endpoint);
        using var patience = new CancellationTokenSource(Patience);
        using var client = new TcpClient();
        await client.ConnectAsync(endpoint.Host, endpoint.Port, patience.Token);
        var stream = client.GetStream();
        await stream.WriteAsync(request, patience.Token);
        if (isAll)
        {
            client.Client.Shutdown(SocketShutdown.Send);
        }

        using var received = new MemoryStream();
        try
        {
            await stream.CopyToAsync(received, patience.Token);
        }
        catch (IOException)
        {
            // Reset: what came before stands.
        }

        return Encoding.Latin1.GetString(received.ToArray());
    }

    private static bool IsComplete(List<byte> received)
    {
        var text = Encoding.Latin1.GetString([.. received]);
        var end = text.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        return end >= 0
            && !text.Contains("Connection: close", StringComparison.OrdinalIgnoreCase)
            && text.Length - end - 4 >= int.Parse(Headers(text[..end]).GetValueOrDefault("Content-Length", "0"), CultureInfo.InvariantCulture);
    }

    private static RawAnswer Parse(List<byte> received)
    {
        var text = Encoding.UTF8.GetString([.. received]);
        var end = text.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        return new(int.Parse(text.AsSpan(9, 3), CultureInfo.InvariantCulture), Headers(text[..end]), text[(end + 4)..]);
    }

    private static Dictionary<string, string> Headers(string head)
    {
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var line in head.Split("\r\n").Skip(1))
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            headers[line[..colon]] = line[(colon + 1)..].Trim();
        }

        return headers;
    }
}

using System.Net;
using System.Net.Sockets;

namespace Inventory.Tests;

/// <summary>Leads every name, also those that no resolver knows, to a port of this machine.</summary>
internal static class Loopback
{
    public static SocketsHttpHandler To(int port) => new()
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        UseProxy = false,
        ConnectCallback = async (_, token) =>
        {
            var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            await socket.ConnectAsync(IPAddress.Loopback, port, token);
            return new NetworkStream(socket, ownsSocket: true);
        },
    };
}

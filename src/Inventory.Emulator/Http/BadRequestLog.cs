using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Inventory.Emulator.Http;

/// <summary>
/// Hears of the requests that the server itself refuses, since nobody can say what they ask for, and says so in a line. What the server quotes of them stays out of it:
/// it may hold anything. Safe for concurrent use.
/// </summary>
internal sealed class BadRequestLog(string wire, Action<string>? log) : ILoggerFactory, ILogger
{
    private const string Category = "Microsoft.AspNetCore.Server.Kestrel.BadRequests";
    private const string ConnectionId = "ConnectionId";

    private readonly ConcurrentDictionary<string, ClientConnection> _connections = new();

    /// <summary>Knows a connection until the end of what is returned.</summary>
    public IDisposable? Listen(string connectionId, ClientConnection connection)
    {
        if (log is null)
        {
            return null;
        }

        _connections[connectionId] = connection;
        return new Heard(_connections, connectionId);
    }

    public ILogger CreateLogger(string categoryName) => log is not null && categoryName == Category ? this : NullLogger.Instance;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (exception is not BadHttpRequestException refusal
            || (state is IEnumerable<KeyValuePair<string, object?>> parts && parts.FirstOrDefault(part => part.Key == ConnectionId).Value is string id
                && _connections.TryGetValue(id, out var connection) && connection.IsRefusalTold))
        {
            return;
        }

        // A version that nobody speaks is answered as any other request line that is not known.
        var status = refusal.StatusCode == StatusCodes.Status505HttpVersionNotsupported ? StatusCodes.Status400BadRequest : refusal.StatusCode;
        log?.Invoke(string.Create(CultureInfo.InvariantCulture, $"{wire} - - {status} (no request that HTTP knows, or not all of one in time)"));
    }

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public void AddProvider(ILoggerProvider provider)
    {
    }

    public void Dispose()
    {
    }

    private sealed class Heard(ConcurrentDictionary<string, ClientConnection> connections, string id) : IDisposable
    {
        public void Dispose() => connections.TryRemove(id, out _);
    }
}

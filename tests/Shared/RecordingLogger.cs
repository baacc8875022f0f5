using Microsoft.Extensions.Logging;

namespace Inventory.Tests;

/// <summary>What was logged: level, event, the text, and each placeholder's value by its name.</summary>
internal sealed record LogEntry(LogLevel Level, EventId Event, string Text, IReadOnlyDictionary<string, object?> Values);

/// <summary>A logger that keeps what it is given, from a level on.</summary>
internal sealed class RecordingLogger(LogLevel least = LogLevel.Trace) : ILogger
{
    private readonly Lock _gate = new();
    private readonly List<LogEntry> _entries = [];

    public IReadOnlyList<LogEntry> Entries
    {
        get
        {
            lock (_gate)
            {
                return [.. _entries];
            }
        }
    }

    /// <summary>The entries, a line each: level, event id and text.</summary>
    public IReadOnlyList<string> Lines => [.. Entries.Select(e => $"{e.Level} {e.Event.Id} {e.Text}")];

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel >= least;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        var values = (state as IEnumerable<KeyValuePair<string, object?>> ?? []).ToDictionary();
        var text = $"{formatter(state, exception)}{exception}";
        SecretWatchAttribute.See("a log line", $"{text} {string.Join(' ', values)}");
        lock (_gate)
        {
            _entries.Add(new(logLevel, eventId, text, values));
        }
    }
}

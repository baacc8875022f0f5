using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Inventory.Tests;

/// <summary>Keeps what a host or container logs, by category.</summary>
internal sealed class RecordingLoggerProvider : ILoggerProvider
{
    private readonly ConcurrentDictionary<string, RecordingLogger> _loggers = new(StringComparer.Ordinal);

    /// <summary>The log of a category.</summary>
    public RecordingLogger this[string category] => _loggers.GetOrAdd(category, _ => new());

    public ILogger CreateLogger(string categoryName) => this[categoryName];

    public void Dispose()
    {
    }
}

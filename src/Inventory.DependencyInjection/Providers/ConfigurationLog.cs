using Microsoft.Extensions.Logging;

namespace Inventory.DependencyInjection;

/// <summary>What is logged under <c>Inventory.DependencyInjection</c>. Event ids are stable.</summary>
/// <param name="logger">Where to; null for nowhere.</param>
internal sealed partial class ConfigurationLog(ILogger? logger)
{
    public void Reloaded(string section)
    {
        if (logger is not null)
        {
            Reloaded(logger, section);
        }
    }

    /// <summary>A reason is one line: no value of the configuration may forge another.</summary>
    public void ChangeRefused(string key, string reason)
    {
        if (logger is not null)
        {
            ChangeRefused(logger, key, reason.ReplaceLineEndings(" "));
        }
    }

    [LoggerMessage(EventId = 1, EventName = "Reloaded", Level = LogLevel.Information, Message = "{Section} has changed, and calls from now on use what it says.")]
    private static partial void Reloaded(ILogger logger, string section);

    [LoggerMessage(EventId = 2, EventName = "ChangeRefused", Level = LogLevel.Error, Message = "{Key} has changed, and the change is not used: {Reason}")]
    private static partial void ChangeRefused(ILogger logger, string key, string reason);
}

using Microsoft.Extensions.Logging;

namespace Inventory.DependencyInjection;

/// <summary>What is logged under <c>Inventory.DependencyInjection</c>. Event ids are stable.</summary>
internal static partial class DependencyInjectionLog
{
    [LoggerMessage(EventId = 1, EventName = "Reloaded", Level = LogLevel.Information, Message = "{Section} has changed, and calls from now on use what it says.")]
    public static partial void Reloaded(ILogger logger, string section);

    [LoggerMessage(EventId = 2, EventName = "ChangeRefused", Level = LogLevel.Error, Message = "{Key} has changed, and the change is not used: {Reason}")]
    public static partial void ChangeRefused(ILogger logger, string key, string reason);
}

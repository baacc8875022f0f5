using Microsoft.Extensions.Logging;

namespace Inventory.DependencyInjection;

/// <summary>What is logged under <c>Inventory.DependencyInjection</c>. Event ids are stable.</summary>
internal sealed partial class ConfigurationLog(ILogger logger)
{
    [LoggerMessage(EventId = 1, EventName = "Reloaded", Level = LogLevel.Information, Message = "{Section} has changed, and calls from now on use what it says.")]
    public partial void Reloaded(string section);

    /// <summary>A reason is one line: no value of the configuration may forge another.</summary>
    public void ChangeRefused(string key, string reason) => Refused(key, reason.ReplaceLineEndings(" "));

    [LoggerMessage(EventId = 2, EventName = "ChangeRefused", Level = LogLevel.Error, Message = "{Key} has changed, and the change is not used: {Reason}")]
    private partial void Refused(string key, string reason);
}

using Microsoft.Extensions.Logging;

namespace Inventory.Http;

/// <summary>Everything that is logged, with its event id. Ids and placeholders are stable: people filter by them.</summary>
internal static partial class TransportLog
{
    /// <summary>A rule was changed on the way. A warning: what is stored is not what was asked for.</summary>
    [LoggerMessage(EventId = 5, EventName = "AcceptedChange", Level = LogLevel.Warning, Message = "{Provider}: {Path} of an inventory rule. {Reason}")]
    public static partial void AcceptedChange(ILogger logger, string provider, string path, string reason);
}

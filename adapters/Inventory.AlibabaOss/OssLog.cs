using Microsoft.Extensions.Logging;

namespace Inventory.AlibabaOss;

/// <summary>What the adapter logs beside the transport, under the name of <see cref="OssInventoryService"/>. Event ids are stable.</summary>
internal static partial class OssLog
{
    [LoggerMessage(EventId = 101, EventName = nameof(NoDestinationAccess), Level = LogLevel.Warning,
        Message = "The options of {Name} lack DestinationRoleArn or DestinationAccountId: every put of a rule that does not name its own will be refused.")]
    public static partial void NoDestinationAccess(ILogger logger, string name);
}

using Microsoft.Extensions.Logging;

namespace Inventory.Http;

/// <summary>
/// Every line that is logged, with its event id. Ids, names and placeholders are stable: people filter by them. One line ends each call
/// (<c>Answered</c>, <c>Written</c>, <c>Failed</c> or <c>Cancelled</c>), and one stands for each attempt that failed before it.
/// <c>ClockCorrected</c> may stand before one of those.
/// </summary>
internal static partial class TransportLog
{
    /// <summary>An answer that changed nothing: a read, or a refusal that operations are made of.</summary>
    [LoggerMessage(EventId = 1, EventName = nameof(Answered), Level = LogLevel.Debug,
        Message = "{Provider} answered {Status} to {Method} of inventory rule {RuleId} of bucket {Bucket} (attempts: {Attempts}, ms: {ElapsedMs}, request id: {RequestId}).")]
    public static partial void Answered(
        ILogger logger, string provider, int status, string method, string ruleId, string bucket, int attempts, long elapsedMs, string? requestId);

    /// <summary>A put or a delete that succeeded.</summary>
    [LoggerMessage(EventId = 2, EventName = nameof(Written), Level = LogLevel.Information,
        Message = "{Provider} answered {Status} to {Method} of inventory rule {RuleId} of bucket {Bucket} (attempts: {Attempts}, ms: {ElapsedMs}, request id: {RequestId}).")]
    public static partial void Written(
        ILogger logger, string provider, int status, string method, string ruleId, string bucket, int attempts, long elapsedMs, string? requestId);

    /// <summary>An attempt that failed and will be made again.</summary>
    [LoggerMessage(EventId = 3, EventName = nameof(Retrying), Level = LogLevel.Warning,
        Message = "{Provider}: attempt {Attempt} of {MaxAttempts} at {Method} of inventory rule {RuleId} of bucket {Bucket} failed. The next one is in {DelayMs} ms. Reason: {Reason}")]
    public static partial void Retrying(
        ILogger logger, string provider, int attempt, int maxAttempts, string method, string ruleId, string bucket, long delayMs, string reason);

    /// <summary>A call that failed. A warning and not an error, and without the exception: that goes to the caller, who knows what it means and logs it.</summary>
    [LoggerMessage(EventId = 4, EventName = nameof(Failed), Level = LogLevel.Warning,
        Message = "{Provider}: {Method} of inventory rule {RuleId} of bucket {Bucket} failed with {Kind} (status: {Status}, attempts: {Attempts}, ms: {ElapsedMs}, request id: {RequestId}). Reason: {Reason}")]
    public static partial void Failed(
        ILogger logger, string provider, string method, string ruleId, string bucket, InventoryErrorKind kind, int? status, int attempts, long elapsedMs, string? requestId, string reason);

    /// <summary>A rule that was changed on the way: what is stored is not what was asked for.</summary>
    [LoggerMessage(EventId = 5, EventName = nameof(AcceptedChange), Level = LogLevel.Warning,
        Message = "{Provider}: {Path} of inventory rule {RuleId} of bucket {Bucket}: {Reason}")]
    public static partial void AcceptedChange(ILogger logger, string provider, string path, string ruleId, string bucket, string reason);

    /// <summary>A call that was cancelled: by its caller, or since a replacement's time was up. A write may have been done all the same.</summary>
    [LoggerMessage(EventId = 6, EventName = nameof(Cancelled), Level = LogLevel.Debug,
        Message = "{Provider}: {Method} of inventory rule {RuleId} of bucket {Bucket} was cancelled (attempts: {Attempts}, ms: {ElapsedMs}).")]
    public static partial void Cancelled(ILogger logger, string provider, string method, string ruleId, string bucket, int attempts, long elapsedMs);

    /// <summary>A clock that turned out to be off. Once for each difference, and beside the attempt that showed it.</summary>
    [LoggerMessage(EventId = 7, EventName = nameof(ClockCorrected), Level = LogLevel.Warning,
        Message = "{Provider}: this machine's clock is off, as the answer to {Method} of inventory rule {RuleId} of bucket {Bucket} shows. From now on {OffsetMs} ms are added to it for signatures. Set it.")]
    public static partial void ClockCorrected(ILogger logger, string provider, string method, string ruleId, string bucket, long offsetMs);

    public static void AcceptedChange(ILogger logger, AcceptedChange change) => AcceptedChange(
        logger, change.Violation.Provider, change.Violation.Path, LogText.Of(change.RuleId), LogText.Of(change.Bucket), LogText.Of(change.Violation.Reason));
}

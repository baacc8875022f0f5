using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Inventory.Consumer;

/// <summary>An application's service: it sees to it, when it starts, that a bucket has its inventory rule. It knows no cloud.</summary>
public sealed partial class InventoryKeeper(IInventoryService inventory, InventoryRule rule, IOptions<KeeperOptions> options, ILogger<InventoryKeeper> logger)
    : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        try
        {
            var result = await inventory.PutAsync(options.Value.Bucket, rule, cancellationToken: cancellationToken);
            Kept(rule.Id, options.Value.Bucket, result.Outcome);
        }
        catch (InventoryException e) when (e.IsTransient)
        {
            // The application is of use without: it tries again at its next start.
            NotNow(rule.Id, options.Value.Bucket, e.Message);
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    [LoggerMessage(Level = LogLevel.Information, Message = "Rule {Rule} of bucket {Bucket}: {Outcome}.")]
    private partial void Kept(string rule, string bucket, PutOutcome outcome);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Rule {Rule} of bucket {Bucket} was not put: {Reason}")]
    private partial void NotNow(string rule, string bucket, string reason);
}

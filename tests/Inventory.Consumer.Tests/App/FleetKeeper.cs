using Inventory.AlibabaOss;
using Inventory.BaiduBos;
using Inventory.Documents;
using Inventory.Planning;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Inventory.Consumer;

/// <summary>An application's service: it sees to it, when it starts, that every bucket of its fleet file has its rules.</summary>
public sealed partial class FleetKeeper(IServiceProvider services, IOptions<FleetKeeperOptions> options, ILogger<FleetKeeper> logger) : IHostedService
{
    private static readonly IExtensionDocument[] Extensions = [new OssExtensionDocument(), new OssAccessDocument(), new BosExtensionDocument()];

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        var desired = new DesiredStateReader(Extensions).Read(await File.ReadAllTextAsync(options.Value.File, cancellationToken), options.Value.File);
        var live = await new FleetReader(Account).ReadAsync(desired, cancellationToken: cancellationToken);
        var plan = new Planner(Account, Extensions).Create(desired, live);
        var applier = new FleetApplier(Account, new ApplyJournal(options.Value.Journal, Extensions));
        var result = await applier.ApplyAsync(plan, cancellationToken: cancellationToken);
        Applied(result.Counts.Done, result.Counts.Refused);
        foreach (var failure in result.Failures)
        {
            Failed(failure.Account, failure.Bucket, failure.Reason);
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private IInventoryService Account(string name) => services.GetRequiredKeyedService<IInventoryService>(name);

    [LoggerMessage(Level = LogLevel.Information, Message = "{Done} rules were written, {Refused} are refused.")]
    private partial void Applied(int done, int refused);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Account}/{Bucket}: {Reason}")]
    private partial void Failed(string account, string bucket, string reason);
}

using System.Globalization;
using Inventory.Planning;

namespace Inventory.Cli;

/// <summary>What a command on a fleet works with: the accounts' services, their limits, and where progress is told. Safe for use by several threads at once.</summary>
internal sealed class FleetSession : IDisposable
{
    private readonly TextWriter _error;
    private readonly AccountServices _accounts;

    private FleetSession(FleetSettings settings, AccountServices accounts, TextWriter error)
    {
        (Settings, _accounts, _error) = (settings, accounts, error);
        Limits = settings.Rate is { } rate ? new(rate) : null;
    }

    /// <summary>What the command line says.</summary>
    public FleetSettings Settings { get; }

    /// <summary>The limit of calls to each account, for reading and writing together; null for none.</summary>
    public AccountLimits? Limits { get; }

    /// <summary>Makes the services of the accounts that a command uses. Nothing is sent.</summary>
    /// <param name="settings">What the command line says.</param>
    /// <param name="accounts">The names of the accounts.</param>
    /// <param name="error">Where progress is told.</param>
    /// <exception cref="InventoryException">Of kind <see cref="InventoryErrorKind.InvalidConfiguration"/>: everything that is wrong with any of the accounts.</exception>
    public static FleetSession Open(FleetSettings settings, IEnumerable<string> accounts, TextWriter error)
    {
        var services = new AccountServices(settings);
        try
        {
            services.Check(accounts);
            return new(settings, services, error);
        }
        catch
        {
            services.Dispose();
            throw;
        }
    }

    /// <summary>The service of an account.</summary>
    public IInventoryService Service(string account) => _accounts.Of(account);

    /// <summary>Begins to tell progress.</summary>
    /// <param name="title">What is done: <c>Reading rules</c>.</param>
    public FleetProgress StartProgress(string title) => FleetProgress.Start(_error, title);

    /// <summary>Reads the live rules of every bucket of a fleet, and tells how far it is.</summary>
    public async Task<LiveState> ReadAsync(DesiredState desired, CancellationToken cancellationToken)
    {
        await using var progress = StartProgress("Reading rules");
        var reader = new FleetReader(Service, new() { Concurrency = Settings.Concurrency, Limits = Limits });
        return await reader.ReadAsync(desired, new Told(progress), cancellationToken);
    }

    /// <summary>Reads the live rules of every bucket of a fleet, and plans what makes them as desired.</summary>
    /// <param name="desired">The fleet.</param>
    /// <param name="prune">Whether rules that it does not name are to go.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public async Task<Plan> PlanAsync(DesiredState desired, bool prune, CancellationToken cancellationToken) =>
        new Planner(Service, RuleFormats.Extensions).Create(desired, await ReadAsync(desired, cancellationToken), new() { Prune = prune });

    /// <summary>Makes the changes of a plan, and tells how far it is.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="title">What is done: <c>Writing rules</c>.</param>
    /// <param name="journal">Where replacements that are a delete and a put are noted.</param>
    /// <param name="planHash">The hash that was reviewed; null for whatever the plan is.</param>
    /// <param name="force">Whether a drastic plan is applied.</param>
    /// <param name="cancellationToken">Stops it before the next write.</param>
    /// <exception cref="InventoryException">The plan is not applied, or the journal cannot be used: nothing was sent.</exception>
    public async Task<ApplyResult> ApplyAsync(Plan plan, string title, ApplyJournal journal, string? planHash, bool force, CancellationToken cancellationToken)
    {
        await using var progress = StartProgress(title);
        var options = new FleetApplyOptions { Concurrency = Settings.Concurrency, Limits = Limits, Force = force, PlanHash = planHash };
        return await new FleetApplier(Service, journal, options).ApplyAsync(plan, new Written(progress), cancellationToken);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Limits?.Dispose();
        _accounts.Dispose();
    }

    /// <summary>Tells at once: the usual progress tells when it comes to it, which may be after the end.</summary>
    private sealed class Told(FleetProgress progress) : IProgress<FleetReadProgress>
    {
        public void Report(FleetReadProgress value)
        {
            var (bucket, done, total) = value;
            if (bucket.Failure is { } failure)
            {
                progress.Report(failure, done, total);
            }
            else
            {
                progress.Report(
                    bucket.Account, bucket.Bucket, bucket.Rules.Count == 1 ? "1 rule" : string.Create(CultureInfo.InvariantCulture, $"{bucket.Rules.Count} rules"), done, total);
            }
        }
    }

    private sealed class Written(FleetProgress progress) : IProgress<ApplyProgress>
    {
        public void Report(ApplyProgress value)
        {
            var (bucket, done, total) = value;
            if (bucket.Failure is { } failure)
            {
                progress.Report(failure, done, total);
            }
            else
            {
                progress.Report(bucket.Account, bucket.Bucket, FleetWords.Done(bucket), done, total);
            }
        }
    }
}

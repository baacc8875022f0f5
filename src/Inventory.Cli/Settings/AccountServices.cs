using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Inventory.Cli;

/// <summary>The services of accounts, as file, environment and flags configure them.</summary>
/// <remarks>
/// Section <c>Inventory:ACCOUNT</c> configures an account, and sections of others are not looked at. A service is made when it is first asked for, once for
/// an account, whose name has no regard to case. Safe for use by several threads at once. Disposing ends the services.
/// </remarks>
internal sealed class AccountServices : IDisposable
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, (ServiceProvider? Container, IInventoryService? Service, InventoryException? Problem)> _made = new(StringComparer.OrdinalIgnoreCase);
    private readonly FleetSettings _settings;
    private readonly IConfigurationSection _stated;

    /// <summary>Reads the file and the environment.</summary>
    /// <exception cref="InventoryException">
    /// Of kind <see cref="InventoryErrorKind.InvalidConfiguration"/>: a file that was named is not there, or it cannot be read.
    /// </exception>
    public AccountServices(FleetSettings settings)
    {
        _settings = settings;
        _stated = ConfigurationSources.Read(settings.ConfigFile).GetSection(InventoryServiceCollectionExtensions.DefaultSection);
    }

    /// <summary>Makes the services of all accounts that a command uses, so that whatever is wrong is said before anything is sent.</summary>
    /// <exception cref="InvalidConfigurationException">Everything that is wrong with any of them, and flags for accounts that are not among them.</exception>
    public void Check(IEnumerable<string> accounts)
    {
        List<string> used = [.. accounts.Distinct(StringComparer.OrdinalIgnoreCase)];
        List<string> problems = [];
        foreach (var other in _settings.Flags.Select(f => f.Account).Except(used, StringComparer.OrdinalIgnoreCase))
        {
            problems.Add($"--set: no bucket of an account '{ShownText.Of(other)}' is named. Accounts with buckets: {string.Join(", ", used.Select(a => ShownText.Of(a)))}.");
        }

        foreach (var account in used)
        {
            try
            {
                _ = Of(account);
            }
            catch (InventoryException e)
            {
                problems.AddRange(e is InvalidConfigurationException invalid ? invalid.Problems : [e.Message]);
            }
        }

        if (problems.Count > 0)
        {
            throw new InvalidConfigurationException("The accounts cannot be used as they are configured", problems);
        }
    }

    /// <summary>The service of an account. Messages, log lines and spans call it as the account is called.</summary>
    /// <exception cref="InventoryException">Of kind <see cref="InventoryErrorKind.InvalidConfiguration"/>: it is configured nowhere, or not so that it can be used.</exception>
    public IInventoryService Of(string account)
    {
        lock (_lock)
        {
            if (!_made.TryGetValue(account, out var made))
            {
                _made[account] = made = Make(account);
            }

            return made.Service ?? throw made.Problem!;
        }
    }

    /// <summary>The cloud of an account: the one that its section names, or else the one that is called as it is.</summary>
    /// <exception cref="InventoryException">Of kind <see cref="InventoryErrorKind.InvalidConfiguration"/>: nothing says which.</exception>
    public Cloud CloudOf(string account)
    {
        if (account.Contains(ConfigurationPath.KeyDelimiter, StringComparison.Ordinal))
        {
            throw Problem($"Account '{ShownText.Of(account)}': its name has a colon, which parts the keys of a configuration, so that no section can be called so. Give it another name.");
        }

        var path = $"{_stated.Path}:{ShownText.Of(account)}";
        var key = $"{path}:{CloudSettings.ProviderKey}";
        var flag = _settings.Flags.LastOrDefault(f => IsOf(f.Account, account) && CloudSettings.IsProviderKey(f.Setting.Key)).Setting.Value;
        if ((flag ?? _stated.GetSection(account)[CloudSettings.ProviderKey]) is { } stated)
        {
            return CloudDirectory.Find(stated)
                ?? throw Problem($"{key}: there is no provider '{ShownText.Of(stated)}'. What there is: {string.Join(", ", CloudDirectory.All)}.");
        }

        return CloudDirectory.Find(account) ?? throw Problem(
            _stated.GetSection(account).Exists() || _settings.Flags.Any(f => IsOf(f.Account, account))
                ? $"{key}: it is missing, and no cloud is called '{ShownText.Of(account)}'. Name the account's cloud: {string.Join(", ", CloudDirectory.All)}."
                : $"{path}: there is no such section, and no cloud is called '{ShownText.Of(account)}'. Configure the account there, with {CloudSettings.ProviderKey} for its cloud: "
                    + $"{string.Join(", ", CloudDirectory.All)}.");
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        lock (_lock)
        {
            foreach (var (container, _, _) in _made.Values)
            {
                container?.Dispose();
            }

            _made.Clear();
        }
    }

    private static bool IsOf(string account, string other) => account.Equals(other, StringComparison.OrdinalIgnoreCase);

    private static InvalidConfigurationException Problem(string problem) => new("The account cannot be used as it is configured", [problem]);

    private (ServiceProvider? Container, IInventoryService? Service, InventoryException? Problem) Make(string account)
    {
        ServiceProvider? container = null;
        try
        {
            var cloud = CloudOf(account);
            var flags = _settings.Flags.Where(f => IsOf(f.Account, account)).Select(f => f.Setting);
            container = CloudSettings.Of(cloud, account, _stated, _settings.Emulators.GetValueOrDefault(cloud), flags).CreateServices();
            return (container, container.GetRequiredService<IInventoryService>(), null);
        }
        catch (InventoryException e)
        {
            container?.Dispose();
            return (null, null, e);
        }
    }
}

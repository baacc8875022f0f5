using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;

namespace Inventory.DependencyInjection;

/// <summary>The services of a container's providers, each made when it is first needed, and made anew when its section changes.</summary>
internal sealed class Providers : IDisposable
{
    private readonly Lock _lock = new();
    private readonly Dictionary<Provider, RunningProvider> _running = [];
    private readonly HashSet<Provider> _beingMade = [];
    private readonly ProviderSet _set;
    private readonly InventorySection _section;
    private readonly IServiceProvider _services;
    private readonly ILogger? _log;
    private readonly string? _chosen;
    private readonly IDisposable? _watch;
    private SectionValues _lastSeen;
    private bool _isDisposed;

    public Providers(ProviderSet set, InventorySection section, IOptions<InventoryOptions> options, IServiceProvider services)
    {
        _set = set;
        _section = section;
        _services = services;
        _log = services.GetService<ILoggerFactory>()?.CreateLogger("Inventory.DependencyInjection");
        _chosen = options.Value.Provider;
        _lastSeen = section.Read();
        _watch = section.Configuration is { } configuration ? ChangeToken.OnChange(configuration.GetReloadToken, Reload) : null;
    }

    /// <summary>The service that the configuration chooses.</summary>
    /// <exception cref="InvalidConfigurationException">Everything that is wrong.</exception>
    public IInventoryService Default
    {
        get
        {
            // The host resolves what it runs before it validates: the first to come checks everything.
            List<string> problems = [];
            var chosen = Choose(problems);
            if (chosen is null || !IsMade(chosen))
            {
                Check(chosen, problems);
            }

            return Make(chosen!);
        }
    }

    /// <summary>The service of a name, without regard to case.</summary>
    /// <exception cref="InvalidConfigurationException">There is none, or it cannot be made.</exception>
    public IInventoryService Get(string? name)
    {
        var provider = name is null ? null : _set.Find(name);
        ConfigurationProblems.ThrowIfAny(provider is null ? [$"No provider is called '{name}'. {_set.Names}"] : Problems());
        return Make(provider!);
    }

    /// <summary>Makes every service that is used, and names everything that is wrong in one message.</summary>
    /// <exception cref="InvalidConfigurationException">Everything that is wrong.</exception>
    public void CheckAtStart()
    {
        List<string> problems = [];
        Check(_set.IsDefaultReplaced ? null : Choose(problems, isStart: true), problems);
    }

    public void Dispose()
    {
        _watch?.Dispose();
        lock (_lock)
        {
            _isDisposed = true;
            foreach (var running in _running.Values)
            {
                running.Dispose();
            }

            _running.Clear();
        }
    }

    private void Check(Provider? chosen, List<string> problems)
    {
        problems.AddRange(Problems());
        foreach (var provider in _set.All.Where(p => p == chosen || p.IsRequired).Where(p => !_section.Problems(p).Any()))
        {
            try
            {
                _ = Make(provider);
            }
            catch (InvalidConfigurationException e)
            {
                problems.AddRange(e.Problems);
            }
        }

        ConfigurationProblems.ThrowIfAny(problems);
    }

    private IEnumerable<string> Problems() => [.. _section.Problems(_set), .. _set.All.SelectMany(_section.Problems)];

    private Provider? Choose(List<string> problems, bool isStart = false)
    {
        var key = _section.PathOf(nameof(InventoryOptions.Provider));
        if (string.IsNullOrEmpty(_chosen))
        {
            if (_set.All.Count != 1 && !(isStart && _set.All.Any(p => p.IsRequired)))
            {
                problems.Add($"{key}: it is missing{(_section.Exists ? "" : $", as is the whole section '{_section.Path}'")}. Name the provider to use. {_set.Names}");
            }

            return _set.All.Count == 1 ? _set.All[0] : null;
        }

        var chosen = _set.Find(_chosen);
        if (chosen is null)
        {
            problems.Add($"{key}: no provider is called '{_chosen}'. {_set.Names}");
        }

        return chosen;
    }

    private bool IsMade(Provider provider)
    {
        lock (_lock)
        {
            return _running.ContainsKey(provider);
        }
    }

    private ReloadableInventoryService Make(Provider provider)
    {
        lock (_lock)
        {
            ObjectDisposedException.ThrowIf(_isDisposed, typeof(IServiceProvider));
            if (_running.TryGetValue(provider, out var running))
            {
                return running.Service;
            }

            // The lock lets the thread that holds it in again.
            if (!_beingMade.Add(provider))
            {
                ConfigurationProblems.ThrowIfAny([$"{_section.PathOf(provider.Name)}: what its service is made of asks for that service. Break the circle."]);
            }

            try
            {
                return (_running[provider] = new(provider, _section, _services, _log)).Service;
            }
            finally
            {
                _ = _beingMade.Remove(provider);
            }
        }
    }

    /// <summary>Runs where the configuration is read anew, on a thread of its own: nothing may be thrown there.</summary>
    private void Reload()
    {
        lock (_lock)
        {
            var now = _section.Read();
            if (_isDisposed || now.SaysTheSame(_lastSeen, ""))
            {
                return;
            }

            if (!now.SaysTheSame(_lastSeen, nameof(InventoryOptions.Provider)) && _log is not null)
            {
                DependencyInjectionLog.ChangeRefused(_log, _section.PathOf(nameof(InventoryOptions.Provider)),
                    "the services that run keep the provider that they were given. Restart the application to change it.");
            }

            foreach (var (_, running) in _running.Where(r => !now.SaysTheSame(_lastSeen, r.Key.Name)))
            {
                running.Reload(now);
            }

            _lastSeen = now;
        }
    }
}

using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;

namespace Inventory.DependencyInjection;

/// <summary>The services of a container's providers, each made when it is first needed, and made anew when its section changes.</summary>
internal sealed class Providers : IDisposable
{
    private readonly Lock _lock = new();
    private readonly Dictionary<Provider, Running> _running = [];
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
    /// <exception cref="InventoryException">Of kind <see cref="InventoryErrorKind.InvalidConfiguration"/>: everything that is wrong.</exception>
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
    /// <exception cref="InventoryException">Of kind <see cref="InventoryErrorKind.InvalidConfiguration"/>: there is none, or it cannot be made.</exception>
    public IInventoryService Get(string? name)
    {
        var provider = name is null ? null : _set.Find(name);
        List<string> problems = provider is null ? [$"No provider is called '{name}'. {_set.Names}"] : [.. Problems()];
        ThrowIf(problems);
        return Make(provider!);
    }

    /// <summary>Makes every service that is used, and names everything that is wrong in one message.</summary>
    /// <exception cref="InventoryException">Of kind <see cref="InventoryErrorKind.InvalidConfiguration"/>.</exception>
    public void CheckAtStart()
    {
        List<string> problems = [];
        Check(_set.IsDefaultReplaced ? null : Choose(problems), problems);
    }

    public void Dispose()
    {
        _watch?.Dispose();
        lock (_lock)
        {
            _isDisposed = true;
            foreach (var running in _running.Values)
            {
                running.Service.Dispose();
            }

            _running.Clear();
        }
    }

    private static void ThrowIf(List<string> problems)
    {
        if (problems.Count > 0)
        {
            throw new InventoryException(InventoryErrorKind.InvalidConfiguration,
                $"The inventory cannot be used as it is configured:{string.Concat(problems.Select(p => $"\n  {p.ReplaceLineEndings("\n  ")}"))}");
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
            catch (InventoryException e)
            {
                problems.Add(e.Message);
            }
        }

        ThrowIf(problems);
    }

    private IEnumerable<string> Problems() => [.. _section.Problems(_set), .. _set.All.SelectMany(_section.Problems)];

    private Provider? Choose(List<string> problems)
    {
        var key = _section.PathOf(nameof(InventoryOptions.Provider));
        if (string.IsNullOrEmpty(_chosen))
        {
            if (_set.All.Count != 1)
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
            if (!_running.TryGetValue(provider, out var running))
            {
                var values = _section.Read();
                _running[provider] = running = new(new(provider.Create(_services, _section)), values);
            }

            return running.Service;
        }
    }

    /// <summary>Runs where the configuration is read anew, on a thread of its own: nothing may be thrown there.</summary>
    private void Reload()
    {
        lock (_lock)
        {
            var now = _section.Read();
            if (_isDisposed || now.Equals(_lastSeen, ""))
            {
                return;
            }

            if (!now.Equals(_lastSeen, nameof(InventoryOptions.Provider)) && _log is not null)
            {
                DependencyInjectionLog.ChangeRefused(_log, _section.PathOf(nameof(InventoryOptions.Provider)),
                    "the services that run keep the provider that they were given. Restart the application to change it.");
            }

            foreach (var (provider, running) in _running.Where(r => !now.Equals(_lastSeen, r.Key.Name)).ToList())
            {
                Reload(provider, running, now);
            }

            _lastSeen = now;
        }
    }

    private void Reload(Provider provider, Running running, SectionValues now)
    {
        var path = _section.PathOf(provider.Name);
        if (provider.FixedKeys.FirstOrDefault(key => !now.Equals(running.Values, $"{provider.Name}:{key}")) is { } fixedKey)
        {
            Refuse($"{path}:{fixedKey}", "it says where the rules are, and those that were put stay where it said before. Restart the application to change it.");
            return;
        }

        try
        {
            var problems = _section.Problems(provider).ToList();
            ThrowIf(problems);
            running.Service.Replace(provider.Create(_services, _section));
            _running[provider] = running with { Values = now };
            if (_log is not null)
            {
                DependencyInjectionLog.Reloaded(_log, path);
            }
        }
        catch (Exception e)
        {
            Refuse(path, e.Message);
        }

        void Refuse(string key, string reason)
        {
            if (_log is not null)
            {
                DependencyInjectionLog.ChangeRefused(_log, key, reason);
            }
        }
    }

    /// <summary>A service that is in use, and what the configuration said when it was made.</summary>
    private sealed record Running(ReloadableInventoryService Service, SectionValues Values);
}

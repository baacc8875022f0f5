using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;

namespace Inventory.DependencyInjection;

/// <summary>The services of a container's providers, each made when it is first needed, and made anew when its section changes.</summary>
internal sealed class Providers : IDisposable
{
    private readonly Lock _reloading = new();
    private readonly ProviderSet _set;
    private readonly InventorySection _section;
    private readonly IServiceProvider _services;
    private readonly ConfigurationLog _log;
    private readonly ProviderSlot[] _slots;
    private readonly string? _chosen;
    private readonly IDisposable? _watch;
    private SectionValues _lastSeen;

    public Providers(ProviderSet set, InventorySection section, IOptions<InventoryOptions> options, IServiceProvider services)
    {
        _set = set;
        _section = section;
        _services = services;
        _log = new(services.GetService<ILoggerFactory>()?.CreateLogger("Inventory.DependencyInjection") ?? NullLogger.Instance);
        _slots = [.. set.All.Select(p => new ProviderSlot(p, section, services, _log))];
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
            if (chosen is not { IsRunning: true })
            {
                Check(chosen, problems);
            }

            return chosen!.Service;
        }
    }

    /// <summary>The service of a name, without regard to case.</summary>
    /// <exception cref="InvalidConfigurationException">There is none, or it cannot be made.</exception>
    public IInventoryService Get(string? name)
    {
        var slot = name is null ? null : Find(name);
        if (slot is not { IsRunning: true })
        {
            ConfigurationProblems.ThrowIfAny(slot is null
                ? [$"No provider is called {Quoted.Of(name ?? "")}. {_set.Names}"]
                : [.. _section.Problems(_set), .. _set.All.SelectMany(_section.Problems)]);
        }

        return slot!.Service;
    }

    /// <summary>Makes every service that is used, and names everything that is wrong in one message.</summary>
    /// <exception cref="InvalidConfigurationException">Everything that is wrong.</exception>
    public void CheckAtStart()
    {
        List<string> problems = [];
        var isReplaced = _set.IsDefaultReplaced;
        Check(isReplaced ? null : Choose(problems, isStart: true), problems);
        if (isReplaced)
        {
            // By a decorator, which asks for the chosen one, or by a service of the application's own, which does not.
            using var scope = _services.CreateScope();
            _ = scope.ServiceProvider.GetService<IInventoryService>();
        }
    }

    public void Dispose()
    {
        _watch?.Dispose();
        Array.ForEach(_slots, slot => slot.Dispose());
    }

    private void Check(ProviderSlot? chosen, List<string> problems)
    {
        problems.AddRange(_section.Problems(_set));
        var ofSections = _slots.ToDictionary(s => s, s => _section.Problems(s.Provider).ToList());
        problems.AddRange(_slots.SelectMany(s => ofSections[s]));
        foreach (var slot in _slots.Where(s => (s == chosen || s.Provider.IsRequired) && ofSections[s].Count == 0))
        {
            try
            {
                _ = slot.Service;
            }
            catch (InvalidConfigurationException e)
            {
                problems.AddRange(e.Problems);
            }
        }

        ConfigurationProblems.ThrowIfAny(problems);
    }

    private ProviderSlot? Find(string name) => _set.Find(name) is { } provider ? Array.Find(_slots, s => s.Provider == provider) : null;

    private ProviderSlot? Choose(List<string> problems, bool isStart = false)
    {
        var key = _section.PathOf(nameof(InventoryOptions.Provider));
        if (string.IsNullOrEmpty(_chosen))
        {
            // An application that asks by keys alone has those required, and need not choose one.
            if (_slots.Length != 1 && !(isStart && _set.All.Any(p => p.IsRequired)))
            {
                problems.Add($"{key}: it is missing{(_section.Exists ? "" : $", as is the whole section '{_section.Path}'")}. Name the provider to use. {_set.Names}");
            }

            return _slots.Length == 1 ? _slots[0] : null;
        }

        var chosen = Find(_chosen);
        if (chosen is null)
        {
            problems.Add($"{key}: no provider is called {Quoted.Of(_chosen)}. {_set.Names}");
        }

        return chosen;
    }

    /// <summary>Runs where the configuration is read anew, on a thread of its own: nothing may be thrown there.</summary>
    private void Reload()
    {
        lock (_reloading)
        {
            var now = _section.Read();
            if (now.SaysTheSame(_lastSeen, ""))
            {
                return;
            }

            if (!now.SaysTheSame(_lastSeen, nameof(InventoryOptions.Provider)))
            {
                _log.ChangeRefused(_section.PathOf(nameof(InventoryOptions.Provider)),
                    "the services that run keep the provider that they were given. Restart the application to change it.");
            }

            if (string.Join(' ', [.. _section.Problems(_set), .. _slots.Where(s => !s.IsRunning).SelectMany(s => _section.Problems(s.Provider))]) is { Length: > 0 } problems)
            {
                _log.ChangeRefused(_section.Path, problems);
            }

            foreach (var slot in _slots.Where(s => !now.SaysTheSame(_lastSeen, s.Provider.Name)))
            {
                slot.Reload(now);
            }

            _lastSeen = now;
        }
    }
}

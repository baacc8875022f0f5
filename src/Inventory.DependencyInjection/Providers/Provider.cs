using System.Reflection;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Inventory.DependencyInjection;

/// <summary>A provider that was added: its name, and how its service is made.</summary>
internal abstract class Provider(string name, IReadOnlyList<string> fixedKeys)
{
    public string Name { get; } = name;

    /// <summary>Keys of the section that may not change while the application runs.</summary>
    public IReadOnlyList<string> FixedKeys { get; } = fixedKeys;

    /// <summary>Whether the start fails where it cannot be used, though it is not the chosen one.</summary>
    public bool IsRequired { get; set; }

    /// <summary>What the application hands the adapter.</summary>
    public HashSet<Type> Handed { get; } = [];

    public abstract Type OptionsType { get; }

    /// <summary>Makes a service of the options as they are now.</summary>
    /// <exception cref="InvalidConfigurationException">Something in the options prevents it: each problem begins with its path.</exception>
    public IInventoryService Create(IServiceProvider services, InventorySection section)
    {
        try
        {
            var service = Make(services);
            return section.ProviderOf(this) is { } stated && !stated.Equals(service.Capabilities.Provider, StringComparison.OrdinalIgnoreCase) ? throw Mismatch(service, stated) : service;
        }
        catch (Exception e)
        {
            var path = section.PathOf(Name);
            IEnumerable<string> problems = e switch
            {
                InvalidConfigurationException options => options.Problems.Select(p => $"{path}:{p}"),
                OptionsValidationException options => options.Failures.Select(f => $"{path}: {f}"),
                TargetInvocationException { InnerException: { } cause } => [$"{path}: {cause.Message}"],
                _ => [$"{path}: {e.Message}"],
            };
            throw Refused(problems, e);
        }
    }

    /// <summary>The error of a provider that cannot be used.</summary>
    /// <param name="problems">What prevents it, each with its path.</param>
    /// <param name="cause">What was thrown, if anything was.</param>
    public InvalidConfigurationException Refused(IEnumerable<string> problems, Exception? cause = null) =>
        new($"The provider '{Name}' cannot be used as it is configured", problems, cause) { Provider = Name };

    private static InvalidConfigurationException Mismatch(IInventoryService service, string stated)
    {
        var actual = service.Capabilities.Provider;
        (service as IDisposable)?.Dispose();
        return new("The provider is another", [$"{nameof(InventoryOptions.Provider)}: it says {Quoted.Of(stated)}, and the application adds '{actual}' under this name. Correct it, or leave the key out."]);
    }

    protected abstract IInventoryService Make(IServiceProvider services);
}

/// <summary>A provider with its options.</summary>
/// <param name="name">Its name.</param>
/// <param name="create">Makes its service.</param>
/// <param name="fixedKeys">Keys of its section that may not change.</param>
/// <param name="registered">The container's descriptors, to find what was registered under the name in another case.</param>
internal sealed class Provider<TOptions>(
    string name, Func<InventoryProviderContext<TOptions>, IInventoryService> create, IReadOnlyList<string> fixedKeys, IServiceCollection registered)
    : Provider(name, fixedKeys)
    where TOptions : class, new()
{
    public override Type OptionsType => typeof(TOptions);

    protected override IInventoryService Make(IServiceProvider services)
    {
        // A factory and no monitor: options that cannot be read may not throw into a file watcher.
        var options = services.GetRequiredService<IOptionsFactory<TOptions>>().Create(Name);
        var context = new InventoryProviderContext<TOptions>(Name, options, services, registered);
        var service = create(context) ?? throw new InvalidOperationException("its adapter made no service.");
        if (Handed.Except(context.Asked).FirstOrDefault() is { } unused)
        {
            (service as IDisposable)?.Dispose();
            throw new InvalidOperationException($"it is handed a {unused.Name} that it never asks for. It asks for: {string.Join(", ", context.Asked.Select(t => t.Name).Order(StringComparer.Ordinal))}.");
        }

        return service;
    }
}

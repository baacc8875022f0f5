namespace Inventory.Cli;

/// <summary>A provider that the command knows. Making one is cheap: its tables are read where they are asked for.</summary>
internal abstract class Cloud
{
    /// <summary>What <c>--provider</c> and the configuration call it.</summary>
    public abstract string Name { get; }

    /// <summary>What it holds under any options: who writes reports is taken to be said there.</summary>
    public abstract InventoryCapabilities Capabilities { get; }

    /// <summary>What it holds where no options say anything.</summary>
    public abstract InventoryCapabilities BareCapabilities { get; }

    /// <summary>Adds the service of an account, as an application does.</summary>
    public abstract void AddService(InventoryBuilder inventory, string account);

    /// <summary>Adds the options of an account alone: what they say about rules is told without credentials and without an endpoint.</summary>
    public abstract void AddTerms(InventoryBuilder inventory, string account, Action<CloudTerms> tell);

    /// <summary>
    /// The options with which it is reached on the emulator, by key: where it is, the region and the emulator's own key. Null for those of the cloud that
    /// do not count there.
    /// </summary>
    public abstract IReadOnlyDictionary<string, string?> EmulatorSettings(string endpoint);

    /// <summary>Options that a rule needs on the emulator, by key, where nothing else says them.</summary>
    public virtual IReadOnlyDictionary<string, string?> EmulatorDefaults => new Dictionary<string, string?>();

    /// <summary>The option, as KEY=VALUE, that says for every rule what a rule lacks at a path; null where none does.</summary>
    public virtual string? OptionFor(string path) => null;

    /// <inheritdoc/>
    public override string ToString() => Name;
}

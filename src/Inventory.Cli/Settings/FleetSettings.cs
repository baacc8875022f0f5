namespace Inventory.Cli;

/// <summary>What the command line says about the accounts of a fleet and how they are called.</summary>
internal sealed record FleetSettings
{
    /// <summary><c>--config</c>; null for <c>appsettings.json</c> in the working directory, if it is there.</summary>
    public string? ConfigFile { get; init; }

    /// <summary><c>--emulator</c>: the address of the emulator that stands for a cloud, for every account of that cloud.</summary>
    public IReadOnlyDictionary<Cloud, string> Emulators { get; init; } = new Dictionary<Cloud, string>();

    /// <summary><c>--set</c>: the options that flags state, with the account of each, in their order. Holds secrets: it is not printed.</summary>
    public IReadOnlyList<(string Account, KeyValuePair<string, string?> Setting)> Flags { get; init; } = [];

    /// <summary><c>--concurrency</c>: how many buckets are read or written at once, over all accounts.</summary>
    public int Concurrency { get; init; } = FleetOptions.DefaultConcurrency;

    /// <summary><c>--rate</c>: how many calls a second each account gets; null for no limit.</summary>
    public int? Rate { get; init; }

    /// <summary>Nothing of it: flags may hold secrets.</summary>
    public override string ToString() => nameof(FleetSettings);
}

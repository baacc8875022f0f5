namespace Inventory.Cli;

/// <summary>What the command line says about a provider and its options.</summary>
internal sealed record ProviderChoice
{
    /// <summary><c>--provider</c>; null where the configuration names it.</summary>
    public string? Provider { get; init; }

    /// <summary><c>--config</c>; null for <c>appsettings.json</c> in the working directory, if it is there.</summary>
    public string? ConfigFile { get; init; }

    /// <summary><c>--emulator</c> as a URL; null for none.</summary>
    public string? Emulator { get; init; }

    /// <summary>The options that flags state, by key, with colons between its parts. Holds secrets: it is not printed.</summary>
    public IReadOnlyList<KeyValuePair<string, string?>> Flags { get; init; } = [];

    /// <summary>Nothing of it: flags may hold secrets.</summary>
    public override string ToString() => nameof(ProviderChoice);
}

using Inventory.InMemory;

namespace Inventory.Cli;

/// <summary>What a cloud holds under its options, and the changes that they accept.</summary>
internal sealed class CloudTerms
{
    /// <summary>Makes terms.</summary>
    /// <param name="capabilities">What the cloud holds.</param>
    /// <param name="accept">The changes that its options accept.</param>
    /// <exception cref="InvalidConfigurationException">Some of the changes may not stand there.</exception>
    public CloudTerms(InventoryCapabilities capabilities, params IEnumerable<string> accept)
    {
        var options = new InMemoryOptions { Capabilities = capabilities };
        foreach (var change in accept)
        {
            options.Accept.Add(change);
        }

        Service = new InMemoryInventoryService(options);
        Capabilities = capabilities;
        Accept = [.. options.Accept.Select(Acceptance.Parse)];
    }

    /// <summary>What the cloud holds.</summary>
    public InventoryCapabilities Capabilities { get; }

    /// <summary>The changes that its options accept.</summary>
    public IReadOnlyList<Acceptance> Accept { get; }

    /// <summary>Validates as a put of the cloud's own service does first; it stores nowhere.</summary>
    public IInventoryService Service { get; }
}

using Inventory.InMemory;

namespace Inventory.Cli;

/// <summary>What a cloud holds under its options, and the changes that they accept.</summary>
internal sealed class CloudTerms
{
    /// <summary>Makes terms.</summary>
    /// <param name="capabilities">What the cloud holds.</param>
    /// <param name="accept">The changes that its options accept.</param>
    /// <exception cref="InventoryException">Of kind <see cref="InventoryErrorKind.InvalidConfiguration"/>: one of the changes may not stand there.</exception>
    public CloudTerms(InventoryCapabilities capabilities, params IEnumerable<string> accept)
    {
        List<string> changes = [.. accept];
        if (changes.Select(Acceptance.ConfigurationProblem).FirstOrDefault(p => p is not null) is { } problem)
        {
            throw new InventoryException(InventoryErrorKind.InvalidConfiguration, $"Accept: {problem}");
        }

        Capabilities = capabilities;
        Accept = [.. changes.Select(Acceptance.Parse)];
        var options = new InMemoryOptions { Capabilities = capabilities };
        changes.ForEach(options.Accept.Add);
        Service = new InMemoryInventoryService(options);
    }

    /// <summary>What the cloud holds.</summary>
    public InventoryCapabilities Capabilities { get; }

    /// <summary>The changes that its options accept.</summary>
    public IReadOnlyList<Acceptance> Accept { get; }

    /// <summary>Validates as a put of the cloud's own service does first; it stores nowhere.</summary>
    public IInventoryService Service { get; }
}

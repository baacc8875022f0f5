namespace Inventory.Consumer;

/// <summary>Where the fleet file is, and the journal of its application.</summary>
public sealed class FleetKeeperOptions
{
    public string File { get; set; } = "fleet.yaml";

    public string Journal { get; set; } = "fleet-journal";
}

namespace Inventory.Planning;

/// <summary>How a fleet file is written. Both say the same.</summary>
public enum FleetFileFormat
{
    /// <summary>YAML, in blocks.</summary>
    Yaml = 0,

    /// <summary>JSON, indented.</summary>
    Json = 1,
}

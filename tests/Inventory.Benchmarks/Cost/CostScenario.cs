namespace Inventory.Benchmarks.Cost;

/// <summary>One operation on one cloud.</summary>
public enum CostScenario
{
    OssPut,
    OssFind,
    OssDelete,

    /// <summary>1,000 rules in ten pages of 100.</summary>
    OssList,
    BosPut,
    BosFind,
    BosDelete,
}

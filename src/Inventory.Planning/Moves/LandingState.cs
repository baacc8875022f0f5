namespace Inventory.Planning;

/// <summary>How far a rule has come at the target. Numbers are frozen: they may stand in logs and metrics.</summary>
public enum LandingState
{
    /// <summary>It is not there.</summary>
    Missing = 1,

    /// <summary>It is there, equal to what was planned, and disabled.</summary>
    Disabled = 2,

    /// <summary>It is there, equal to what was planned, and enabled.</summary>
    Enabled = 3,
}

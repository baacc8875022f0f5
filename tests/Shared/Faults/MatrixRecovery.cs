namespace Inventory.Tests.Faults;

/// <summary>What sending a request again does about a fault.</summary>
public enum MatrixRecovery
{
    /// <summary>It is sent again, as often as there are attempts; that helps once the fault is over.</summary>
    ByWaiting,

    /// <summary>It is sent again with what was wrong put right; that helps though the fault lasts.</summary>
    AtOnce,

    /// <summary>It is not sent again.</summary>
    None,
}

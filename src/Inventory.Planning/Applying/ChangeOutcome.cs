namespace Inventory.Planning;

/// <summary>What became of a change. Numbers are frozen: they may stand in logs and metrics.</summary>
public enum ChangeOutcome
{
    /// <summary>It was made.</summary>
    Done = 1,

    /// <summary>It was tried and did not work.</summary>
    Failed = 2,

    /// <summary>It was not begun: something before it failed, or the caller stopped the apply.</summary>
    NotTried = 3,
}

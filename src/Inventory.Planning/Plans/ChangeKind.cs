namespace Inventory.Planning;

/// <summary>What is to be done to a rule. Numbers are frozen: they may stand in logs and metrics.</summary>
public enum ChangeKind
{
    /// <summary>There is none, and there is to be one.</summary>
    Create = 1,

    /// <summary>It is to be another in more than whether it is enabled.</summary>
    Replace = 2,

    /// <summary>It is to be enabled; nothing else differs.</summary>
    Enable = 3,

    /// <summary>It is to be disabled; nothing else differs.</summary>
    Disable = 4,

    /// <summary>It is not wanted, and rules that are not are to go.</summary>
    Delete = 5,
}

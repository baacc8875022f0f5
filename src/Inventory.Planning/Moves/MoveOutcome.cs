namespace Inventory.Planning;

/// <summary>What becomes of a rule on its way to another account. Numbers are frozen: they may stand in logs and metrics.</summary>
public enum MoveOutcome
{
    /// <summary>The target holds it as it is.</summary>
    Maps = 1,

    /// <summary>The target holds it with changes, each of which is accepted.</summary>
    MapsWithChange = 2,

    /// <summary>It does not move: something is refused that nobody has accepted, or something is in the way.</summary>
    Cannot = 3,

    /// <summary>It stays behind, as was asked.</summary>
    Left = 4,
}

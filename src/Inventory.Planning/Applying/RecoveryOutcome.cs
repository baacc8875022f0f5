namespace Inventory.Planning;

/// <summary>What a recovery made of an interrupted replacement. Numbers are frozen: they may stand in logs and metrics.</summary>
public enum RecoveryOutcome
{
    /// <summary>The new rule is there: the replacement had come to its end.</summary>
    Finished = 1,

    /// <summary>The old rule is there: the replacement had changed nothing. The next plan shows it again.</summary>
    Untouched = 2,

    /// <summary>There was none, and the new rule was put.</summary>
    PutNew = 3,

    /// <summary>There was none, the new rule was refused, and the old one was put back.</summary>
    PutOld = 4,

    /// <summary>There is one that is neither: somebody else's. It was left alone.</summary>
    SomebodyElses = 5,

    /// <summary>It could not be settled, and the entry is kept. Recover again.</summary>
    NotSettled = 6,
}

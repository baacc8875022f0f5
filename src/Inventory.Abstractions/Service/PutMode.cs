namespace Inventory;

/// <summary>What a put does where a rule with the id is there, and where none is.</summary>
public enum PutMode
{
    /// <summary>Creates the rule, or replaces the one that is there.</summary>
    CreateOrReplace = 0,

    /// <summary>Creates the rule; fails with <see cref="InventoryErrorKind.RuleAlreadyExists"/> where one is there, even an equal one.</summary>
    CreateOnly = 1,

    /// <summary>Replaces the rule that is there; fails with <see cref="InventoryErrorKind.RuleNotFound"/> where none is.</summary>
    ReplaceOnly = 2,
}

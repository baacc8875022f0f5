namespace Inventory.Emulator;

/// <summary>How BOS answers a list of a bucket without rules, which no document states.</summary>
public enum BosEmptyListAnswer
{
    /// <summary>200 with <c>{"inventoryRuleList":[]}</c>.</summary>
    EmptyArray,

    /// <summary>200 with <c>{"inventoryRuleList":null}</c>.</summary>
    NullArray,

    /// <summary>200 with <c>{}</c>.</summary>
    NoMember,

    /// <summary>200 without a body.</summary>
    EmptyBody,

    /// <summary>404 <c>NoSuchInventoryConfiguration</c>, as other BOS settings answer when unset.</summary>
    NotFound,
}

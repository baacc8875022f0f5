namespace Inventory.Tests.Hostile;

/// <summary>What a request asks for.</summary>
public enum AskedFor
{
    /// <summary>A rule, to be read.</summary>
    Rule,

    /// <summary>A page of rules, to be read.</summary>
    List,

    /// <summary>A put or a delete, to which the answer says no more than that it is done.</summary>
    Write,
}

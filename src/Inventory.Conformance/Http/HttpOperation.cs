namespace Inventory.Conformance;

/// <summary>What a request asks a service for.</summary>
public enum HttpOperation
{
    /// <summary>To write a rule.</summary>
    Put = 0,

    /// <summary>To give one rule.</summary>
    Find = 1,

    /// <summary>To give the rules of a bucket.</summary>
    List = 2,

    /// <summary>To delete a rule.</summary>
    Delete = 3,
}

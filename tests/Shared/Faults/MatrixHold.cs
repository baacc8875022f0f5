namespace Inventory.Tests.Faults;

/// <summary>What happens to a client while the service holds its answer back.</summary>
public enum MatrixHold
{
    /// <summary>Nothing is held back.</summary>
    None,

    /// <summary>The time of its attempt runs out.</summary>
    TimeOut,

    /// <summary>Its caller cancels. Where the client does not listen to that, the answer comes.</summary>
    Cancel,
}

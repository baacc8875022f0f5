namespace Inventory;

/// <summary>An attempt at a request that failed and will be made again.</summary>
public readonly record struct FailedAttempt
{
    /// <summary>The provider's short name.</summary>
    public required string Provider { get; init; }

    /// <summary>The HTTP method.</summary>
    public required string Method { get; init; }

    /// <summary>Which attempt failed: 1 for the first. So many times the request will have been sent again.</summary>
    public required int Number { get; init; }

    /// <summary>The wait before the next attempt.</summary>
    public required TimeSpan Delay { get; init; }

    /// <summary>Why it failed.</summary>
    public required InventoryErrorKind Kind { get; init; }

    /// <summary>The HTTP status of the answer; null where there was none.</summary>
    public int? Status { get; init; }
}

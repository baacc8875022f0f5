namespace Inventory.Planning;

/// <summary>What failures mean for what comes after.</summary>
internal static class FailureKinds
{
    /// <summary>
    /// Whether a failure is the rule's alone, so that the bucket's other changes are tried: the cloud refuses this rule, or it is not what it was when the plan was made,
    /// or its answer makes no sense. Everything else is likely to happen to the next change too, or has left no room for it: access, credentials, the bucket itself, its
    /// limit of rules, throttling, a service that is down, a replacement that was interrupted, and whatever is not known.
    /// </summary>
    public static bool IsOfOneRule(InventoryErrorKind kind) => kind
        is InventoryErrorKind.RuleRejected
        or InventoryErrorKind.RuleNotFound
        or InventoryErrorKind.RuleAlreadyExists
        or InventoryErrorKind.NotStoredAsSent
        or InventoryErrorKind.Conflict
        or InventoryErrorKind.InvalidRequest
        or InventoryErrorKind.MalformedResponse;

    /// <summary>Whether a failed replacement has left a rule for certain: not where it was interrupted, nor where it was put and then not seen.</summary>
    public static bool IsSettled(InventoryException failure) =>
        failure.Kind != InventoryErrorKind.ReplaceInterrupted && failure is not RuleNotStoredAsSentException { Stored: null };

    /// <summary>What no service is to throw, as a failure. Its message may hold anything, and is left to it.</summary>
    public static InventoryException Unexpected(Exception e) =>
        new($"The service ended in {e.GetType().FullName}, and what it did is not certain. Look at the rule.", e);
}

namespace Inventory;

/// <summary>A replacement was interrupted from its delete on, and neither rule is certain to be there. The old one is here, whole.</summary>
/// <remarks>What the service said is what it said in the cause, where that is an <see cref="InventoryException"/>.</remarks>
public sealed class ReplaceInterruptedException : InventoryException
{
    /// <summary>Makes an exception that carries both rules.</summary>
    /// <param name="provider">The provider's short name.</param>
    /// <param name="bucket">The bucket.</param>
    /// <param name="oldRule">The rule that was there.</param>
    /// <param name="newRule">The rule that was to take its place.</param>
    /// <param name="cause">What interrupted it. The message ends with an <see cref="InventoryException"/>'s own; another's may hold anything, and is left to it.</param>
    public ReplaceInterruptedException(string provider, string bucket, InventoryRule oldRule, InventoryRule newRule, Exception cause)
        : base(InventoryErrorKind.ReplaceInterrupted, Describe(provider, bucket, oldRule, cause), cause, cause as InventoryException)
    {
        Provider = provider;
        Bucket = bucket;
        RuleId = oldRule.Id;
        OldRule = oldRule;
        NewRule = newRule;
    }

    /// <summary>The rule that was there, as it was read. Put it to restore it.</summary>
    public InventoryRule OldRule { get; }

    /// <summary>The rule that was to take its place.</summary>
    public InventoryRule NewRule { get; }

    private static string Describe(string provider, string bucket, InventoryRule oldRule, Exception cause)
    {
        ArgumentNullException.ThrowIfNull(oldRule);
        return $"Replacing inventory rule '{oldRule.Id}' of bucket '{bucket}' on '{provider}' was interrupted, and what the service holds now is not certain. "
            + $"The rule may be missing: put this exception's OldRule or NewRule.{(cause is InventoryException ? $" {cause.Message}" : "")}";
    }
}

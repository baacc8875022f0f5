namespace Inventory.Cli;

/// <summary>What the process ends with.</summary>
internal static class ExitCodes
{
    public const int Done = 0;

    /// <summary>Everything else: the command line, a file, the configuration, the network, a rule that is there or is not, a signal.</summary>
    public const int Failed = 1;

    /// <summary>
    /// A rule is refused: a provider cannot hold it as it stands. Or it differs: the service holds another than was sent or expected, or a fleet is not as
    /// its file says.
    /// </summary>
    public const int Refused = 2;

    /// <summary>Some buckets of a fleet could not be read or written; the others are done. It comes before <see cref="Refused"/>.</summary>
    public const int BucketsFailed = 3;

    /// <summary>What an exception ends the process with.</summary>
    public static int Of(Exception exception) => exception is InventoryException
    {
        Kind: InventoryErrorKind.RuleRejected or InventoryErrorKind.NotStoredAsSent or InventoryErrorKind.Conflict,
    }
        ? Refused
        : Failed;
}

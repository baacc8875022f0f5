namespace Inventory.Cli;

/// <summary>What the process ends with.</summary>
internal static class ExitCodes
{
    public const int Done = 0;

    /// <summary>Everything else: the command line, a file, the configuration, the network, a rule that is there or is not, a signal.</summary>
    public const int Failed = 1;

    /// <summary>A rule is refused: a provider cannot hold it as it stands. Or it differs: the service holds another than was sent or expected.</summary>
    public const int Refused = 2;

    /// <summary>What an exception ends the process with.</summary>
    public static int Of(Exception exception) => exception is InventoryException
    {
        Kind: InventoryErrorKind.RuleRejected or InventoryErrorKind.NotStoredAsSent or InventoryErrorKind.Conflict,
    }
        ? Refused
        : Failed;
}

namespace Inventory.Cli;

/// <summary>What the process ends with.</summary>
internal static class ExitCodes
{
    public const int Done = 0;
    public const int Failed = 1;

    /// <summary>A rule is refused, or differs.</summary>
    public const int Refused = 2;
}

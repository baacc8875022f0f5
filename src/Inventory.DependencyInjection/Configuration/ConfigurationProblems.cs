namespace Inventory.DependencyInjection;

/// <summary>Everything that is wrong with a configuration, as one error.</summary>
internal static class ConfigurationProblems
{
    /// <exception cref="InventoryException">Of kind <see cref="InventoryErrorKind.InvalidConfiguration"/>: there is a problem, or several.</exception>
    public static void ThrowIfAny(IEnumerable<string> problems)
    {
        if (string.Concat(problems.Select(p => $"\n  {p.ReplaceLineEndings("\n  ")}")) is { Length: > 0 } lines)
        {
            throw new InventoryException(InventoryErrorKind.InvalidConfiguration, $"The inventory cannot be used as it is configured:{lines}");
        }
    }
}

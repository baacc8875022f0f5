namespace Inventory.DependencyInjection;

/// <summary>Everything that is wrong with a configuration, as one error.</summary>
internal static class ConfigurationProblems
{
    /// <exception cref="InvalidConfigurationException">There is a problem, or several.</exception>
    public static void ThrowIfAny(IEnumerable<string> problems)
    {
        if (problems.ToList() is { Count: > 0 } found)
        {
            throw new InvalidConfigurationException("The inventory cannot be used as it is configured", found);
        }
    }
}

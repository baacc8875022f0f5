namespace Inventory.Cli;

/// <summary>The clouds that the command knows.</summary>
internal static class CloudDirectory
{
    public static Cloud Oss { get; } = new OssCloud();

    public static Cloud Bos { get; } = new BosCloud();

    public static IReadOnlyList<Cloud> All { get; } = [Oss, Bos];

    /// <summary>Their names, for help and messages.</summary>
    public static string Names { get; } = string.Join('|', All);

    /// <summary>The cloud of a name, without regard to case; null if there is none.</summary>
    public static Cloud? Find(string name) => All.FirstOrDefault(c => c.Name.Equals(name.Trim(), StringComparison.OrdinalIgnoreCase));

    /// <summary>The cloud of a name, without regard to case.</summary>
    /// <param name="name">The name.</param>
    /// <param name="said">Where the name was said, for the message.</param>
    /// <exception cref="InventoryException">There is none; the message says which there are.</exception>
    public static Cloud Get(string name, string said) => Find(name) ?? throw new InventoryException(
        InventoryErrorKind.InvalidConfiguration, $"{said}: there is no provider '{name}'. What there is: {string.Join(", ", All)}.");
}

namespace Inventory.Architecture.Tests;

/// <summary>A command as people type it.</summary>
internal static class CommandLine
{
    /// <summary>Its arguments: parted by spaces, but for those between double quotes.</summary>
    public static IReadOnlyList<string> Split(string command) =>
        [.. command.Split('"').SelectMany((part, i) => i % 2 == 1 ? [part] : part.Split(' ', StringSplitOptions.RemoveEmptyEntries))];
}

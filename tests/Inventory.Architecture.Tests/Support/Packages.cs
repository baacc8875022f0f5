namespace Inventory.Architecture.Tests;

/// <summary>The projects that are packed: all that are not tests.</summary>
internal static class Packages
{
    /// <summary>Those that a project references.</summary>
    public static IReadOnlyList<ProjectFile> Libraries { get; } = [.. Repository.Products.Where(path => !IsTool(path)).Select(ProjectFile.Load)];

    /// <summary>Those that are installed as a command.</summary>
    public static IReadOnlyList<ProjectFile> Tools { get; } = [.. Repository.Products.Where(IsTool).Select(ProjectFile.Load)];

    private static bool IsTool(string path) => Repository.Read(path).Contains("<PackAsTool>true</PackAsTool>", StringComparison.Ordinal);
}

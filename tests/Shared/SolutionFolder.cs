namespace Inventory.Tests;

/// <summary>Where this repository is.</summary>
internal static class SolutionFolder
{
    /// <summary>The folder that holds the solution, above the tests as built.</summary>
    public static string FullName { get; } = Find();

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (folder.EnumerateFiles("*.sln").Any())
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException($"No solution above {AppContext.BaseDirectory}.");
    }
}

using Inventory.Tests;

namespace Inventory.Architecture.Tests;

/// <summary>The files of this repository, without what is built.</summary>
internal static class Repository
{
    private static readonly HashSet<string> NotOurs = new(StringComparer.OrdinalIgnoreCase)
    {
        ".git", ".idea", ".vs", "artifacts", "bin", "obj", "TestResults", "BenchmarkDotNet.Artifacts", "StrykerOutput",
    };

    private static readonly HashSet<string> TextExtensions = new(StringComparer.OrdinalIgnoreCase)
    {
        ".cs", ".csproj", ".props", ".targets", ".sln", ".json", ".xml", ".yml", ".yaml", ".md", ".txt", ".sh", ".ps1", ".config", ".editorconfig", ".gitignore", ".gitattributes", ".runsettings",
    };

    /// <summary>The directory of the solution.</summary>
    public static string Root => SolutionFolder.FullName;

    /// <summary>Every file, as a path from the root with forward slashes, in ordinal order.</summary>
    public static IReadOnlyList<string> Files { get; } =
        [.. Walk(Root).Select(file => Path.GetRelativePath(Root, file).Replace('\\', '/')).Order(StringComparer.Ordinal)];

    /// <summary>Every file that people write.</summary>
    public static IEnumerable<string> TextFiles => Files.Where(file => TextExtensions.Contains(Path.GetExtension(file)));

    public static IEnumerable<string> Projects => Files.Where(file => file.EndsWith(".csproj", StringComparison.Ordinal));

    /// <summary>The projects of src and adapters.</summary>
    public static IEnumerable<string> Products => Projects.Where(file => !file.StartsWith("tests/", StringComparison.Ordinal));

    public static string Read(string file) => File.ReadAllText(Path.Combine(Root, file));

    private static IEnumerable<string> Walk(string directory) =>
        Directory.EnumerateFiles(directory).Concat(
            Directory.EnumerateDirectories(directory).Where(d => !NotOurs.Contains(Path.GetFileName(d))).SelectMany(Walk));
}

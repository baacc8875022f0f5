namespace Inventory.Architecture.Tests;

/// <summary>The projects that are packed: all that are not tests.</summary>
internal static class Packages
{
    /// <summary>Those that a project references.</summary>
    public static IReadOnlyList<ProjectFile> Libraries { get; } = [.. Repository.Products.Where(path => !IsTool(path)).Select(ProjectFile.Load)];

    /// <summary>Those that are installed as a command.</summary>
    public static IReadOnlyList<ProjectFile> Tools { get; } = [.. Repository.Products.Where(IsTool).Select(ProjectFile.Load)];

    /// <summary>Packs them all as they were built for these tests, without a warning: nothing is built again.</summary>
    /// <param name="feed">The folder to pack into.</param>
    /// <param name="options">More for the command, such as a version.</param>
    public static async Task PackAsync(string feed, params string[] options)
    {
        var said = await DotNet.RunAsync(
            Repository.Root, ["pack", "--no-build", "--configuration", BuiltAssembly.Configuration, "--output", feed, "-nodeReuse:false", .. options]);

        Assert.That(said, Does.Not.Contain("warning"));
    }

    private static bool IsTool(string path) => Repository.Read(path).Contains("<PackAsTool>true</PackAsTool>", StringComparison.Ordinal);
}

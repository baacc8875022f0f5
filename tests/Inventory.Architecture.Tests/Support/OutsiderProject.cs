using System.Text.RegularExpressions;

namespace Inventory.Architecture.Tests;

/// <summary>A project of another team, in a folder of its own with packages of its own: it sees our packages and nothing else of ours.</summary>
internal sealed partial class OutsiderProject
{
    private const string Sources = "tests/Inventory.Architecture.Tests/Outsider";
    private const string Template = "Acme.Shelf.csproj.txt";

    private readonly OutsiderFeed _feed;
    private readonly string _folder;

    public OutsiderProject(OutsiderFeed feed, string name)
    {
        _feed = feed;
        _folder = feed.NewFolder(name);
    }

    /// <summary>The name of the project's file.</summary>
    public static string ProjectFileName => Path.GetFileNameWithoutExtension(Template);

    /// <summary>The files of the project as it stands in this repository, by name, its project file among them.</summary>
    public static IReadOnlyDictionary<string, string> Finished { get; } = Repository.Files
        .Where(file => file.StartsWith($"{Sources}/", StringComparison.Ordinal))
        .ToDictionary(file => Path.GetFileName(file) is Template ? ProjectFileName : Path.GetFileName(file), Repository.Read, StringComparer.Ordinal);

    /// <summary>The files that it holds now, by name, with our version as the repository states it.</summary>
    public Dictionary<string, string> Files { get; } = new(StringComparer.Ordinal);

    public string PathOf(string file) => Path.Combine(_folder, file);

    /// <summary>Writes the files and runs a command on them, whatever it ends with.</summary>
    /// <param name="arguments">The command without the name of the SDK.</param>
    public async Task<string> RunAsync(IReadOnlyCollection<string> arguments)
    {
        foreach (var (name, text) in Files)
        {
            var ofTheFeed = name == ProjectFileName ? text.Replace($"\"{OutsiderFeed.OurVersion}\"", $"\"{_feed.Version}\"", StringComparison.Ordinal) : text;
            if (!File.Exists(PathOf(name)) || await File.ReadAllTextAsync(PathOf(name)) != ofTheFeed)
            {
                await File.WriteAllTextAsync(PathOf(name), ofTheFeed);
            }
        }

        var source = arguments.Contains("--no-build") ? Array.Empty<string>() : [$"-p:RestoreAdditionalProjectSources={_feed.Path}", "-nodeReuse:false"];
        var (_, said) = await DotNet.RunCleanAsync(_folder, _feed.Variables, [.. arguments, .. source]);
        Assert.That(NotRestored().Match(said).Value, Is.Empty, "The package sources that are configured here do not have what a project of another team needs: NUnit 4.6.1 and 5.0.0, an adapter, and the test SDK.");
        return said.ReplaceLineEndings("\n");
    }

    [GeneratedRegex(@"error NU\d+.*")]
    private static partial Regex NotRestored();
}

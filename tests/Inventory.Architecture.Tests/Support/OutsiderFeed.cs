using System.Xml.Linq;

namespace Inventory.Architecture.Tests;

/// <summary>Our packages under a version that no gallery has, in a folder, with a package cache of its own.</summary>
internal sealed class OutsiderFeed : IDisposable
{
    // Nothing above the projects reaches them: the nearest file wins, and it is empty.
    private static readonly string[] Fences = ["Directory.Build.props", "Directory.Build.targets", "Directory.Packages.props"];

    private static readonly Lazy<Task<OutsiderFeed>> Packed = new(PackAsync);

    private readonly string _root = Directory.CreateTempSubdirectory("inventory-outsider-").FullName;

    /// <summary>The version of our packages as the repository states it.</summary>
    public static string OurVersion { get; } = XDocument.Parse(Repository.Read("Directory.Build.props")).Descendants("VersionPrefix").Single().Value;

    /// <summary>The version of our packages here.</summary>
    public string Version { get; } = $"{OurVersion}-outside.{Guid.NewGuid():N}";

    public string Path => System.IO.Path.Combine(_root, "feed");

    /// <summary>What a command is given to work in this folder alone.</summary>
    public IReadOnlyDictionary<string, string> Variables => new Dictionary<string, string>
    {
        ["NUGET_PACKAGES"] = System.IO.Path.Combine(_root, "packages"),
        ["DOTNET_CLI_UI_LANGUAGE"] = "en",
        ["TMPDIR"] = _root,
        ["TMP"] = _root,
        ["TEMP"] = _root,
    };

    /// <summary>The one of this run, packed at the first call.</summary>
    public static Task<OutsiderFeed> SharedAsync() => Packed.Value;

    /// <summary>Deletes the one of this run, if a test asked for it.</summary>
    public static async Task RemoveSharedAsync()
    {
        if (Packed.IsValueCreated)
        {
            (await Packed.Value).Dispose();
        }
    }

    public string NewFolder(string name) => Directory.CreateDirectory(System.IO.Path.Combine(_root, name)).FullName;

    public void Dispose() => Directory.Delete(_root, recursive: true);

    private static async Task<OutsiderFeed> PackAsync()
    {
        var feed = new OutsiderFeed();
        foreach (var fence in Fences)
        {
            await File.WriteAllTextAsync(System.IO.Path.Combine(feed._root, fence), "<Project />\n");
        }

        await Packages.PackAsync(feed.Path, $"-p:Version={feed.Version}");
        return feed;
    }
}

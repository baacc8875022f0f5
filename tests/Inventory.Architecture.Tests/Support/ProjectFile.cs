using System.Xml.Linq;

namespace Inventory.Architecture.Tests;

/// <summary>What a project file references, by name.</summary>
/// <param name="Path">Its path from the root.</param>
/// <param name="Sdk">Its SDK.</param>
/// <param name="Projects">Names of the projects that it references.</param>
/// <param name="Packages">Names of the packages that it references.</param>
/// <param name="Frameworks">Names of the shared frameworks that it references.</param>
/// <param name="Files">Assemblies that it references as files, which no project may.</param>
internal sealed record ProjectFile(
    string Path, string Sdk, IReadOnlyList<string> Projects, IReadOnlyList<string> Packages, IReadOnlyList<string> Frameworks, IReadOnlyList<string> Files)
{
    /// <summary>The project's name.</summary>
    public string Name => System.IO.Path.GetFileNameWithoutExtension(Path);

    /// <summary>The name of what it builds, where it says another than its own.</summary>
    public string AssemblyName { get; init; } = System.IO.Path.GetFileNameWithoutExtension(Path);

    public static ProjectFile Load(string path) => Parse(path, Repository.Read(path));

    public static ProjectFile Parse(string path, string xml)
    {
        var root = XDocument.Parse(xml).Root!;
        var sdk = root.Attribute("Sdk")?.Value ?? "";
        var frameworks = Items(root, "FrameworkReference").ToList();
        if (sdk == "Microsoft.NET.Sdk.Web")
        {
            frameworks.Add("Microsoft.AspNetCore.App");
        }

        var project = new ProjectFile(
            path,
            sdk,
            [.. Items(root, "ProjectReference").Select(include => System.IO.Path.GetFileNameWithoutExtension(include.Replace('\\', '/')))],
            [.. Items(root, "PackageReference")],
            frameworks,
            [.. Items(root, "Reference")]);
        return root.Descendants("AssemblyName").FirstOrDefault() is { } name ? project with { AssemblyName = name.Value } : project;
    }

    private static IEnumerable<string> Items(XElement root, string name) =>
        root.Descendants(name).SelectMany(item => (item.Attribute("Include")?.Value ?? "").Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));
}

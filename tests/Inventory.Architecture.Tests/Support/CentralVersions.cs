using System.Xml.Linq;

namespace Inventory.Architecture.Tests;

/// <summary>The versions of the packages that this repository is built and tested with.</summary>
internal static class CentralVersions
{
    private static readonly Dictionary<string, string> Versions = XDocument.Parse(Repository.Read("Directory.Packages.props"))
        .Descendants("PackageVersion")
        .ToDictionary(p => p.Attribute("Include")!.Value, p => p.Attribute("Version")!.Value, StringComparer.Ordinal);

    public static string Of(string package) => Versions[package];
}

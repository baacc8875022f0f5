using System.IO.Compression;
using System.Xml.Linq;

namespace Inventory.Architecture.Tests;

/// <summary>A packed package, read.</summary>
internal sealed class Package
{
    private readonly Dictionary<string, byte[]> _files;
    private readonly XElement _metadata;

    private Package(Dictionary<string, byte[]> files)
    {
        _files = files;
        var nuspec = files.Single(file => file.Key.EndsWith(".nuspec", StringComparison.Ordinal));
        _metadata = XDocument.Load(new MemoryStream(nuspec.Value)).Root!.Elements().Single();
    }

    /// <summary>The paths in it, in ordinal order, without what every package has to describe itself.</summary>
    public IEnumerable<string> Files =>
        _files.Keys.Where(path => !path.EndsWith(".nuspec", StringComparison.Ordinal)).Order(StringComparer.Ordinal);

    /// <summary>The ids of the packages that it depends on, with the versions that it takes.</summary>
    public IReadOnlyDictionary<string, string> Dependencies =>
        Descendants("dependency").ToDictionary(d => d.Attribute("id")!.Value, d => d.Attribute("version")!.Value, StringComparer.Ordinal);

    /// <summary>The shared frameworks that it needs.</summary>
    public IEnumerable<string> Frameworks => Descendants("frameworkReference").Select(f => f.Attribute("name")!.Value);

    public static Package Open(string path)
    {
        using var archive = ZipFile.OpenRead(path);
        return new(archive.Entries.Where(entry => !IsOfTheFormat(entry.FullName)).ToDictionary(entry => entry.FullName, Bytes, StringComparer.Ordinal));
    }

    public byte[] File(string path) => _files[path];

    /// <summary>A text of the metadata; empty where there is none.</summary>
    public string Text(string name) => _metadata.Elements().FirstOrDefault(e => e.Name.LocalName == name)?.Value ?? "";

    /// <summary>An attribute of an element of the metadata; empty where there is none.</summary>
    public string Attribute(string element, string name) => Descendants(element).FirstOrDefault()?.Attribute(name)?.Value ?? "";

    private static bool IsOfTheFormat(string path) =>
        path is "_rels/.rels" or "[Content_Types].xml" || path.StartsWith("package/services/metadata/core-properties/", StringComparison.Ordinal);

    private static byte[] Bytes(ZipArchiveEntry entry)
    {
        using var content = new MemoryStream();
        using var stream = entry.Open();
        stream.CopyTo(content);
        return content.ToArray();
    }

    private IEnumerable<XElement> Descendants(string name) => _metadata.Descendants().Where(e => e.Name.LocalName == name);
}

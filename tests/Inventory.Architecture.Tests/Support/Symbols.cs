using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Text;
using System.Text.Json;

namespace Inventory.Architecture.Tests;

/// <summary>What a debugger finds in an assembly: the files that it was made of, and where to fetch them.</summary>
/// <param name="Documents">The paths of the files, as the compiler saw them.</param>
/// <param name="Sources">Where the files under a path are: both end in <c>*</c>.</param>
internal sealed record Symbols(IReadOnlyList<string> Documents, IReadOnlyDictionary<string, string> Sources)
{
    private static readonly Guid SourceLink = new("CC110556-A091-4D38-9FEC-25AB9A351A6A");

    public static Symbols Of(byte[] assembly)
    {
        using var image = new PEReader([.. assembly]);
        var embedded = image.ReadDebugDirectory().Where(entry => entry.Type == DebugDirectoryEntryType.EmbeddedPortablePdb).ToList();
        Assert.That(embedded, Has.One.Items, "The assembly holds no symbols.");
        using var provider = image.ReadEmbeddedPortablePdbDebugDirectoryData(embedded[0]);
        var reader = provider.GetMetadataReader();
        return new([.. reader.Documents.Select(handle => reader.GetString(reader.GetDocument(handle).Name))], SourcesOf(reader));
    }

    /// <summary>Where a file that the assembly was made of is fetched from; null where nothing says.</summary>
    public string? AddressOf(string document) =>
        Sources
            .Where(source => document.StartsWith(source.Key.TrimEnd('*'), StringComparison.Ordinal))
            .Select(source => source.Value.TrimEnd('*') + document[(source.Key.Length - 1)..].Replace('\\', '/'))
            .FirstOrDefault();

    private static Dictionary<string, string> SourcesOf(MetadataReader reader)
    {
        var found = reader.GetCustomDebugInformation(EntityHandle.ModuleDefinition).Select(reader.GetCustomDebugInformation).Where(information => reader.GetGuid(information.Kind) == SourceLink).ToList();
        Assert.That(found, Has.One.Items, "The symbols hold no source link.");
        using var json = JsonDocument.Parse(Encoding.UTF8.GetString(reader.GetBlobBytes(found[0].Value)));
        return json.RootElement.GetProperty("documents").EnumerateObject().ToDictionary(map => map.Name, map => map.Value.GetString()!, StringComparer.Ordinal);
    }
}

using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Inventory.Architecture.Tests;

/// <summary>What a built assembly references, read from its metadata without loading it.</summary>
internal static class BuiltAssembly
{
    private static readonly HashSet<string> BaseClassLibrary =
        [.. Directory.EnumerateFiles(Path.GetDirectoryName(typeof(object).Assembly.Location)!, "*.dll").Select(file => Path.GetFileNameWithoutExtension(file))];

    /// <summary>The configuration that this test was built in.</summary>
    public static string Configuration { get; } = Path.GetFileName(AppContext.BaseDirectory.TrimEnd('/', '\\'));

    /// <summary>Where a project's assembly is, built as this test was.</summary>
    public static string PathOf(ProjectFile project) =>
        Path.Combine(Repository.Root, "artifacts", "bin", project.Name, Configuration, $"{project.AssemblyName}.dll");

    /// <summary>Names of the assemblies referenced, without those of the base class library.</summary>
    public static IReadOnlyList<string> References(string path)
    {
        using var file = File.OpenRead(path);
        using var image = new PEReader(file);
        var metadata = image.GetMetadataReader();
        return
        [
            .. metadata.AssemblyReferences
                .Select(handle => metadata.GetString(metadata.GetAssemblyReference(handle).Name))
                .Where(name => !BaseClassLibrary.Contains(name))
                .Order(StringComparer.Ordinal),
        ];
    }

    /// <summary>Everything that is referenced and may not be, a sentence each.</summary>
    public static IEnumerable<string> Violations(string name, Layer layer, IEnumerable<string> references) =>
        references.Where(reference => !layer.AllowsAssembly(reference)).Select(reference => $"{name}, as built, may not reference {reference}.");
}

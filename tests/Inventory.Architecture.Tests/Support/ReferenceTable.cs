namespace Inventory.Architecture.Tests;

/// <summary>Who may reference whom: the table of the design, as data.</summary>
internal static class ReferenceTable
{
    private const string Abstractions = "Inventory.Abstractions";
    private const string Conformance = "Inventory.Conformance";
    private const string DependencyInjection = "Inventory.DependencyInjection";
    private const string Documents = "Inventory.Documents";
    private const string Emulator = "Inventory.Emulator";
    private const string Http = "Inventory.Http";
    private const string Planning = "Inventory.Planning";

    private static readonly string[] AspNetCore = ["Microsoft.AspNetCore.*", "Microsoft.Extensions.*", "Microsoft.Net.Http.Headers"];

    private static readonly Layer Adapter = new()
    {
        Projects = [Abstractions, Http, Documents, DependencyInjection],
        Packages = ["Newtonsoft.Json"],
        Assemblies = ["Microsoft.Extensions.*"], // the API of DependencyInjection speaks of them
    };

    private static readonly Dictionary<string, Layer> Sources = new()
    {
        [Abstractions] = new(),
        [DependencyInjection] = new() { Projects = [Abstractions], Packages = ["Microsoft.Extensions.*"] },
        [Http] = new() { Projects = [Abstractions], Packages = ["RestSharp", "Polly.Core", "Microsoft.Extensions.Http", "Microsoft.Extensions.Logging.Abstractions"] },
        [Documents] = new() { Projects = [Abstractions], Packages = ["Newtonsoft.Json", "YamlDotNet"] },
        [Conformance] = new() { Projects = [Abstractions], Packages = ["NUnit"], Assemblies = ["nunit.framework"] },
        [Planning] = new() { Projects = [Abstractions, Documents], Packages = ["System.Threading.RateLimiting"] },
        [Emulator] = new() { Frameworks = ["Microsoft.AspNetCore.App"], Assemblies = AspNetCore },
        ["Inventory.Cli"] = new()
        {
            Projects =
            [
                Abstractions, DependencyInjection, Http, Documents, Planning, Emulator, "Inventory.AlibabaOss", "Inventory.BaiduBos", "Inventory.InMemory",
            ],
            Packages = ["System.CommandLine", "Newtonsoft.Json", "YamlDotNet", "Microsoft.Extensions.*"],
            Frameworks = ["Microsoft.AspNetCore.App"],
            Assemblies = AspNetCore,
        },
    };

    /// <summary>What tests may use beside their subject: the kit, the emulator and the reference adapter exist for tests.</summary>
    private static readonly string[] TestInstruments = [Conformance, Emulator, "Inventory.InMemory"];

    /// <summary>Tests whose subject is the repository, or what applications make of it.</summary>
    private static readonly string[] TestsOfEverything = ["Inventory.Architecture.Tests", "Inventory.Benchmarks", "Inventory.Consumer.Tests"];

    /// <summary>What a project of src or adapters may reference; null where the table does not know it.</summary>
    public static Layer? LayerOf(ProjectFile project) =>
        project.Path.StartsWith("src/", StringComparison.Ordinal) ? Sources.GetValueOrDefault(project.Name)
        : project.Path.StartsWith("adapters/", StringComparison.Ordinal) ? Adapter
        : null;

    /// <summary>Everything that a project of src, adapters or tests references and may not, a sentence each.</summary>
    public static IEnumerable<string> Violations(ProjectFile project)
    {
        if (project.Path.StartsWith("tests/", StringComparison.Ordinal))
        {
            return TestViolations(project);
        }

        return LayerOf(project) is { } layer ? LayerViolations(project, layer) : [$"{project.Path} is not in the table of projects: add a row."];
    }

    private static IEnumerable<string> LayerViolations(ProjectFile project, Layer layer) =>
    [
        .. project.Projects.Where(p => !layer.AllowsProject(p)).Select(p => $"{project.Name} may not reference the project {p}."),
        .. project.Packages.Where(p => !layer.AllowsPackage(p)).Select(p => $"{project.Name} may not reference the package {p}."),
        .. project.Frameworks.Where(f => !layer.AllowsFramework(f)).Select(f => $"{project.Name} may not reference the framework {f}."),
        .. project.Files.Select(f => $"{project.Name} may not reference the file {f}."),
    ];

    private static IEnumerable<string> TestViolations(ProjectFile project)
    {
        if (TestsOfEverything.Contains(project.Name))
        {
            return [];
        }

        var subject = project.Name.EndsWith(".Tests", StringComparison.Ordinal) ? project.Name[..^".Tests".Length] : project.Name;
        return
        [
            .. project.Projects.Contains(subject) ? [] : new[] { $"{project.Name} does not reference its subject {subject}." },
            .. project.Projects.Where(p => p != subject && !TestInstruments.Contains(p)).Select(p => $"{project.Name} may not reference {p}: it is not its subject."),
            .. project.Files.Select(f => $"{project.Name} may not reference the file {f}."),
        ];
    }
}

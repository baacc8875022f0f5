using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Inventory.Architecture.Tests;

/// <summary>What is packed, of the outputs that these tests were built with: nothing is built again.</summary>
[TestFixture]
public sealed partial class PackageTests
{
    private readonly string _folder = Directory.CreateTempSubdirectory("inventory-packages-").FullName;

    private static IEnumerable<string> Libraries => Packages.Libraries.Select(project => project.Name);

    private static IEnumerable<string> All => Libraries.Concat(Packages.Tools.Select(project => project.Name));

    private string Feed => Path.Combine(_folder, "feed");

    [OneTimeSetUp]
    public async Task Pack()
    {
        await Packages.PackAsync(Feed);
    }

    [OneTimeTearDown]
    public void Remove_what_was_packed() => Directory.Delete(_folder, recursive: true);

    [Test]
    public void Every_project_but_the_tests_is_packed_and_nothing_else() =>
        Assert.That(Directory.EnumerateFiles(Feed).Select(path => Path.GetFileName(path)), Is.EquivalentTo(All.Select(id => $"{id}.{Version()}.nupkg")));

    [TestCaseSource(nameof(Libraries))]
    public void A_library_holds_its_assembly_its_documentation_and_its_README_and_nothing_else(string id) =>
        Assert.That(Open(id).Files, Is.EqualTo(["README.md", $"lib/net10.0/{id}.dll", $"lib/net10.0/{id}.xml"]));

    [TestCaseSource(nameof(Libraries))]
    public void The_documentation_is_that_of_the_assembly(string id)
    {
        var documentation = XDocument.Load(new MemoryStream(Open(id).File($"lib/net10.0/{id}.xml"))).Root!;

        Assert.That(documentation.Element("assembly")?.Value, Is.EqualTo(id));
        Assert.That(documentation.Descendants("summary"), Is.Not.Empty);
    }

    [TestCaseSource(nameof(All))]
    public void A_package_says_what_it_is_whose_and_where_it_comes_from(string id)
    {
        var package = Open(id);

        Assert.That(package.Text("id"), Is.EqualTo(id));
        Assert.That((package.Text("license"), package.Attribute("license", "type")), Is.EqualTo(("Apache-2.0", "expression")));
        Assert.That(package.Text("readme"), Is.EqualTo("README.md"));
        Assert.That(package.Text("description"), Does.EndWith("."));
        Assert.That(package.Text("tags").Split(' '), Is.SupersetOf(new[] { "inventory", "bucket" }));
        Assert.That(package.Text("projectUrl"), Is.EqualTo(Address()));
        Assert.That(package.Text("releaseNotes"), Does.StartWith(Address()).And.EndsWith("CHANGELOG.md"));
        Assert.That((package.Attribute("repository", "type"), package.Attribute("repository", "url")), Is.EqualTo(("git", Address())));
    }

    [TestCaseSource(nameof(All))]
    public void Its_README_is_its_own_and_no_link_in_it_needs_the_repository(string id)
    {
        var readme = Encoding.UTF8.GetString(Open(id).File("README.md"));

        Assert.That(readme, Does.StartWith($"# {id}\n"));
        Assert.That(RelativeLink().Matches(readme).Select(match => match.Value), Is.Empty, "A gallery shows the README without the files beside it.");
    }

    [TestCaseSource(nameof(All))]
    public void A_debugger_finds_the_source_at_the_commit_that_was_packed(string id)
    {
        Assume.That(Path.Combine(Repository.Root, ".git"), Does.Exist, "Only a clone knows its commit.");
        var package = Open(id);
        var symbols = Symbols.Of(package.File(package.Files.First(path => path.EndsWith($"/{AssemblyOf(id)}.dll", StringComparison.Ordinal))));
        var commit = package.Attribute("repository", "commit");
        var root = $"{Address().Replace("https://github.com/", "https://raw.githubusercontent.com/", StringComparison.Ordinal)}/{commit}/";

        var addresses = symbols.Documents.Select(symbols.AddressOf).ToList();

        Assert.That(addresses, Is.All.StartsWith(root), "The assembly was built at another commit than it is packed at: build again.");
        var written = addresses.Select(address => address![root.Length..]).Where(path => !path.StartsWith("artifacts/", StringComparison.Ordinal)).ToList();
        Assert.That(written, Is.Not.Empty);
        Assert.That(written.Select(path => Path.Combine(Repository.Root, path)), Is.All.Exist);
    }

    [TestCaseSource(nameof(Libraries))]
    public void A_library_depends_on_what_its_project_references_and_nothing_else(string id)
    {
        var project = Packages.Libraries.Single(p => p.Name == id);
        var package = Open(id);

        Assert.That(package.Dependencies.Keys, Is.EquivalentTo(project.Projects.Concat(project.Packages)));
        Assert.That(package.Frameworks, Is.EquivalentTo(project.Frameworks));
        Assert.That(package.Dependencies.Where(d => project.Projects.Contains(d.Key)).Select(d => d.Value), Is.All.EqualTo(Version()));
    }

    [Test]
    public void The_kit_takes_both_majors_of_NUnit() =>
        Assert.That(Open("Inventory.Conformance").Dependencies["NUnit"], Is.EqualTo("[4.6.1, 6.0.0)"));

    [Test]
    public void The_command_is_a_tool_without_dependencies_or_stray_files()
    {
        var package = Open("Inventory.Cli");

        Assert.That(package.Attribute("packageType", "name"), Is.EqualTo("DotnetTool"));
        Assert.That(package.Dependencies, Is.Empty);
        Assert.That(
            package.Files.Where(path => !path.EndsWith(".dll", StringComparison.Ordinal)),
            Is.EqualTo(["README.md", "tools/net10.0/any/DotnetToolSettings.xml", "tools/net10.0/any/inventory.deps.json", "tools/net10.0/any/inventory.runtimeconfig.json"]));
    }

    [Test]
    public async Task The_command_installs_from_its_package_alone_and_shows_both_clouds()
    {
        var tools = Path.Combine(_folder, "tools");

        _ = await DotNet.RunAsync(_folder, "tool", "install", "Inventory.Cli", "--tool-path", tools, "--source", Feed);
        var said = await DotNet.RunProgramAsync(Path.Combine(tools, OperatingSystem.IsWindows() ? "inventory.exe" : "inventory"), _folder, "demo");

        Assert.That(said, Does.Contain("Find it on OSS").And.Contain("Find it on BOS").And.Contain("Done: "));
    }

    private static string AssemblyOf(string id) => Packages.Libraries.Concat(Packages.Tools).Single(project => project.Name == id).AssemblyName;

    private static string Version() => Property("VersionPrefix");

    private static string Address() => Property("RepositoryUrl");

    private static string Property(string name) => XDocument.Parse(Repository.Read("Directory.Build.props")).Descendants(name).Single().Value;

    private Package Open(string id) => Package.Open(Path.Combine(Feed, $"{id}.{Version()}.nupkg"));

    [GeneratedRegex(@"\]\((?!https?://)[^)]*\)")]
    private static partial Regex RelativeLink();
}

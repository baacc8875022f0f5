namespace Inventory.Architecture.Tests;

public sealed class ReferenceTests
{
    private static IEnumerable<string> Projects => Repository.Projects;

    private static IEnumerable<string> Products => Repository.Products;

    [TestCaseSource(nameof(Projects))]
    public void A_project_references_what_its_row_allows(string path) =>
        Findings.AssertNone(ReferenceTable.Violations(ProjectFile.Load(path)));

    [TestCaseSource(nameof(Products))]
    public void So_does_its_assembly(string path)
    {
        var project = ProjectFile.Load(path);
        var assembly = BuiltAssembly.PathOf(project);
        Assert.That(assembly, Does.Exist, "Build the solution first, in the configuration of this test.");

        Findings.AssertNone(BuiltAssembly.Violations(project.Name, ReferenceTable.LayerOf(project) ?? new(), BuiltAssembly.References(assembly)));
    }

    [Test]
    public void The_solution_holds_every_project_and_no_other()
    {
        var solution = Repository.Files.Single(file => file.EndsWith(".sln", StringComparison.Ordinal) && !file.Contains('/', StringComparison.Ordinal));
        var listed = Repository.Read(solution).Split('"').Where(part => part.EndsWith(".csproj", StringComparison.Ordinal)).Select(part => part.Replace('\\', '/'));

        Assert.That(listed, Is.EquivalentTo(Projects));
    }

    [TestCase("src/Inventory.Abstractions", """<PackageReference Include="Newtonsoft.Json" />""", "package Newtonsoft.Json")]
    [TestCase("src/Inventory.Abstractions", """<FrameworkReference Include="Microsoft.AspNetCore.App" />""", "framework Microsoft.AspNetCore.App")]
    [TestCase("src/Inventory.Abstractions", """<Reference Include="Some.dll" />""", "file Some.dll")]
    [TestCase("src/Inventory.Http", """<ProjectReference Include="..\..\adapters\Inventory.AlibabaOss\Inventory.AlibabaOss.csproj" />""", "project Inventory.AlibabaOss")]
    [TestCase("src/Inventory.Http", """<PackageReference Include="RestSharp;Moq" />""", "package Moq")]
    [TestCase("src/Inventory.DependencyInjection", """<ProjectReference Include="../../adapters/Inventory.InMemory/Inventory.InMemory.csproj" />""", "project Inventory.InMemory")]
    [TestCase("src/Inventory.Emulator", """<ProjectReference Include="../Inventory.Abstractions/Inventory.Abstractions.csproj" />""", "project Inventory.Abstractions")]
    [TestCase("src/Inventory.Conformance", """<ProjectReference Include="../../adapters/Inventory.InMemory/Inventory.InMemory.csproj" />""", "project Inventory.InMemory")]
    [TestCase("src/Inventory.Planning", """<ProjectReference Include="../Inventory.Http/Inventory.Http.csproj" />""", "project Inventory.Http")]
    [TestCase("src/Inventory.Cli", """<ProjectReference Include="../Inventory.Conformance/Inventory.Conformance.csproj" />""", "project Inventory.Conformance")]
    [TestCase("adapters/Inventory.AlibabaOss", """<ProjectReference Include="../Inventory.BaiduBos/Inventory.BaiduBos.csproj" />""", "project Inventory.BaiduBos")]
    [TestCase("adapters/Inventory.Third", """<ProjectReference Include="../../src/Inventory.Emulator/Inventory.Emulator.csproj" />""", "project Inventory.Emulator")]
    [TestCase("adapters/Inventory.Third", """<PackageReference Include="RestSharp" />""", "package RestSharp")]
    [TestCase("src/Inventory.Unheard", "", "not in the table")]
    [TestCase("tools/Inventory.Unheard", "", "not in the table")]
    [TestCase("tests/Inventory.Http.Tests", """<ProjectReference Include="../../src/Inventory.Http/Inventory.Http.csproj;../../src/Inventory.Documents/Inventory.Documents.csproj" />""", "Inventory.Documents")]
    [TestCase("tests/Inventory.Http.Tests", "", "does not reference its subject")]
    public void A_reference_that_is_not_allowed_is_found(string directory, string item, string violation)
    {
        var project = ProjectFile.Parse($"{directory}/{directory.Split('/')[1]}.csproj", $"""<Project Sdk="Microsoft.NET.Sdk"><ItemGroup>{item}</ItemGroup></Project>""");

        Assert.That(ReferenceTable.Violations(project), Has.One.Contains(violation));
    }

    [Test]
    public void The_web_sdk_is_found_to_bring_its_framework()
    {
        var project = ProjectFile.Parse("src/Inventory.Http/Inventory.Http.csproj", """<Project Sdk="Microsoft.NET.Sdk.Web" />""");

        Assert.That(ReferenceTable.Violations(project), Has.One.Contains("framework Microsoft.AspNetCore.App"));
    }

    [TestCase("src/Inventory.Http", """<PackageReference Include="RestSharp" /><ProjectReference Include="../Inventory.Abstractions/Inventory.Abstractions.csproj" />""")]
    [TestCase("tests/Inventory.Third.Tests", """<ProjectReference Include="../a/Inventory.Third.csproj;../a/Inventory.Conformance.csproj;../a/Inventory.Emulator.csproj" />""")]
    public void What_is_allowed_is_left_alone(string directory, string item)
    {
        var project = ProjectFile.Parse($"{directory}/{directory.Split('/')[1]}.csproj", $"""<Project Sdk="Microsoft.NET.Sdk"><ItemGroup>{item}</ItemGroup></Project>""");

        Assert.That(ReferenceTable.Violations(project), Is.Empty);
    }

    [Test]
    public void References_of_an_assembly_are_read_and_judged()
    {
        // This assembly, which references NUnit, in the place of one that may reference nothing.
        var references = BuiltAssembly.References(typeof(ReferenceTests).Assembly.Location);

        var violations = BuiltAssembly.Violations("This", new Layer(), references);

        Assert.That(references, Does.Contain("nunit.framework").And.Not.Contain("System.Runtime"));
        Assert.That(violations, Has.One.EqualTo("This, as built, may not reference nunit.framework."));
    }
}

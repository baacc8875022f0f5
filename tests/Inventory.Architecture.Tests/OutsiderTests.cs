using Inventory.Conformance;

namespace Inventory.Architecture.Tests;

/// <summary>An adapter by another team, which has our packages and nothing else of ours, is proved by the kit.</summary>
[TestFixture]
public sealed class OutsiderTests
{
    private const int LinesOfAnAdapter = 150;
    private const int LinesOfAFixture = 15;
    private const string Fixture = "ShelfConformance.cs";

    // How the adapter is added to a container, and the tests, are not the adapter.
    private static readonly string[] NotTheAdapter = [Fixture, "ShelfRegistration.cs", "ShelfRegistrationTests.cs", OutsiderProject.ProjectFileName];

    [TestCase("4.6.1")]
    [TestCase("5.0.0")]
    public async Task Every_clause_runs_and_holds_in_their_project(string nunit)
    {
        var feed = await OutsiderFeed.SharedAsync();
        var project = new OutsiderProject(feed, $"nunit-{nunit}");
        foreach (var (name, text) in OutsiderProject.Finished)
        {
            project.Files[name] = name == OutsiderProject.ProjectFileName ? WithNUnit(text, nunit) : text;
        }

        var said = await project.RunAsync(["test", "-tl:off", "--nologo", "--logger", "trx;LogFileName=run.trx", "--results-directory", "results"]);

        Assert.That(project.PathOf("results/run.trx"), Does.Exist, said);
        var run = TestRun.Read(project.PathOf("results/run.trx")).Results;
        var clauses = run.Where(result => result.Class == "Acme.Shelf.ShelfConformance").ToList();
        Assert.That(run.Where(result => result.Outcome == "Failed"), Is.Empty, said);
        Assert.That(clauses, Has.Count.EqualTo(InventoryServiceConformance.ClauseCount));
        Assert.That(clauses.Select(clause => clause.Method).Distinct(), Is.EquivalentTo(InventoryServiceConformance.ClauseNames));
        Assert.That(clauses.Where(clause => clause.Outcome != "Passed"), Is.Empty, "This fixture offers everything that the kit asks for, so nothing is left unproved.");
        var dependencies = await File.ReadAllTextAsync(project.PathOf("bin/Debug/net10.0/Acme.Shelf.deps.json"));
        Assert.That(dependencies, Does.Contain($"\"NUnit/{nunit}\"").And.Contain($"\"Inventory.Conformance/{feed.Version}\""), "the major that is meant, and the kit that was packed");
        await TestContext.Out.WriteLineAsync($"NUnit {nunit}: {clauses.Count} clauses of {InventoryServiceConformance.ClauseCount} ran, and hold.");
    }

    [Test]
    public async Task Their_adapter_is_short()
    {
        var lines = OutsiderProject.Finished.Where(file => !NotTheAdapter.Contains(file.Key)).Sum(file => Lines(file.Value));

        Assert.That(lines, Is.LessThan(LinesOfAnAdapter).And.GreaterThan(100), "A much shorter one is not whole.");
        await TestContext.Out.WriteLineAsync($"{lines} lines.");
    }

    [Test]
    public async Task Their_fixture_is_shorter()
    {
        var lines = Lines(OutsiderProject.Finished[Fixture]);

        Assert.That(lines, Is.InRange(1, LinesOfAFixture));
        await TestContext.Out.WriteLineAsync($"{lines} lines.");
    }

    [Test]
    public void Their_packages_have_the_versions_that_this_repository_is_tested_with()
    {
        var project = OutsiderProject.Finished[OutsiderProject.ProjectFileName];

        Assert.That(project, Does.Contain($"""Include="Inventory.Conformance" Version="{OutsiderFeed.OurVersion}" """.TrimEnd()));
        foreach (var package in new[] { "NUnit", "Microsoft.NET.Test.Sdk" })
        {
            Assert.That(project, Does.Contain($"""Include="{package}" Version="{CentralVersions.Of(package)}" """.TrimEnd()));
        }
    }

    // Not the empty ones: they say nothing.
    private static int Lines(string text) => text.Split('\n').Count(line => !string.IsNullOrWhiteSpace(line));

    private static string WithNUnit(string project, string version)
    {
        var ours = $"""Include="NUnit" Version="{CentralVersions.Of("NUnit")}" """.TrimEnd();
        Assert.That(project, Does.Contain(ours));
        return project.Replace(ours, $"""Include="NUnit" Version="{version}" """.TrimEnd(), StringComparison.Ordinal);
    }
}

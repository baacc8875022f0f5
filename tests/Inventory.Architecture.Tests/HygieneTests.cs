namespace Inventory.Architecture.Tests;

public sealed class HygieneTests
{
    [Test]
    public void No_file_holds_a_path_of_a_machine() =>
        Findings.AssertNone(Repository.TextFiles.SelectMany(file => Hygiene.MachinePaths(Repository.Read(file)).Select(path => $"{file}: {path}")));

    [Test]
    public void No_file_names_a_package_source()
    {
        Findings.AssertNone(Repository.Files.Where(Hygiene.IsPackageSourceFile));
        Findings.AssertNone(Repository.TextFiles.SelectMany(file => Hygiene.PackageSources(Repository.Read(file)).Select(source => $"{file}: {source}")));
    }

    [Test]
    public void No_product_touches_the_check_of_certificates() =>
        Findings.AssertNone(Repository.TextFiles
            .Where(file => file.EndsWith(".cs", StringComparison.Ordinal) && !file.StartsWith("tests/", StringComparison.Ordinal))
            .SelectMany(file => Hygiene.CertificateSwitches(Repository.Read(file)).Select(name => $"{file}: {name}")));

    [TestCase("handler.ServerCertificateCustomValidationCallback = (_, _, _, _) => true;")]
    [TestCase("HttpClientHandler.DangerousAcceptAnyServerCertificateValidator")]
    [TestCase("new SocketsHttpHandler { SslOptions = new() { RemoteCertificateValidationCallback = null } }")]
    [TestCase("ServicePointManager.ServerCertificateValidationCallback += Any;")]
    public void A_touch_on_the_check_of_certificates_is_found(string code) =>
        Assert.That(Hygiene.CertificateSwitches(code), Is.Not.Empty);

    // Put together here, so that this file is not found itself.
    [TestCase("tmp", "x")]
    [TestCase("home", "me")]
    [TestCase("work", "main")]
    [TestCase("root", ".nuget")]
    public void A_path_of_a_machine_is_found(string directory, string rest)
    {
        var path = $"/{directory}";

        Assert.That(Hygiene.MachinePaths($"\"{path}/{rest}\""), Is.EqualTo([path]));
        Assert.That(Hygiene.MachinePaths($"cd {path}"), Is.EqualTo([path]));
        Assert.That(Hygiene.MachinePaths($"file://{path}/{rest}"), Is.EqualTo([path]));
        Assert.That(Hygiene.MachinePaths($@"C:{'\\'}Users\me"), Has.One.Items);
    }

    [TestCase("https://example.com/work/x")]
    [TestCase("src/home/x")]
    [TestCase("/workspace /rooted /temporary /homes")]
    [TestCase("logs/tmp/")]
    public void Other_paths_are_left_alone(string text) =>
        Assert.That(Hygiene.MachinePaths(text), Is.Empty);

    [TestCase("src/nuget.config", true)]
    [TestCase("NuGet.Config", true)]
    [TestCase("src/nuget.configuration", false)]
    public void A_file_of_package_sources_is_found(string file, bool isFound) =>
        Assert.That(Hygiene.IsPackageSourceFile(file), Is.EqualTo(isFound));

    [TestCase("https://packages.example", "/v3/index.json")]
    [TestCase("https://api.", "nuget.org/x")]
    [TestCase("<package", "Sources>")]
    [TestCase("<Restore", "Sources>")]
    [TestCase("dotnet restore --", "source feed")]
    public void A_package_source_is_found(string one, string other) =>
        Assert.That(Hygiene.PackageSources($"{one}{other}"), Has.One.Items);

    [TestCase("https://www.nuget.org/packages/RestSharp")]
    [TestCase("<PackageReference Include=\"NUnit\" />")]
    public void Other_addresses_are_left_alone(string text) =>
        Assert.That(Hygiene.PackageSources(text), Is.Empty);
}

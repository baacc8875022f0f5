using Inventory.Documents;
using Inventory.Planning;

namespace Inventory.Cli.Tests;

/// <summary>What commands on fleets print for tools where they end before they have a result.</summary>
[TestFixture]
public sealed class ErrorDocumentTests
{
    private FleetFiles _fleet = null!;

    [OneTimeSetUp]
    public async Task Start() => _fleet = await FleetFiles.StartAsync();

    [OneTimeTearDown]
    public async Task Stop() => await _fleet.DisposeAsync();

    [TestCase("plan")]
    [TestCase("drift")]
    [TestCase("apply")]
    [TestCase("apply", "--recover")]
    public async Task The_problems_of_a_fleet_file_are_data_and_the_message_stays_where_it_is(string command, params string[] options)
    {
        var file = _fleet.Write("bad.yaml", "version: 1\naccounts: { oss: { buckets: examplebucket } }\nrule: {}\n");
        string[] arguments = [command, file, .. options, .. _fleet.OnEmulator];

        var people = await _fleet.RunAsync(arguments);
        var tools = await _fleet.RunAsync([.. arguments, "--output", "json"]);

        Assert.That((people.ExitCode, people.Output), Is.EqualTo((1, "")));
        Assert.That((tools.ExitCode, tools.Error), Is.EqualTo((1, people.Error)));
        var error = FleetErrorJson.Parse(tools.Output);
        Assert.That((error.Kind, error.Message), Is.EqualTo((InventoryErrorKind.InvalidDocument, people.Error.TrimEnd())));
        Assert.That(error.Problems, Is.EqualTo(new[]
        {
            new DocumentProblem("accounts.oss.buckets", 2, 29, "It must be a list, and is 'examplebucket'."),
            new DocumentProblem("rule", 3, 7, error.Problems[1].Message),
        }));
        Assert.That(_fleet.Emulator.Requests, Is.Empty);
    }

    [TestCase(InventoryErrorKind.InvalidConfiguration, "Inventory:oss:AccessKeySecrt: there is no such key.", "--set", "oss:AccessKeySecrt=hunter2")]
    [TestCase(InventoryErrorKind.InvalidConfiguration, "--config: there is no file 'nowhere.json'.", "--config", "nowhere.json")]
    [TestCase(InventoryErrorKind.InvalidRequest, "--set: write ACCOUNT:KEY=VALUE", "--set", "AccessKeySecret=hunter2")]
    [TestCase(InventoryErrorKind.InvalidRequest, "--rate: 'fast' is not a whole number", "--rate", "fast")]
    public async Task A_configuration_and_an_option_that_cannot_be_used_are_data_without_their_secrets(InventoryErrorKind kind, string said, params string[] options)
    {
        var run = await _fleet.RunAsync(["plan", "fleet.yaml", "-o", "json", .. _fleet.OnEmulator, .. options]);

        var error = FleetErrorJson.Parse(run.Output);
        Assert.That((run.ExitCode, error.Kind, error.Message), Is.EqualTo((1, kind, run.Error.TrimEnd())));
        Assert.That(error.Problems.Select(p => p.Message).DefaultIfEmpty(error.Message), Has.One.StartsWith(said));
        Assert.That(run.Output + run.Error, Does.Not.Contain("hunter2"));
    }

    [TestCase("import", "oss")]
    [TestCase("migrate", "--from", "oss", "--to", "bos")]
    public async Task A_command_without_a_fleet_file_does_the_same(params string[] arguments)
    {
        var run = await _fleet.RunAsync([.. arguments, .. _fleet.OnEmulator, "--output", "json"]);

        var error = FleetErrorJson.Parse(run.Output);
        Assert.That((run.ExitCode, error.Kind, error.Message), Is.EqualTo((1, InventoryErrorKind.InvalidRequest, run.Error.TrimEnd())));
    }

    [Test]
    public async Task Other_forms_of_output_hold_no_document()
    {
        var run = await _fleet.RunAsync("plan", "nowhere.yaml", "--output", "markdown");

        Assert.That((run.ExitCode, run.Output, run.Error.TrimEnd()), Is.EqualTo((1, "", "There is no file 'nowhere.yaml'.")));
    }
}

namespace Inventory.Cli.Tests;

/// <summary>Fleet files that cannot be read: what is wrong is told with file, line, column and path, and nothing is sent.</summary>
[TestFixture]
public sealed class BadFleetTests
{
    private const int TenMillion = 10_000_000;

    private const string Rule = "{ schedule: Weekly, destination: { bucket: d } }";

    private FleetFiles _fleet = null!;

    [OneTimeSetUp]
    public async Task Start() => _fleet = await FleetFiles.StartAsync();

    [OneTimeTearDown]
    public async Task Stop() => await _fleet.DisposeAsync();

    [TestCase("wrong type", "accounts: { oss: { buckets: examplebucket } }", "line 2, column 29: accounts.oss.buckets: It must be a list, and is 'examplebucket'.")]
    [TestCase("unknown key", "accounts: { oss: { buckets: [examplebucket] } }\nrule: {}", "line 3, column 7: rule: There is no 'rule' here. Did you mean 'rules'?")]
    [TestCase("duplicate id", $"accounts: {{ oss: {{ buckets: [examplebucket] }} }}\nrules:\n  r: {Rule}\n  r: {Rule}", "line 5, column 3: rules.r: The member 'r' is given more than once, first in line 4.")]
    [TestCase("duplicate id in a bucket", $"accounts: {{ oss: {{ buckets: [examplebucket] }} }}\nrules: {{ r: {Rule} }}\nassignments:\n  - {{ account: oss, buckets: [examplebucket], rules: [r] }}\n  - {{ account: oss, buckets: ['*'], rules: [r], set: {{ schedule: Daily }} }}", "line 6, column 45: assignments[1].rules[0]: ")]
    [TestCase("unknown account", $"accounts: {{ oss: {{ buckets: [examplebucket] }} }}\nrules: {{ r: {Rule} }}\nassignments:\n  - {{ account: os, buckets: ['*'], rules: [r] }}", "line 5, column 16: assignments[0].account: There is no account 'os'. Did you mean 'oss'?")]
    [TestCase("cyclic defaults", "accounts: { oss: { buckets: [examplebucket] } }\ndefaults:\n  a: { from: b }\n  b: { from: a }", "line 5, column 14: defaults.b.from: The defaults build on one another in a circle: a → b → a.")]
    [TestCase("a schedule that never converges", "accounts: { oss: { buckets: [examplebucket] } }\nrules: { r: { schedule: Once, destination: { bucket: d } } }", "line 3, column 25: rules.r.schedule: ")]
    public async Task It_is_told_where_and_what_and_nothing_is_sent(string name, string rest, string said)
    {
        var file = _fleet.Write($"{name.Replace(' ', '-')}.yaml", $"version: 1\n{rest}");

        var run = await PlanAsync(file);

        Assert.That((run.ExitCode, run.Output), Is.EqualTo((1, "")));
        Assert.That(run.Error, Does.StartWith($"{file} cannot be read as a fleet file:\n").And.Contain($"\n  {said}").And.Not.Contain("   at "));
        Assert.That(_fleet.Emulator.Requests, Is.Empty);
    }

    [TestCase("yaml", "version: 1\naccounts: ", "line 2, column 42: accounts[0]")]
    [TestCase("json", "{ \"version\": 1, \"accounts\": ", "line 1, column 60: accounts[0]")]
    public async Task Ten_megabytes_of_nesting_are_told_where_they_go_too_deep(string kind, string begin, string said)
    {
        var file = _fleet.Write($"deep.{kind}", begin + new string('[', TenMillion));

        var run = await PlanAsync(file);

        Assert.That((run.ExitCode, run.Output), Is.EqualTo((1, "")));
        Assert.That(run.Error, Does.StartWith($"{file} cannot be read as a fleet file:\n  {said}").And.Contain(": It is nested deeper than 32."));
        Assert.That(run.Error, Has.Length.LessThan(1000));
        Assert.That(_fleet.Emulator.Requests, Is.Empty);
    }

    [TestCase("nowhere.yaml", "There is no file 'nowhere.yaml'.")]
    [TestCase("/", "'/' is a folder. Name a file in it.")]
    [TestCase("", "FILE names no file. Write a path, or - for standard input.")]
    public async Task A_file_that_is_not_there_is_named(string file, string said)
    {
        var run = await PlanAsync(file);

        Assert.That((run.ExitCode, run.Output, run.Error.TrimEnd()), Is.EqualTo((1, "", said)));
    }

    [Test]
    public async Task A_text_that_is_longer_than_any_fleet_is_not_read_to_its_end()
    {
        var run = await _fleet.RunAsync(new() { Input = new byte[TextInput.MaxBytes + 1] }, ["plan", "-", .. _fleet.OnEmulator]);

        Assert.That((run.ExitCode, run.Output, run.Error.TrimEnd()), Is.EqualTo((1, "", "standard input: It is longer than 16 MiB, and no fleet file is. Is it the right one?")));
    }

    [Test]
    public async Task Without_a_file_the_argument_is_named()
    {
        var run = await Program.RunAsync("plan");

        Assert.That((run.ExitCode, run.Output), Is.EqualTo((1, "")));
        Assert.That(run.Error, Does.Contain("'plan'").And.Not.Contain("   at "));
    }

    private Task<Run> PlanAsync(string file) => _fleet.RunAsync(["plan", file, .. _fleet.OnEmulator]);
}

using Inventory.Emulator;

namespace Inventory.Cli.Tests;

/// <summary>Where commands on fleets learn the accounts: the file, over it the environment, over that the flags.</summary>
[TestFixture]
public sealed class AccountTests
{
    private const string Fleet = """
        version: 1
        accounts:
          logs: { buckets: [examplebucket] }
          Archive: { buckets: [examplebucket] }
        """;

    private FleetFiles _fleet = null!;

    [SetUp]
    public async Task Start() => _fleet = await FleetFiles.StartAsync(Fleet, new() { Credentials = [new("id", "hunter2"), new(EmulatorCredential.DefaultAccessKeyId, EmulatorCredential.DefaultSecret)] });

    [TearDown]
    public async Task Stop() => await _fleet.DisposeAsync();

    [Test]
    public async Task The_file_names_the_cloud_of_an_account_and_sections_of_others_may_be_broken()
    {
        _ = _fleet.Write("appsettings.json", """
            { "Inventory": { "Provider": "minio", "logs": { "Provider": "oss" }, "archive": { "Provider": "BOS" },
                             "minio": { "Url": 1 }, "oss": { "Regin": "x" }, "other": { "Provider": "nothing" } } }
            """);

        var run = await PlanAsync(_fleet.OnEmulator);

        Assert.That((run.ExitCode, Lines(run.Error)), Is.EqualTo((0, new[] { "Archive/examplebucket: 0 rules", "logs/examplebucket: 0 rules" })));
        Assert.That(_fleet.Emulator.Requests.Select(r => r.Wire), Is.EquivalentTo(new[] { EmulatorWire.Oss, EmulatorWire.Bos }));
    }

    [Test]
    public async Task The_environment_comes_before_the_file_and_a_flag_before_both()
    {
        _ = _fleet.Write("appsettings.json", """{ "Inventory": { "logs": { "Provider": "minio" }, "archive": { "Provider": "minio" } } }""");
        Surroundings surroundings = new() { Environment = new Dictionary<string, string> { ["Inventory__logs__Provider"] = "bos", ["Inventory__archive__Provider"] = "minio" } };

        var run = await _fleet.RunAsync(surroundings, ["plan", "fleet.yaml", .. _fleet.OnEmulator, "--set", "ARCHIVE:Provider=bos"]);

        Assert.That((run.ExitCode, Lines(run.Error)), Is.EqualTo((0, new[] { "Archive/examplebucket: 0 rules", "logs/examplebucket: 0 rules" })));
        Assert.That(_fleet.Emulator.Requests.Select(r => r.Wire), Has.All.EqualTo(EmulatorWire.Bos));
    }

    [Test]
    public async Task Two_accounts_of_one_cloud_have_each_its_own_key_and_messages_call_them_by_their_names()
    {
        var endpoint = _fleet.Emulator.OssEndpoint.GetLeftPart(UriPartial.Authority);
        var settings = _fleet.Write("settings.json", $$"""
            { "Inventory": { "logs": { "Provider": "oss", "Region": "cn-hangzhou", "Endpoint": "{{endpoint}}", "AccessKeyId": "id", "AccessKeySecret": "hunter2" },
                             "archive": { "Provider": "oss", "Region": "cn-hangzhou", "Endpoint": "{{endpoint}}", "AccessKeyId": "id", "AccessKeySecret": "hunter3" } } }
            """);

        var run = await PlanAsync("--config", settings);

        Assert.That(run.ExitCode, Is.EqualTo(3));
        Assert.That(run.Error, Does.Contain("logs/examplebucket: 0 rules").And.Contain("Archive/examplebucket: failed: AuthenticationFailed: 'Archive' answered 403 SignatureDoesNotMatch"));
        Assert.That(run.Output + run.Error, Does.Not.Contain("hunter"));
    }

    [Test]
    public async Task Everything_that_is_wrong_with_any_account_is_said_at_once_and_nothing_is_sent()
    {
        _ = _fleet.Write("appsettings.json", """{ "Inventory": { "logs": { "Provider": "oss", "AccessKeySecrt": "hunter2", "Transport": { "MaxAttempts": "many" } } } }""");

        var run = await PlanAsync([.. _fleet.OnEmulator, "--set", "lgs:Region=bj"]);

        Assert.That((run.ExitCode, run.Output), Is.EqualTo((1, "")));
        Assert.That(Lines(run.Error, isSorted: false).Select(line => string.Concat(line.TakeWhile(c => c != ','))), Is.EqualTo(new[]
        {
            "The accounts cannot be used as they are configured:",
            "  --set: no bucket of an account 'lgs' is named. Accounts with buckets: logs",
            "  Inventory:logs:AccessKeySecrt: there is no such key. The keys are: Accept",
            "  Inventory:logs:Transport:MaxAttempts: 'many' is not a whole number in range.",
            "  Inventory:Archive: there is no such section",
        }));
        Assert.That(_fleet.Emulator.Requests, Is.Empty);
    }

    [TestCase("Inventory:logs:Provider: there is no provider 'minio'. What there is: oss, bos.", "logs:Provider=minio")]
    [TestCase("Inventory:logs:Provider: it is missing, and no cloud is called 'logs'. Name the account's cloud: oss, bos.", "logs:Region=bj")]
    [TestCase("Inventory:Archive: there is no such section, and no cloud is called 'Archive'. Configure the account there, with Provider for its cloud: oss, bos.", "logs:Provider=oss")]
    public async Task An_account_whose_cloud_nothing_says_is_named_with_its_key(string said, string setting)
    {
        var run = await PlanAsync([.. _fleet.OnEmulator, "--set", setting]);

        Assert.That((run.ExitCode, run.Output), Is.EqualTo((1, "")));
        Assert.That(Lines(run.Error), Has.Member($"  {said}"));
        Assert.That(_fleet.Emulator.Requests, Is.Empty);
    }

    [TestCase("a:b", "  Account 'a:b': its name has a colon")]
    [TestCase("Provider", "  'Provider' cannot name a provider: it names a section and a key.", "--set", "Provider:Provider=oss")]
    public async Task An_account_whose_name_can_be_no_section_is_refused(string account, string said, params string[] options)
    {
        _ = _fleet.Write("fleet.yaml", $"version: 1\naccounts: {{ '{account}': {{ buckets: [examplebucket] }} }}");

        var run = await PlanAsync([.. _fleet.OnEmulator, .. options]);

        Assert.That((run.ExitCode, run.Output), Is.EqualTo((1, "")));
        Assert.That(Lines(run.Error, isSorted: false)[1], Does.StartWith(said));
        Assert.That(_fleet.Emulator.Requests, Is.Empty);
    }

    [TestCase("--config: there is no file 'nowhere.json'.", "--config", "nowhere.json")]
    [TestCase("--emulator: '9000' does not say which cloud it stands for. Write one of oss=9000, bos=9001.", "--emulator", "9000")]
    [TestCase("--emulator: 'minio=9000' does not say which cloud it stands for. Write one of oss=9000, bos=9001.", "--emulator", "minio=9000")]
    [TestCase("--emulator: 'example.com' is not an emulator on this machine.", "--emulator", "oss=example.com")]
    [TestCase("--emulator: oss has two emulators. State one for each cloud.", "--emulator", "oss=9000", "--emulator", "OSS=9001")]
    [TestCase("--set: write ACCOUNT:KEY=VALUE, as in --set oss:Region=cn-hangzhou.", "--set", "Region=hunter2")]
    [TestCase("--set: write ACCOUNT:KEY=VALUE, as in --set oss:Region=cn-hangzhou.", "--set", "hunter2")]
    [TestCase("--set: write ACCOUNT:KEY=VALUE, as in --set oss:Region=cn-hangzhou.", "--set", "AccessKeySecret=hunter2:x")]
    [TestCase("--concurrency: '0' is not a whole number from 1 to 1000.", "--concurrency", "0")]
    [TestCase("--concurrency: '1001' is not a whole number from 1 to 1000.", "--concurrency", "1001")]
    [TestCase("--rate: 'fast' is not a whole number from 1 to 1000.", "--rate", "fast")]
    [TestCase("--rate: '0' is not a whole number from 1 to 1000.", "--rate", "0")]
    [TestCase("--rate: '1001' is not a whole number from 1 to 1000.", "--rate", "1001")]
    public async Task An_option_that_makes_no_sense_is_named_and_no_secret_repeated(string said, params string[] options)
    {
        var run = await PlanAsync([.. options]);

        Assert.That((run.ExitCode, run.Output), Is.EqualTo((1, "")));
        Assert.That(run.Error, Does.StartWith(said).And.Not.Contain("hunter2").And.Not.Contain("   at "));
    }

    private static string[] Lines(string text, bool isSorted = true)
    {
        var lines = text.TrimEnd().ReplaceLineEndings("\n").Split('\n');
        return isSorted ? [.. lines.Order(StringComparer.Ordinal)] : lines;
    }

    private Task<Run> PlanAsync(params string[] arguments) => _fleet.RunAsync(["plan", "fleet.yaml", .. arguments]);
}

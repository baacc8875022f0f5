using Inventory.Emulator;

namespace Inventory.Cli.Tests;

/// <summary>Where commands learn the provider and how to reach it: the file, over it the environment, over that the flags.</summary>
[TestFixture]
public sealed class ConfigurationTests
{
    private const string EveryThirdDay = """{"id":"third","destination":{"bucket":"destbucket"},"schedule":"EveryThreeDays"}""";

    private const string File = """
        { "Logging": { "LogLevel": { "Default": "Warning" } },
          "Inventory": {
            "Provider": "oss",
            "oss": { "Region": "cn-beijing", "DestinationRoleArn": "acs:ram::1:role/file", "DestinationAccountId": "1", "Accept": [ "schedule=Weekly" ] },
            "bos": { "Region": "bj", "Accept": [] },
            "minio": { "Url": "http://localhost:9000" } } }
        """;

    private TemporaryFolder _folder = null!;

    [SetUp]
    public void Create()
    {
        _folder = new();
        _ = _folder.Write("appsettings.json", File);
    }

    [TearDown]
    public void Remove() => _folder.Dispose();

    [Test]
    public async Task The_file_in_the_folder_names_the_provider_and_its_options_and_sections_of_others_are_left_alone()
    {
        var run = await RunAsync("validate", EveryThirdDay);

        Assert.That((run.ExitCode, run.Error), Is.EqualTo((0, "")));
        Assert.That(run.Output, Does.StartWith("'oss' can hold inventory rule 'third'.\nWarning: Schedule: Changed on the way, as the options accept: schedule=Weekly."));
    }

    [Test]
    public async Task The_environment_comes_before_the_file_and_a_flag_before_both()
    {
        Dictionary<string, string> environment = new() { ["Inventory__oss__Accept__0"] = "schedule=Daily" };

        var fromEnvironment = await RunAsync(environment, "validate", EveryThirdDay);
        var fromFlag = await RunAsync(environment, "validate", EveryThirdDay, "--set", "Accept:0=schedule=Once");
        var accepted = await RunAsync(environment, "validate", EveryThirdDay, "--accept", "schedule=Monthly(1)");

        Assert.That(fromEnvironment.Output, Does.Contain("as the options accept: schedule=Daily."));
        Assert.That(fromFlag.Output, Does.Contain("as the options accept: schedule=Once."));
        Assert.That(accepted.Output, Does.Contain("as you accept: schedule=Monthly(1).").And.Not.Contain("schedule=Daily"));
    }

    [Test]
    public async Task Without_a_file_the_environment_does()
    {
        using var empty = new TemporaryFolder();
        Dictionary<string, string> environment = new() { ["INVENTORY__PROVIDER"] = "BOS" };

        var run = await Program.RunAsync(new Surroundings { Folder = empty.Path, Environment = environment }, "validate", EveryThirdDay);

        Assert.That(run, Is.EqualTo(new Run(0, "'bos' can hold inventory rule 'third'.\n", "")));
    }

    [Test]
    public async Task Another_file_takes_the_place_of_the_one_in_the_folder()
    {
        var other = _folder.Write("other.json", """{ "Inventory": { "Provider": "bos" } }""");

        var run = await RunAsync("validate", EveryThirdDay, "--config", other);

        Assert.That(run, Is.EqualTo(new Run(0, "'bos' can hold inventory rule 'third'.\n", "")));
    }

    [TestCase("--config: there is no file 'nowhere.json'.", "--config", "nowhere.json")]
    [TestCase("--provider: the configuration has a section Inventory:minio, and this command does not know which provider it is for. What it knows: oss, bos.", "--provider", "minio")]
    [TestCase("--emulator: 'example.com' is not an emulator on this machine.", "--emulator", "example.com")]
    [TestCase("--emulator: '0' is not an emulator on this machine.", "--emulator", "0")]
    [TestCase("--emulator: 'https://127.0.0.1:9000/path' is not an emulator on this machine.", "--emulator", "https://127.0.0.1:9000/path")]
    [TestCase("--set: write KEY=VALUE", "--set", "hunter2")]
    [TestCase("Inventory:oss:AccessKeySecrt: there is no such key.", "--set", "AccessKeySecrt=hunter2")]
    [TestCase("Inventory:oss:Provider: it says 'bos', and the application adds 'oss' under this name.", "--set", "Provider=bos")]
    [TestCase("Inventory:oss:Transport:MaxAttempts: 'many' is not a whole number", "--set", "Transport.MaxAttempts=many")]
    [TestCase("Accept: 'drop=Destination.Encryption' cannot be accepted in configuration", "--set", "Accept__0=drop=Destination.Encryption")]
    public async Task What_cannot_be_used_is_named_and_no_secret_repeated(string said, params string[] options)
    {
        var run = await RunAsync(["validate", EveryThirdDay, .. options]);

        Assert.That((run.ExitCode, run.Output), Is.EqualTo((1, "")));
        Assert.That(run.Error, Does.Contain(said).And.Not.Contain("hunter2").And.Not.Contain("   at "));
    }

    [TestCase("{ \"Inventory\": ", "broken.json: It cannot be read as configuration: ")]
    [TestCase("""{ "Inventory": { "oss": {} } }""", "No provider is named. Add --provider oss|bos, or set Inventory:Provider in the configuration.")]
    [TestCase("""{ "Inventory": { "Provider": "azure" } }""", "Inventory:Provider: there is no provider 'azure'. What there is: oss, bos.")]
    [TestCase("""{ "Inventory": { "Provider": "oss", "oss": { "Regoin": "cn-hangzhou" } } }""", "Inventory:oss:Regoin: there is no such key.")]
    public async Task A_file_that_cannot_be_used_is_named(string text, string said)
    {
        _ = _folder.Write("broken.json", text);

        var run = await RunAsync("validate", EveryThirdDay, "--config", "broken.json");

        Assert.That((run.ExitCode, run.Output), Is.EqualTo((1, "")));
        Assert.That(run.Error, Does.Contain(said).And.Not.Contain("   at "));
    }

    [Test]
    public async Task The_environment_and_flags_reach_a_service_as_the_file_does()
    {
        await using var emulator = await InventoryEmulator.StartAsync(new() { Credentials = [new("id", "hunter2")] });
        Dictionary<string, string> key = new() { ["Inventory__oss__AccessKeyId"] = "id", ["Inventory__oss__AccessKeySecret"] = "hunter2" };
        string[] list = ["list", "--bucket", "examplebucket", "--region", "cn-hangzhou", "--endpoint", emulator.OssEndpoint.GetLeftPart(UriPartial.Authority)];

        var run = await RunAsync(key, list);
        var wrong = await RunAsync(key, [.. list, "--set", "AccessKeySecret=hunter3"]);

        Assert.That(run, Is.EqualTo(new Run(0, "Bucket 'examplebucket' has no inventory rules on OSS.\n", "")));
        Assert.That((wrong.ExitCode, wrong.Output), Is.EqualTo((1, "")));
        Assert.That(wrong.Error, Does.Contain("SignatureDoesNotMatch").And.Not.Contain("hunter"));
    }

    [Test]
    public async Task A_key_may_stand_in_the_environment_under_the_names_that_users_of_the_cloud_know()
    {
        await using var emulator = await InventoryEmulator.StartAsync(new() { Credentials = [new("id", "hunter2")] });
        Dictionary<string, string> key = new() { ["BCE_ACCESS_KEY_ID"] = "id", ["BCE_SECRET_ACCESS_KEY"] = "hunter2" };

        var run = await RunAsync(key, "list", "-p", "bos", "-b", "examplebucket", "--endpoint", emulator.BosEndpoint.GetLeftPart(UriPartial.Authority));

        Assert.That(run, Is.EqualTo(new Run(0, "Bucket 'examplebucket' has no inventory rules on BOS.\n", "")));
    }

    [Test]
    public async Task The_emulator_is_reached_whatever_the_file_says_of_the_cloud()
    {
        await using var emulator = await InventoryEmulator.StartAsync();
        _ = _folder.Write("appsettings.json", """
            { "Inventory": { "Provider": "oss", "oss": { "Endpoint": "https://oss.invalid", "Addressing": "VirtualHosted", "AccessKeyId": "real", "AccessKeySecret": "hunter2", "SecurityToken": "token", "UseEcsRamRole": true } } }
            """);

        var run = await RunAsync("put", Rules.Weekly, "--bucket", "examplebucket", "--emulator", $"{emulator.OssEndpoint.Port}");

        Assert.That(run, Is.EqualTo(new Run(0, "Created inventory rule 'weekly' of bucket 'examplebucket' on OSS.\n", "")));
    }

    private Task<Run> RunAsync(params string[] arguments) => RunAsync([], arguments);

    private Task<Run> RunAsync(Dictionary<string, string> environment, params string[] arguments) =>
        Program.RunAsync(new Surroundings { Folder = _folder.Path, Environment = environment }, arguments);
}

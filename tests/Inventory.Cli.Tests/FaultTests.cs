namespace Inventory.Cli.Tests;

/// <summary>What a put says when the service does not do what it should.</summary>
[TestFixture]
public sealed class FaultTests
{
    private const string Sized = """{"id":"sized","destination":{"bucket":"destbucket"},"schedule":"Weekly","filter":{"objectSize":{"lower":1024}}}""";

    private const string Stored = """
        <InventoryConfiguration><Id>sized</Id><IsEnabled>true</IsEnabled><Destination><OSSBucketDestination><Format>CSV</Format>
        <AccountId>100000000000000</AccountId><RoleArn>acs:ram::100000000000000:role/inventory</RoleArn><Bucket>acs:oss:::destbucket</Bucket></OSSBucketDestination></Destination>
        <Schedule><Frequency>Weekly</Frequency></Schedule><IncludedObjectVersions>Current</IncludedObjectVersions></InventoryConfiguration>
        """;

    private const string Exists = "<Error><Code>InventoryConfigurationAlreadyExists</Code><Message>there</Message></Error>";

    private const string Denied = "<Error><Code>AccessDenied</Code><Message>no</Message></Error>";

    [Test]
    public async Task A_rule_that_is_stored_otherwise_than_it_was_sent_differs()
    {
        await using var server = new ScriptedServer((200, ""), (200, Stored));

        var run = await PutAsync(server);

        Assert.That((run.ExitCode, run.Output), Is.EqualTo((2, "")));
        Assert.That(run.Error, Does.Contain("holds it otherwise: Filter.ObjectSize differ."));
    }

    [Test]
    public async Task The_old_rule_is_printed_where_a_replacement_may_have_lost_it()
    {
        await using var server = new ScriptedServer((409, Exists), (200, Stored), (204, ""), (403, Denied));

        var run = await PutAsync(server);

        Assert.That((run.ExitCode, run.Output), Is.EqualTo((1, "")));
        Assert.That(run.Error, Does.Contain("was interrupted").And.Contain("\n{\n  \"id\": \"sized\",\n  \"sourceBucket\": \"examplebucket\","));
        Assert.That(run.Error, Does.Not.Contain("   at "));
    }

    [Test]
    public async Task A_service_that_cannot_be_reached_is_named()
    {
        string endpoint;
        await using (var server = new ScriptedServer((200, "")))
        {
            endpoint = server.Endpoint;
        }

        var run = await Program.RunAsync("list", "-p", "bos", "-b", "examplebucket", "--emulator", endpoint, "--set", "Transport:MaxAttempts=1");

        Assert.That((run.ExitCode, run.Output), Is.EqualTo((1, "")));
        Assert.That(run.Error, Does.Contain(endpoint["http://".Length..]).And.Not.Contain("   at "));
    }

    private static Task<Run> PutAsync(ScriptedServer server) =>
        Program.RunAsync("put", Sized, "-p", "oss", "-b", "examplebucket", "--emulator", server.Endpoint, "--set", "Transport:MaxAttempts=1");
}

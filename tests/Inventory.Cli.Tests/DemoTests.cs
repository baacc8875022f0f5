namespace Inventory.Cli.Tests;

/// <summary><c>inventory demo</c> with the rule that it brings.</summary>
[TestFixture]
public sealed class DemoTests
{
    private Run _run = null!;

    [OneTimeSetUp]
    public async Task Start() => _run = await Program.RunAsync("demo");

    [Test]
    public void It_succeeds_and_has_nothing_to_complain_of()
    {
        Assert.That((_run.ExitCode, _run.Error), Is.EqualTo((0, "")));
    }

    [Test]
    public void It_shows_each_step_in_order()
    {
        var steps = _run.Output.Split('\n').Where(line => line.Length > 2 && char.IsAsciiDigit(line[0]) && line[1] == '.');

        Assert.That(string.Join('\n', steps), Is.EqualTo(
            """
            1. Put rule 'nightly' to OSS, bucket 'examplebucket'
            2. Find it on OSS
            3. List the bucket's rules on OSS
            4. Can it move to BOS? No request is needed to know
            5. Accept the findings, one by one, so that BOS can hold it
            6. Put the converted rule to BOS, bucket 'examplebucket'
            7. Find it on BOS
            8. Delete both
            """));
    }

    [TestCase("> PUT /examplebucket/?inventory&inventoryId=nightly")]
    [TestCase("> GET /examplebucket/?inventory&inventoryId=nightly")]
    [TestCase("> GET /examplebucket/?inventory\n")]
    [TestCase("> DELETE /examplebucket/?inventory&inventoryId=nightly")]
    [TestCase("> GET /examplebucket?inventory&id=nightly")]
    [TestCase("> PUT /examplebucket?inventory&id=nightly")]
    [TestCase("> DELETE /examplebucket?inventory&id=nightly")]
    public void It_shows_method_and_target_of_each_request(string line)
    {
        Assert.That(_run.Output, Does.Contain(line));
    }

    [TestCase("<InventoryConfiguration><Id>nightly</Id><IsEnabled>true</IsEnabled>")]
    [TestCase("<SSE-KMS><KeyId>key-1</KeyId></SSE-KMS>")]
    [TestCase("<ListInventoryConfigurationsResult>")]
    [TestCase("""{"id":"nightly","status":"enabled","resource":["examplebucket/logs/*"],"schedule":"ThreeDaily","destination":{"targetBucket":"destbucket","targetPrefix":"inventory","format":"CSV"},"includedObjectVersions":"All"}""")]
    [TestCase("\"code\":\"NoSuchInventoryConfiguration\"")]
    public void It_shows_the_bodies_of_both_wires(string body)
    {
        Assert.That(_run.Output, Does.Contain(body));
    }

    [TestCase("drop=Destination.Encryption   The report will be less well protected.")]
    [TestCase("schedule=EveryThreeDays   The report will be written at other times.")]
    [TestCase("drop=Filter.ObjectSize   The report will list more objects.")]
    [TestCase("drop=OptionalFields[Size]   The report will have fewer columns.")]
    public void It_says_what_each_acceptance_means(string line)
    {
        Assert.That(_run.Output, Does.Contain(line));
    }

    [Test]
    public void What_is_found_is_what_was_put_on_both()
    {
        Assert.That(_run.Output.Split("It is what was put."), Has.Length.EqualTo(3));
        Assert.That(_run.Output, Does.Not.Contain("It is not what was put"));
    }

    [Test]
    public void It_shows_no_secret()
    {
        Assert.That(_run.Output, Does.Not.Contain("emulator-secret").And.Not.Contain("Authorization"));
    }
}

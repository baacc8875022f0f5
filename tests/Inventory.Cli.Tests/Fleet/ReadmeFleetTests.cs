namespace Inventory.Cli.Tests;

/// <summary>The section of the README on fleets.</summary>
[TestFixture]
public sealed class ReadmeFleetTests
{
    [Test]
    public async Task Its_commands_work_one_after_another_on_the_emulator()
    {
        await using var fleet = await FleetFiles.StartAsync();
        await fleet.PutAsync("oss", """{"id":"daily","destination":{"bucket":"destbucket"},"schedule":"Daily","optionalFields":["Size"]}""");
        var lines = Section().Split('\n').Where(line => line.StartsWith("inventory ", StringComparison.Ordinal)).Select(line => line.Split('#')[0].Trim()).ToList();

        var hash = "";
        foreach (var line in lines)
        {
            string[] words = [.. line.Replace("HASH", hash, StringComparison.Ordinal).Split(' ').Skip(1)];
            var run = await fleet.RunAsync([.. words, .. fleet.OnEmulator]);
            hash = words[0] == "plan" ? run.Output.Split("Hash: `")[1].Split('`')[0] : hash;
            Assert.That(run.ExitCode, Is.EqualTo(line.EndsWith("--bucket examplebucket", StringComparison.Ordinal) ? 2 : 0), $"{line}\n{run.Error}{run.Output}");
        }

        Assert.That(lines, Has.Count.EqualTo(7));
        Assert.That(fleet.Emulator.StoredRules("bos", "examplebucket").Single().Document, Does.Contain("\"enabled\""), "the rule has moved and is enabled");
    }

    [Test]
    public async Task Its_file_is_read()
    {
        await using var fleet = await FleetFiles.StartAsync(Section().Split("```yaml\n")[1].Split("```")[0]);

        var run = await fleet.RunAsync(["plan", "fleet.yaml", .. fleet.OnEmulator]);

        Assert.That(run.ExitCode, Is.EqualTo(3), "its buckets are not on the emulator");
        Assert.That(run.Error.Split('\n').Count(line => line.Contains(": failed: BucketNotFound: ", StringComparison.Ordinal)), Is.EqualTo(4));
    }

    private static string Section() =>
        File.ReadAllText(ReadmeMatrixTests.Readme()).ReplaceLineEndings("\n").Split("\n## ").Single(s => s.StartsWith("A fleet\n", StringComparison.Ordinal));
}

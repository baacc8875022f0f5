using System.Text.RegularExpressions;
using Inventory.Emulator;
using Inventory.Tests;

namespace Inventory.Consumer.Tests;

/// <summary>What the README shows is what happens: its lines are compiled and run, with its configuration.</summary>
public sealed class ReadmeTests
{
    private const string Lines = "Ten lines";
    private string _folder = null!;

    [SetUp]
    public void MakeFolder() => _folder = Directory.CreateTempSubdirectory().FullName;

    [TearDown]
    public void RemoveFolder() => Directory.Delete(_folder, recursive: true);

    [Test]
    public async Task The_ten_lines_put_their_rule_on_OSS()
    {
        await using var emulator = await InventoryEmulator.StartAsync(new());

        await RunAsync(emulator);

        Assert.That(emulator.StoredRules(EmulatorWire.Oss, "examplebucket").Select(r => r.Id), Is.EqualTo(["nightly"]));
        Assert.That(emulator.StoredRules(EmulatorWire.Bos, "examplebucket"), Is.Empty);
    }

    [Test]
    public async Task On_BOS_they_are_refused_as_the_README_says()
    {
        await using var emulator = await InventoryEmulator.StartAsync(new());

        var error = Assert.ThrowsAsync<InventoryRuleRejectedException>(() => RunAsync(emulator, "Inventory:Provider=bos"))!;

        Assert.That(Readme.Blocks(Lines, ""), Has.One.EqualTo($"{error.Message}\n"));
        Assert.That(emulator.Requests, Is.Empty);
    }

    [Test]
    public async Task With_what_the_README_accepts_BOS_takes_them()
    {
        await using var emulator = await InventoryEmulator.StartAsync(new());
        await File.WriteAllTextAsync(Path.Combine(_folder, "appsettings.Production.json"), Readme.Blocks(Lines, "json")[1]);

        await RunAsync(emulator, "Inventory:Provider=bos");

        Assert.That(emulator.StoredRules(EmulatorWire.Bos, "examplebucket").Select(r => r.Id), Is.EqualTo(["nightly"]));
    }

    [TestCaseSource(nameof(Quotes))]
    public void What_the_README_quotes_stands_in_the_file(string file, string quote) =>
        Assert.That(WithoutIndents(File.ReadAllText(Path.Combine(SolutionFolder.FullName, file)).ReplaceLineEndings("\n")), Does.Contain(WithoutIndents(quote)));

    [Test]
    public void There_are_quotes() => Assert.That(Quotes(), Has.Length.GreaterThanOrEqualTo(4));

    private static object[][] Quotes() =>
        [.. Regex.Matches(Readme.Text, "(?s)<!-- from (.*?) -->\n```csharp\n(.*?)```").Select(m => new object[] { m.Groups[1].Value, m.Groups[2].Value })];

    private static string WithoutIndents(string text) => string.Join('\n', text.Split('\n').Select(line => line.Trim()));

    private async Task RunAsync(InventoryEmulator emulator, params string[] more)
    {
        await File.WriteAllTextAsync(Path.Combine(_folder, "appsettings.json"), Readme.Blocks(Lines, "json")[0]);
        await ReadmeLines.RunAsync([.. Apps.On(emulator, more), $"--contentRoot={_folder}", "--environment=Production"]);
    }
}

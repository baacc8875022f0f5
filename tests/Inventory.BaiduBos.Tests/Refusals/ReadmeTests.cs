namespace Inventory.BaiduBos.Tests.Refusals;

/// <summary>What the README shows of a refusal is what a refusal says.</summary>
[TestFixture]
public sealed class ReadmeTests
{
    [Test]
    public void The_refusal_that_the_README_quotes_is_the_one_that_its_rule_gets()
    {
        var rule = new InventoryRule
        {
            Id = "nightly",
            Schedule = InventorySchedule.Daily,
            Destination = new() { Bucket = "reports", Prefix = "inventory" },
            Filter = new() { Prefixes = ["logs/"], ObjectSize = new() { Lower = 1024 } },
            OptionalFields = [InventoryField.Size, InventoryField.ETag],
        };

        var refusal = new InventoryRuleRejectedException("bos", rule.Id, InventoryValidator.Check(BosCapabilities.Default, rule, DateTimeOffset.UnixEpoch));

        Assert.That(Readme().ReplaceLineEndings("\n"), Does.Contain(refusal.Message));
    }

    private static string Readme()
    {
        var folder = new DirectoryInfo(TestContext.CurrentContext.TestDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Inventory.Abstractions.sln")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("The solution is not above the test directory.");
        }

        return File.ReadAllText(Path.Combine(folder.FullName, "README.md"));
    }
}

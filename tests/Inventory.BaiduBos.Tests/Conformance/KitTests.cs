using Inventory.Conformance;
using NUnit.Framework.Interfaces;

namespace Inventory.BaiduBos.Tests.Conformance;

[TestFixture]
public sealed class KitTests
{
    [Test]
    public void No_fewer_clauses_run_than_the_kit_declares_and_each_is_proved()
    {
        var results = KitRun.Of<BosConformance>();

        Assert.That(results, Has.Count.GreaterThanOrEqualTo(InventoryServiceConformance.ClauseCount));
        Assert.That(results.Where(r => r.ResultState.Status != TestStatus.Passed).Select(r => $"{r.Test.Name}: {r.Message}"), Is.Empty);
        TestContext.Out.WriteLine($"{results.Count} of {InventoryServiceConformance.ClauseCount} clauses.");
    }
}

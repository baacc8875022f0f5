using Inventory.Conformance;
using NUnit.Framework.Interfaces;

namespace Inventory.AlibabaOss.Tests;

/// <summary>That the kit really ran, whole.</summary>
[TestFixture]
public sealed class OssConformanceCountTests
{
    [Test]
    public void The_kit_runs_every_clause_and_each_is_proved()
    {
        var results = KitRun.Of<OssConformance>();

        Assert.That(results, Has.Count.EqualTo(InventoryServiceConformance.ClauseCount).And.Count.GreaterThan(150));
        Assert.That(results.Where(r => r.ResultState.Status != TestStatus.Passed).Select(r => $"{r.Test.Name}: {r.Message}"), Is.Empty);
        TestContext.Out.WriteLine($"{results.Count} of {InventoryServiceConformance.ClauseCount} clauses.");
    }

    [Test]
    public void The_kit_runs_every_clause_of_HTTP_and_each_is_proved()
    {
        var results = KitRun.Of<OssHttpConformance>();

        Assert.That(results, Has.Count.EqualTo(HttpInventoryServiceConformance.ClauseCount).And.Count.GreaterThan(150));
        Assert.That(results.Where(r => r.ResultState.Status != TestStatus.Passed).Select(r => $"{r.Test.Name}: {r.Message}"), Is.Empty);
        TestContext.Out.WriteLine($"{results.Count} of {HttpInventoryServiceConformance.ClauseCount} clauses.");
    }
}

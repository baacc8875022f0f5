using Inventory.Conformance;
using NUnit.Framework.Interfaces;

namespace Inventory.AlibabaOss.Tests;

/// <summary>That the kit really ran, whole.</summary>
[TestFixture]
public sealed class OssConformanceCountTests
{
    [Test]
    public void The_kit_runs_every_clause_none_fails_and_what_is_not_proved_is_known()
    {
        var results = KitRun.Of<OssConformance>();

        var unproved = results.Where(r => r.ResultState.Status == TestStatus.Skipped).Select(r => r.Test.Name).Order(StringComparer.Ordinal);
        Assert.That(results, Has.Count.EqualTo(InventoryServiceConformance.ClauseCount).And.Count.GreaterThan(150));
        Assert.That(results.Where(r => r.ResultState.Status == TestStatus.Failed).Select(r => $"{r.Test.Name}: {r.Message}"), Is.Empty);
        Assert.That(unproved, Is.EqualTo((string[])["A_full_bucket_still_takes_a_replacement", "A_full_bucket_takes_no_more_and_keeps_what_it_has"]));
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

using NUnit.Framework.Interfaces;

namespace Inventory.Conformance.Tests;

[TestFixture]
public sealed class KitTests
{
    [Test]
    public void A_clause_that_cannot_be_proved_is_reported_with_a_sentence_and_never_passes()
    {
        var results = KitRun.Of<BareFixture>();

        var ignored = results.Where(r => r.ResultState.Status == TestStatus.Skipped).ToList();
        Assert.That(ignored, Has.Count.EqualTo(16));
        Assert.That(ignored.Select(r => r.Message), Has.All.StartsWith("Not proved: ").And.All.EndsWith("."));
        Assert.That(results.Where(r => r.ResultState.Status == TestStatus.Failed).Select(Describe), Is.Empty);
        Assert.That(results, Has.Count.EqualTo(InventoryServiceConformance.ClauseCount));
    }

    [Test]
    public void A_service_that_loses_columns_is_found_out_and_the_columns_are_named()
    {
        var results = KitRun.Of<ForgetfulFixture>();

        var failed = results.Where(r => r.ResultState.Status == TestStatus.Failed).ToList();
        Assert.That(failed.Select(r => r.Test.Name), Has.Some.Contains("ETagField").And.Some.EqualTo("All_supported_features_together_round_trip"));
        Assert.That(failed.Select(r => r.Message), Has.All.Contains("OptionalFields"));
    }

    private static string Describe(ITestResult result) => $"{result.Test.Name}: {result.Message}";
}

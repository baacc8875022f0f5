using Inventory.Conformance;
using NUnit.Framework.Interfaces;

namespace Inventory.InMemory.Tests.Conformance;

[TestFixture]
public sealed class KitTests
{
    // Rules in memory are no documents.
    private static readonly string[] NeedingDocuments =
    [
        "A_rule_that_cannot_be_read_hides_no_other_and_is_named_at_the_end_of_the_list",
        "Finding_a_rule_that_cannot_be_read_fails_as_a_malformed_answer_and_says_why",
        "What_the_library_does_not_know_is_read_and_survives_a_change_or_the_put_fails_by_name",
    ];

    [Test]
    public void The_kit_runs_every_clause_none_fails_and_what_is_not_proved_is_known()
    {
        var results = KitRun.Of<CreateOnlyConformanceTests>();

        Assert.That(results, Has.Count.GreaterThanOrEqualTo(InventoryServiceConformance.ClauseCount).And.Count.GreaterThan(150));
        Assert.That(results.Where(r => r.ResultState.Status == TestStatus.Failed).Select(Describe), Is.Empty);
        Assert.That(results.Where(r => r.ResultState.Status == TestStatus.Skipped).Select(r => r.Test.Name).Order(StringComparer.Ordinal), Is.EqualTo(NeedingDocuments));
        TestContext.Out.WriteLine($"{results.Count} of {InventoryServiceConformance.ClauseCount} clauses.");
    }

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

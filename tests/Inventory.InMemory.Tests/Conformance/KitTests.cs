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

    [TestCase(NativePut.CreateOnly)]
    [TestCase(NativePut.Overwrite)]
    public void The_kit_runs_every_clause_none_fails_and_what_is_not_proved_is_known(NativePut nativePut)
    {
        var results = nativePut == NativePut.CreateOnly ? KitRun.Of<CreateOnlyConformanceTests>() : KitRun.Of<OverwriteConformanceTests>();

        Assert.That(results, Has.Count.GreaterThanOrEqualTo(InventoryServiceConformance.ClauseCount).And.Count.GreaterThan(150));
        Assert.That(results.Where(r => r.ResultState.Status == TestStatus.Failed).Select(Describe), Is.Empty);
        Assert.That(results.Where(r => r.ResultState.Status == TestStatus.Skipped).Select(r => r.Test.Name).Order(StringComparer.Ordinal), Is.EqualTo(NeedingDocuments));
        TestContext.Out.WriteLine($"{nativePut}: {results.Count} of {InventoryServiceConformance.ClauseCount} clauses.");
    }

    private static string Describe(ITestResult result) => $"{result.Test.Name}: {result.Message}";
}

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

    [Test]
    public void No_fewer_clauses_of_HTTP_run_than_the_kit_declares_and_what_is_not_proved_is_known()
    {
        var results = KitRun.Of<BosHttpConformance>();

        Assert.That(results, Has.Count.EqualTo(HttpInventoryServiceConformance.ClauseCount).And.Count.GreaterThan(150));
        Assert.That(results.Where(r => r.ResultState.Status == TestStatus.Failed).Select(r => $"{r.Test.Name}: {r.Message}"), Is.Empty);
        Assert.That(results.Where(r => r.ResultState.Status != TestStatus.Passed).Select(r => r.Test.Name).Order(StringComparer.Ordinal), Is.EqualTo((string[])
        [
            "A_refusal_fails_in_its_kind_and_says_who_refused_what(RuleAlreadyExists,Put)",
            "A_refusal_fails_in_its_kind_and_says_who_refused_what(RuleLimitReached,Put)",
            "A_success_that_cannot_be_read_is_a_malformed_answer_and_never_nothing(\"nothing\",List)",
            "What_may_pass_is_asked_again_a_bounded_number_of_times_and_what_will_not_is_asked_once(RuleAlreadyExists,Put)",
            "What_may_pass_is_asked_again_a_bounded_number_of_times_and_what_will_not_is_asked_once(RuleLimitReached,Put)",
        ]));
        TestContext.Out.WriteLine($"{results.Count} of {HttpInventoryServiceConformance.ClauseCount} clauses.");
    }
}

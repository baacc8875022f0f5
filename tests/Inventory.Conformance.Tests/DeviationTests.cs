using NUnit.Framework.Interfaces;

namespace Inventory.Conformance.Tests;

/// <summary>What becomes of a clause that the fixture says is broken: skipped with the reason while it fails, failed once it holds.</summary>
[TestFixture]
public sealed class DeviationTests
{
    private const string Clause = nameof(InventoryServiceConformance.A_rule_that_is_not_enabled_stays_so);
    private const string ClauseWithCases = nameof(InventoryServiceConformance.A_feature_round_trips_or_is_refused_by_name_or_is_warned_of);
    private const string ClauseOfDeviations = nameof(InventoryServiceConformance.Every_deviation_names_a_clause_and_says_why);
    private const string ClauseNotProved = nameof(InventoryServiceConformance.A_full_bucket_takes_no_more_and_keeps_what_it_has);
    private const string Reason = "The service keeps no flag; ticket 4711.";

    [Test]
    public void A_clause_that_fails_as_foretold_is_skipped_with_the_reason()
    {
        var results = Run(Clause, Forgetting, (Clause, Reason));

        Assert.That(States(results), Is.EqualTo(new[] { (TestStatus.Skipped, $"Deviation: {Reason}") }));
    }

    [Test]
    public void A_clause_that_fails_and_is_not_foretold_fails()
    {
        var results = Run(Clause, Forgetting, (nameof(InventoryServiceConformance.A_list_can_be_walked_twice), Reason));

        Assert.That(results.Single().ResultState.Status, Is.EqualTo(TestStatus.Failed));
        Assert.That(results.Single().Message, Does.Contain("differing: IsEnabled"));
    }

    [Test]
    public void A_clause_that_throws_as_foretold_is_skipped_with_the_reason()
    {
        var results = Run(Clause, s => new(s) { Puts = (_, _, _, _) => throw new InvalidOperationException("Not yet.") }, (Clause, Reason));

        Assert.That(States(results), Is.EqualTo(new[] { (TestStatus.Skipped, $"Deviation: {Reason}") }));
    }

    [Test]
    public void A_clause_that_holds_against_its_deviation_fails_and_says_what_to_take_out()
    {
        var results = Run(Clause, s => new(s), (Clause, Reason));

        Assert.That(States(results), Is.EqualTo(new[] { (TestStatus.Failed, $"The clause holds. Take its deviation out: {Reason}") }));
    }

    [Test]
    public void A_deviation_of_one_case_is_of_no_other()
    {
        var results = Run(ClauseWithCases, s => new(s) { Writes = rule => rule with { OptionalFields = [] } }, ($"{ClauseWithCases}(ETagField)", Reason));

        Assert.That(StateOf(results, "ETagField"), Is.EqualTo((TestStatus.Skipped, $"Deviation: {Reason}")));
        Assert.That(StateOf(results, "SizeField").Status, Is.EqualTo(TestStatus.Failed));
        Assert.That(StateOf(results, "DailySchedule").Status, Is.EqualTo(TestStatus.Passed));
    }

    [Test]
    public void A_deviation_of_one_case_fails_once_the_case_holds()
    {
        var results = Run(ClauseWithCases, s => new(s), ($"{ClauseWithCases}(ETagField)", Reason));

        Assert.That(results.Count(r => r.ResultState.Status == TestStatus.Failed), Is.EqualTo(1));
        Assert.That(StateOf(results, "ETagField").Status, Is.EqualTo(TestStatus.Failed));
    }

    [Test]
    public void A_deviation_is_shown_with_its_name_where_no_clause_is_called_so()
    {
        var results = Run(ClauseOfDeviations, s => new(s), ("Nothing_of_the_kind", Reason));

        Assert.That(results.Single().ResultState.Status, Is.EqualTo(TestStatus.Failed));
        Assert.That(results.Single().Message, Does.Contain("no clause of the kit has this name").And.Contain("Nothing_of_the_kind"));
    }

    [Test]
    public void A_clause_that_has_cases_is_not_foretold_by_its_name_alone()
    {
        var results = Run(ClauseOfDeviations, s => new(s), (ClauseWithCases, Reason));

        Assert.That(results.Single().ResultState.Status, Is.EqualTo(TestStatus.Failed));
        Assert.That(results.Single().Message, Does.Contain(ClauseWithCases));
    }

    [Test]
    public void Deviations_that_name_a_clause_and_a_case_are_in_order()
    {
        var results = Run(ClauseOfDeviations, s => new(s), (Clause, Reason), ($"{ClauseWithCases}(ETagField)", Reason));

        Assert.That(results.Single().ResultState.Status, Is.EqualTo(TestStatus.Passed));
    }

    [Test]
    public void A_clause_that_cannot_be_proved_stays_so_whatever_is_foretold()
    {
        var unlimited = new Saboteur(ClauseNotProved, "holds any number", "", s => new(s)) { Ground = Ground.Overwrite, Deviations = Foretelling((ClauseNotProved, Reason)) };

        var results = SabotageRun.AgainOf(unlimited);

        Assert.That(States(results), Is.EqualTo(new[] { (TestStatus.Skipped, "Not proved: the capabilities state no limit of rules in a bucket.") }));
    }

    [Test]
    public void A_deviation_does_not_hide_a_fixture_that_cannot_be_used()
    {
        var unusable = new Saboteur(Clause, "has no service", "", (_, _) => null!) { Deviations = Foretelling((Clause, Reason)) };

        var results = SabotageRun.AgainOf(unusable);

        Assert.That(results.Single().ResultState.Status, Is.EqualTo(TestStatus.Failed));
        Assert.That(results.Single().Message, Does.StartWith("The fixture cannot be used: CreateService returned null."));
    }

    private static Overridden Forgetting(IInventoryService s) => new(s) { Writes = rule => rule with { IsEnabled = true } };

    private static IReadOnlyList<ITestResult> Run(string clause, Func<IInventoryService, Overridden> spoil, params ReadOnlySpan<(string Clause, string Reason)> deviations) =>
        SabotageRun.AgainOf(new(clause, "deviates", "", spoil) { Deviations = Foretelling(deviations) });

    private static Dictionary<string, string> Foretelling(params ReadOnlySpan<(string Clause, string Reason)> deviations)
    {
        Dictionary<string, string> foretold = new(StringComparer.Ordinal);
        foreach (var (clause, reason) in deviations)
        {
            foretold.Add(clause, reason);
        }

        return foretold;
    }

    private static IEnumerable<(TestStatus Status, string Message)> States(IEnumerable<ITestResult> results) => results.Select(r => (r.ResultState.Status, r.Message));

    private static (TestStatus Status, string Message) StateOf(IEnumerable<ITestResult> results, string argument) =>
        States(results.Where(r => r.Test.Arguments.Single()!.ToString() == argument)).Single();
}

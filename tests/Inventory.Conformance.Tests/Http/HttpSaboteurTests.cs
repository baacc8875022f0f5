using System.Text.RegularExpressions;
using NUnit.Framework.Interfaces;

namespace Inventory.Conformance.Tests;

/// <summary>That the kit's clauses about HTTP find out what they say that they prove.</summary>
[TestFixture]
public sealed partial class HttpSaboteurTests
{
    private static IEnumerable<TestCaseData> Saboteurs => HttpSaboteurs.All.Select(s => new TestCaseData(s).SetArgDisplayNames(s.ToString()));

    [TestCaseSource(nameof(Saboteurs))]
    public void A_saboteur_is_caught_by_the_clause_that_it_breaks_and_by_its_message(object saboteur)
    {
        var (clause, _, says, _) = (HttpSaboteur)saboteur;

        var results = KitRun.Of<SabotagedHttpFixture>(clause, saboteur);

        Assert.That(results.Where(r => r.ResultState.Status == TestStatus.Failed).Select(r => r.Message), Has.Some.Contains(says));
    }

    [Test]
    public void Every_clause_has_a_saboteur()
    {
        var broken = HttpSaboteurs.All.Select(s => s.Clause).Distinct().ToList();

        Assert.That(broken, Is.EquivalentTo(HttpInventoryServiceConformance.ClauseNames), "a clause without a saboteur may prove nothing");
        TestContext.Out.WriteLine($"{HttpSaboteurs.All.Count} saboteurs for {broken.Count} clauses.");
    }

    [Test]
    public void Every_assertion_of_a_clause_is_needed_by_a_saboteur()
    {
        var needed = HttpSaboteurs.All.SelectMany(s => KitRun.Of<SabotagedHttpFixture>(s.Clause, s))
            .Where(r => r.ResultState.Status == TestStatus.Failed)
            .SelectMany(r => KitLine().Matches(r.StackTrace ?? ""))
            .Select(m => m.Value.Replace("line ", "", StringComparison.Ordinal))
            .ToHashSet(StringComparer.Ordinal);
        var assertions = Directory.GetFiles(Path.Combine(SolutionFolder.FullName, "src", "Inventory.Conformance", "Http"), "*.cs")
            .SelectMany(file => File.ReadLines(file).Select((text, index) => (Place: $"{Path.GetFileName(file)}:{index + 1}", Text: text.Trim())))
            .Where(line => line.Text.Contains("Assert.That(", StringComparison.Ordinal))
            .ToList();

        Assert.That(assertions, Has.Count.GreaterThan(40));
        Assert.That(assertions.Where(a => !needed.Contains(a.Place)), Is.Empty, "no saboteur needs these");
        TestContext.Out.WriteLine($"{assertions.Count} assertions.");
    }

    [Test]
    public void No_two_saboteurs_of_a_clause_are_said_to_do_the_same() => Assert.That(HttpSaboteurs.All.Select(s => s.ToString()), Is.Unique);

    [Test]
    public void A_sound_service_passes_every_clause()
    {
        var results = KitRun.Of<CreateOnlyTinyHttpConformance>();

        Assert.That(results, Has.Count.EqualTo(HttpInventoryServiceConformance.ClauseCount).And.Count.GreaterThan(150));
        Assert.That(results.Where(r => r.ResultState.Status != TestStatus.Passed).Select(r => $"{r.Test.Name}: {r.Message}"), Is.Empty);
        TestContext.Out.WriteLine($"{results.Count} of {HttpInventoryServiceConformance.ClauseCount} clauses.");
    }

    [Test]
    public void What_the_fixture_does_not_say_is_not_proved_and_is_reported_with_a_sentence()
    {
        var results = KitRun.Of<BareHttpFixture>();

        var ignored = results.Where(r => r.ResultState.Status == TestStatus.Skipped).ToList();
        Assert.That(results.Where(r => r.ResultState.Status == TestStatus.Failed).Select(r => $"{r.Test.Name}: {r.Message}"), Is.Empty);
        Assert.That(ignored.Select(r => r.Message), Has.All.StartsWith("Not proved: ").And.All.EndsWith("."));
        Assert.That(ignored.Select(r => r.Test.MethodName).Distinct().Order(StringComparer.Ordinal), Is.EqualTo((string[])
        [
            "A_Retry_After_in_seconds_is_not_undercut", "A_Retry_After_is_told_to_the_caller", "A_Retry_After_that_is_a_date_is_not_undercut",
            "A_call_that_is_answered_the_second_time_succeeds", "A_put_tells_the_request_id_of_its_answer", "A_refusal_fails_in_its_kind_and_says_who_refused_what",
            "A_refusal_names_the_last_request_and_says_how_many_there_were", "Between_attempts_there_is_a_wait_on_the_clock_that_the_service_was_given",
            "What_may_pass_is_asked_again_a_bounded_number_of_times_and_what_will_not_is_asked_once",
        ]));
    }

    [Test]
    public void A_fixture_whose_answers_the_adapter_cannot_read_is_told_so()
    {
        var results = KitRun.Of<MistakenHttpFixture>("What_the_fixture_answers_is_read_as_what_it_means");

        Assert.That(results.Select(r => r.Message), Has.All.Contains("The fixture cannot be used: a put of a rule does not succeed over the handler"));
    }

    [Test]
    public void A_fixture_without_secrets_is_told_so()
    {
        var results = KitRun.Of<SecretlessHttpFixture>("What_the_fixture_answers_is_read_as_what_it_means");

        Assert.That(results.Select(r => r.Message), Has.All.Contains("The fixture cannot be used: Secrets must name the secrets of the test credentials"));
    }

    [GeneratedRegex(@"Http\w+(\.\w+)?\.cs:line \d+")]
    private static partial Regex KitLine();
}

using NUnit.Framework.Interfaces;

namespace Inventory.Conformance.Tests;

/// <summary>That the kit finds out what it says that it proves.</summary>
[TestFixture]
public sealed class SaboteurTests
{
    private const int Times = 50;

    private static IEnumerable<TestCaseData> SaboteursOfTiming => CancellingOnTheWaySaboteurs.All.Concat(RacingSaboteurs.All)
        .Concat(StoringSaboteurs.All.Where(s => s.Clause == nameof(InventoryServiceConformance.Several_rules_put_at_once_are_all_there)))
        .Select(s => new TestCaseData(s).SetArgDisplayNames(s.ToString()));

    private static IReadOnlyList<Ground> Grounds => Ground.All;

    private static IEnumerable<TestCaseData> Saboteurs => AllSaboteurs.Of.Select(s => new TestCaseData(s).SetArgDisplayNames(s.ToString()));

    [TestCaseSource(nameof(Saboteurs))]
    public void A_saboteur_is_caught_by_the_clause_that_it_breaks_and_by_its_message(Saboteur saboteur)
    {
        var sound = SabotageRun.OfSoundGround(saboteur);
        var spoiled = SabotageRun.Of(saboteur);

        Assert.That(sound.Where(r => r.ResultState.Status != TestStatus.Passed).Select(r => $"{r.Test.Name}: {r.Message}"), Is.Empty, "the clause must hold on the sound service");
        Assert.That(sound, Is.Not.Empty);
        Assert.That(SabotageRun.Failures(spoiled), Has.Some.Contains(saboteur.Says));
    }

    [TestCaseSource(nameof(Grounds))]
    public void The_whole_kit_holds_on_what_the_saboteurs_spoil(Ground ground)
    {
        var results = KitRun.Of<SabotagedFixture>(null, new Saboteur("", "nothing", "", s => new(s)) { Ground = ground }, true);

        var skipped = results.Where(r => r.ResultState.Status == TestStatus.Skipped).ToList();
        Assert.That(results, Has.Count.EqualTo(InventoryServiceConformance.ClauseCount));
        Assert.That(results.Where(r => r.ResultState.Status == TestStatus.Failed).Select(r => $"{r.Test.Name}: {r.Message}"), Is.Empty);
        Assert.That(skipped.Select(r => r.Message), Has.All.StartsWith("Not proved: "));
        TestContext.Out.WriteLine($"{results.Count} clauses on {ground}, {skipped.Count} of them not proved.");
    }

    [TestCaseSource(nameof(SaboteursOfTiming))]
    public void A_saboteur_of_races_and_cancellations_is_caught_each_time_and_the_sound_service_never(Saboteur saboteur)
    {
        for (var i = 0; i < Times; i++)
        {
            var spoiled = SabotageRun.AgainOf(saboteur);
            var sound = SabotageRun.AgainOfSoundGround(saboteur);

            Assert.That(SabotageRun.Failures(spoiled), Has.Some.Contains(saboteur.Says), $"run {i}");
            Assert.That(SabotageRun.Failures(sound), Is.Empty, $"run {i}");
        }
    }

    [Test]
    public void Every_clause_has_a_saboteur()
    {
        var broken = AllSaboteurs.Of.Select(s => s.Clause).Distinct().ToList();

        Assert.That(InventoryServiceConformance.ClauseNames.Except(broken), Is.Empty, "a clause without a saboteur may prove nothing");
        Assert.That(broken, Is.SubsetOf(InventoryServiceConformance.ClauseNames));
        TestContext.Out.WriteLine($"{AllSaboteurs.Of.Count} saboteurs for {broken.Count} clauses.");
    }

    [Test]
    public void Every_assertion_of_a_clause_is_needed_by_a_saboteur()
    {
        if (!KitSource.IsToldExactly)
        {
            Assert.Ignore("An optimized build does not tell the lines of a failure exactly. Run this in Debug.");
        }

        var needed = AllSaboteurs.Of.SelectMany(s => SabotageRun.LinesOfFailures(SabotageRun.Of(s))).ToHashSet(StringComparer.Ordinal);
        var assertions = KitSource.Assertions();

        Assert.That(assertions, Has.Count.GreaterThan(100));
        Assert.That(assertions.Where(a => !needed.Contains(a.Key)).Select(a => $"{a.Key} {a.Value}"), Is.Empty, "no saboteur needs these");
        TestContext.Out.WriteLine($"{assertions.Count} assertions.");
    }

    [Test]
    public void No_two_saboteurs_of_a_clause_are_said_to_do_the_same() =>
        Assert.That(AllSaboteurs.Of.Select(s => s.ToString()), Is.Unique);
}

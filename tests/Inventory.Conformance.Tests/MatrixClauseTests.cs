using Kit = Inventory.Conformance.InventoryServiceConformance;

namespace Inventory.Conformance.Tests;

/// <summary>The matrix of the README names the clauses that hold its cells.</summary>
[TestFixture]
public sealed class MatrixClauseTests
{
    [Test]
    public void Every_feature_has_a_case_of_the_clause_that_the_matrix_names()
    {
        var results = KitRun.Of<SabotagedFixture>(
            nameof(Kit.A_feature_round_trips_or_is_refused_by_name_or_is_warned_of), new Saboteur("", "nothing", "", s => new(s)), true);

        var cases = results.Select(r => $"{r.Test.MethodName}({r.Test.Arguments[0]})");
        Assert.That(Enum.GetValues<InventoryFeature>().Select(CapabilityMatrix.ClauseOf), Is.EqualTo(cases));
    }

    [Test]
    public void The_clause_of_settings_is_one_of_the_kit() =>
        Assert.That(CapabilityMatrix.ClauseOfSettings, Is.EqualTo(nameof(Kit.A_setting_that_one_provider_alone_has_round_trips_or_the_put_fails_by_name)));
}

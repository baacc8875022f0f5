using Kit = Inventory.Conformance.InventoryServiceConformance;

namespace Inventory.Conformance.Tests;

/// <summary>What goes wrong with a caller that has given up already: nobody looks, or too late, or the call passes for one that timed out.</summary>
internal static class CancellingSaboteurs
{
    private static readonly string[] Clauses =
    [
        nameof(Kit.A_put_that_is_cancelled_already_ends_as_cancelled), nameof(Kit.A_find_that_is_cancelled_already_ends_as_cancelled),
        nameof(Kit.A_list_that_is_cancelled_already_ends_as_cancelled), nameof(Kit.A_delete_that_is_cancelled_already_ends_as_cancelled),
    ];

    public static IEnumerable<Saboteur> All =>
    [
        .. Clauses.Select(clause => new Saboteur(clause, "takes no notice", "Expected OperationCanceledException, and the call succeeded", Tokens.Deaf)),
        .. Clauses.Select(clause => new Saboteur(clause, "says that the service did not answer in time", "did not answer in time", Tokens.TimingOut)),
        new(nameof(Kit.A_put_that_is_cancelled_already_ends_as_cancelled), "puts the rule all the same", "differing: IsEnabled", Tokens.Late),
        new(nameof(Kit.A_delete_that_is_cancelled_already_ends_as_cancelled), "deletes the rule all the same", "the rule is not there", Tokens.Late),
    ];
}

namespace Inventory.Conformance.Tests;

/// <summary>Every saboteur, in the order of the kit's files.</summary>
internal static class AllSaboteurs
{
    public static IReadOnlyList<Saboteur> Of { get; } =
    [
        .. BucketSaboteurs.All,
        .. CancellingSaboteurs.All,
        .. CancellingOnTheWaySaboteurs.All,
        .. DeclaringSaboteurs.All,
        .. FeatureSaboteurs.All,
        .. IfCurrentlySaboteurs.All,
        .. LimitSaboteurs.All,
        .. ListingSaboteurs.All,
        .. NormalizingSaboteurs.All,
        .. NothingSentSaboteurs.All,
        .. PutModeSaboteurs.All,
        .. RacingSaboteurs.All,
        .. SettingSaboteurs.All,
        .. StatementSaboteurs.All,
        .. StoringSaboteurs.All,
        .. StrangerSaboteurs.All,
        .. TextSaboteurs.All,
        .. TogetherSaboteurs.All,
        .. VariantSaboteurs.All,
        .. WrittenByOthersSaboteurs.All,
    ];
}

using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using NUnit.Framework.Interfaces;

namespace Inventory.Conformance.Tests;

/// <summary>What a clause says of a saboteur, and of the sound service. Each is run once.</summary>
internal static partial class SabotageRun
{
    private static readonly ConcurrentDictionary<Saboteur, IReadOnlyList<ITestResult>> Spoiled = new(ReferenceEqualityComparer.Instance);
    private static readonly ConcurrentDictionary<(string Clause, Ground Ground), IReadOnlyList<ITestResult>> Sound = new();

    public static IReadOnlyList<ITestResult> Of(Saboteur saboteur) => Spoiled.GetOrAdd(saboteur, AgainOf);

    public static IReadOnlyList<ITestResult> AgainOf(Saboteur saboteur) => KitRun.Of<SabotagedFixture>(saboteur.Clause, saboteur, false);

    public static IReadOnlyList<ITestResult> OfSoundGround(Saboteur saboteur) =>
        Sound.GetOrAdd((saboteur.Clause, saboteur.Ground), _ => AgainOfSoundGround(saboteur));

    public static IReadOnlyList<ITestResult> AgainOfSoundGround(Saboteur saboteur) => KitRun.Of<SabotagedFixture>(saboteur.Clause, saboteur, true);

    public static IEnumerable<string> Failures(IReadOnlyList<ITestResult> results) =>
        results.Where(r => r.ResultState.Status == TestStatus.Failed).Select(r => r.Message);

    /// <summary>The lines of the kit's clauses that a failure went through, as <c>file:line</c>.</summary>
    public static IEnumerable<string> LinesOfFailures(IReadOnlyList<ITestResult> results) => results
        .Where(r => r.ResultState.Status == TestStatus.Failed)
        .SelectMany(r => ClauseLine().Matches(r.StackTrace ?? ""))
        .Select(m => $"{m.Groups["file"].Value}:{m.Groups["line"].Value}");

    [GeneratedRegex(@"(?<file>InventoryServiceConformance(\.\w+)?\.cs):line (?<line>\d+)")]
    private static partial Regex ClauseLine();
}

using System.Diagnostics;
using System.Reflection;
using System.Text.RegularExpressions;

namespace Inventory.Conformance.Tests;

/// <summary>The kit's clauses as they are written.</summary>
internal static partial class KitSource
{
    /// <summary>Whether a stack trace tells the lines of the kit as they are written: the kit was built without optimization.</summary>
    public static bool IsToldExactly => typeof(InventoryServiceConformance).Assembly.GetCustomAttribute<DebuggableAttribute>() is { IsJITOptimizerDisabled: true };

    /// <summary>
    /// The statements that assert something, by themselves or through a method of the kit: <c>file:line</c> and text. Left out are methods that are one call of
    /// another, which a stack trace does not show.
    /// </summary>
    public static IReadOnlyDictionary<string, string> Assertions() => Directory
        .GetFiles(Path.Combine(SolutionFolder.FullName, "src", "Inventory.Conformance"), $"{nameof(InventoryServiceConformance)}*.cs", SearchOption.AllDirectories)
        .SelectMany(AssertionsOf)
        .ToDictionary(StringComparer.Ordinal);

    private static IEnumerable<KeyValuePair<string, string>> AssertionsOf(string file)
    {
        var lines = File.ReadAllLines(file);
        for (var i = 1; i < lines.Length; i++)
        {
            if (Asserting().IsMatch(lines[i].Trim()) && !lines[i - 1].EndsWith("=>", StringComparison.Ordinal))
            {
                yield return KeyValuePair.Create($"{Path.GetFileName(file)}:{i + 1}", lines[i].Trim());
            }
        }
    }

    [GeneratedRegex(@"Assert\.(That|Fail)\(|Caught\.ByAsync|^(await |_ = await |var \w+ = await )?(Assert[A-Z]|RefusalOf|OutcomeOf|GiveUpAfter)\w*\(")]
    private static partial Regex Asserting();
}

using System.Collections;
using System.Globalization;
using System.Reflection;

namespace Inventory.Conformance;

/// <summary>What the clauses with arguments run over, and how many cases a clause is.</summary>
internal static class ClauseCases
{
    /// <summary>Every feature: one that is added to the library is a new case of the kit.</summary>
    public static InventoryFeature[] Features { get; } = Enum.GetValues<InventoryFeature>();

    /// <summary>The modes that replace a rule.</summary>
    public static PutMode[] ReplacingModes { get; } = [PutMode.CreateOrReplace, PutMode.ReplaceOnly];

    /// <summary>The first and the last of the days that every month has, and of those that some lack.</summary>
    public static int[] DaysOfAMonth { get; } = [1, 28, 29, 31];

    /// <summary>What a service may find hard to carry in a URL, a header, XML, JSON or a signature.</summary>
    public static string[] AwkwardTexts { get; } =
    [
        "with space", " space at the ends ", "plus+plus", "per%cent%20%2F", "single'double\"back`quotes", "<&>]]>&amp;", "back\\slash", "a/b//c", "?query=1&other#fragment",
        "{json}[list]", "star*tilde~!(x)", "=equals;semi,comma:colon@at$", "日志清单", "📦🚀", "é", "e\u0301", "İıß", ".", "..", "__..--",
    ];

    /// <summary>The clauses of a kit by name.</summary>
    public static IReadOnlyList<string> ClausesOf(Type kit) => [.. Methods(kit).Select(m => m.Name).Order(StringComparer.Ordinal)];

    /// <summary>What a deviation is told by: a clause's name, and the name with the arguments for each case of one that has any.</summary>
    public static IReadOnlyList<string> NamesOf(Type kit) => [.. Methods(kit).SelectMany(CasesOf)];

    public static string NameOf(string clause, object?[] arguments) =>
        arguments.Length == 0 ? clause : $"{clause}({string.Join(", ", arguments.Select(a => Convert.ToString(a, CultureInfo.InvariantCulture)))})";

    /// <summary>Fails unless each deviation is of a clause of the kit, and says why.</summary>
    public static void AssertAreOf(Type kit, IReadOnlyDictionary<string, string> deviations)
    {
        foreach (var (name, reason) in deviations)
        {
            Assert.That(NamesOf(kit), Has.Member(name), "no clause of the kit has this name");
            Assert.That(reason, Is.Not.Null.And.Not.Empty, name);
        }
    }

    private static IEnumerable<string> CasesOf(MethodInfo method) =>
        method.GetCustomAttribute<TestCaseSourceAttribute>() is { SourceType: { } type, SourceName: { } name }
            ? ((IEnumerable)type.GetProperty(name)!.GetValue(null)!).Cast<object>().Select(arguments => NameOf(method.Name, arguments as object[] ?? [arguments]))
            : [method.Name];

    private static IEnumerable<MethodInfo> Methods(Type kit) => kit
        .GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
        .Where(m => m.GetCustomAttribute<ClauseAttribute>() is not null);
}

using System.Collections;
using System.Reflection;

namespace Inventory.Conformance;

/// <summary>What the clauses with arguments run over, and how many cases a clause is.</summary>
internal static class ClauseCases
{
    /// <summary>Every feature: one that is added to the library is a new case of the kit.</summary>
    public static InventoryFeature[] Features { get; } = Enum.GetValues<InventoryFeature>();

    /// <summary>The modes that replace a rule.</summary>
    public static PutMode[] ReplacingModes { get; } = [PutMode.CreateOrReplace, PutMode.ReplaceOnly];

    /// <summary>What a service may find hard to carry in a URL, a header, XML, JSON or a signature.</summary>
    public static string[] AwkwardTexts { get; } =
    [
        "with space", "plus+plus", "per%cent%20%2F", "single'double\"back`quotes", "<&>]]>&amp;", "back\\slash", "a/b//c", "?query=1&other#fragment",
        "{json}[list]", "star*tilde~!(x)", "=equals;semi,comma:colon@at$", "日志清单", "📦🚀", "é", "İıß", ".", "..", "__..--",
    ];

    public static int CountOf(MethodInfo method)
    {
        if (method.GetCustomAttribute<TestAttribute>() is not null)
        {
            return 1;
        }

        return method.GetCustomAttribute<TestCaseSourceAttribute>() is { SourceType: { } type, SourceName: { } name }
            ? ((ICollection)type.GetProperty(name)!.GetValue(null)!).Count
            : 0;
    }
}

using System.Reflection;

namespace Inventory.Architecture.Tests;

/// <summary>The attributes that a caller, or an heir, is concerned with.</summary>
internal static class ApiAttributes
{
    private static readonly HashSet<string> Shown = new(StringComparer.Ordinal)
    {
        "System.ObsoleteAttribute",
        "System.FlagsAttribute",
        "System.AttributeUsageAttribute",
        "System.Diagnostics.CodeAnalysis.AllowNullAttribute",
        "System.Diagnostics.CodeAnalysis.DisallowNullAttribute",
        "System.Diagnostics.CodeAnalysis.DoesNotReturnAttribute",
        "System.Diagnostics.CodeAnalysis.DoesNotReturnIfAttribute",
        "System.Diagnostics.CodeAnalysis.ExperimentalAttribute",
        "System.Diagnostics.CodeAnalysis.MaybeNullAttribute",
        "System.Diagnostics.CodeAnalysis.MaybeNullWhenAttribute",
        "System.Diagnostics.CodeAnalysis.MemberNotNullAttribute",
        "System.Diagnostics.CodeAnalysis.MemberNotNullWhenAttribute",
        "System.Diagnostics.CodeAnalysis.NotNullAttribute",
        "System.Diagnostics.CodeAnalysis.NotNullIfNotNullAttribute",
        "System.Diagnostics.CodeAnalysis.NotNullWhenAttribute",
        "System.Diagnostics.CodeAnalysis.RequiresDynamicCodeAttribute",
        "System.Diagnostics.CodeAnalysis.RequiresUnreferencedCodeAttribute",
        "System.Diagnostics.CodeAnalysis.SetsRequiredMembersAttribute",
        "System.Runtime.CompilerServices.CollectionBuilderAttribute",
        "System.Runtime.CompilerServices.InterpolatedStringHandlerAttribute",
        "System.Runtime.CompilerServices.TupleElementNamesAttribute",
    };

    public static string Of(MemberInfo member) => Of(member.CustomAttributes);

    public static string Of(ParameterInfo parameter) => Of(parameter.CustomAttributes);

    private static string Of(IEnumerable<CustomAttributeData> attributes)
    {
        // The compiler puts an ObsoleteAttribute of its own on what old compilers must not call.
        var all = attributes.ToList();
        var isGuarded = all.Exists(a => a.AttributeType.Name == "CompilerFeatureRequiredAttribute");
        return string.Concat(all
            .Where(a => IsShown(a) && !(isGuarded && a.AttributeType == typeof(ObsoleteAttribute)))
            .Select(Text)
            .Order(StringComparer.Ordinal)
            .Select(text => $"[{text}] "));
    }

    // Clauses of a kit run by their NUnit attributes, in whatever class inherits them.
    private static bool IsShown(CustomAttributeData attribute) =>
        Shown.Contains(attribute.AttributeType.FullName!) || attribute.AttributeType.Namespace == "NUnit.Framework";

    private static string Text(CustomAttributeData attribute)
    {
        var name = attribute.AttributeType.Name;
        var arguments = attribute.ConstructorArguments.Select(Value)
            .Concat(attribute.NamedArguments.Select(a => $"{a.MemberName} = {Value(a.TypedValue)}").Order(StringComparer.Ordinal))
            .ToList();
        return $"{name[..^"Attribute".Length]}{(arguments.Count == 0 ? "" : $"({string.Join(", ", arguments)})")}";
    }

    private static string Value(CustomAttributeTypedArgument argument) =>
        argument.Value is IReadOnlyCollection<CustomAttributeTypedArgument> items
            ? $"[{string.Join(", ", items.Select(Value))}]"
            : ApiValues.Of(argument.Value, argument.ArgumentType);
}

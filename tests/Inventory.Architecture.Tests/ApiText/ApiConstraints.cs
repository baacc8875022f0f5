using System.Reflection;

namespace Inventory.Architecture.Tests;

/// <summary>What a generic type or method demands of its parameters.</summary>
internal static class ApiConstraints
{
    public static string Of(Type type) => type.IsGenericTypeDefinition ? Of(type.GetGenericArguments()) : "";

    public static string Of(MethodBase method) => method.IsGenericMethodDefinition ? Of(method.GetGenericArguments()) : "";

    private static string Of(IEnumerable<Type> parameters) =>
        string.Concat(parameters.Select(p => (p.Name, Demands: Demands(p).ToList())).Where(p => p.Demands.Count > 0).Select(p => $" where {p.Name} : {string.Join(", ", p.Demands)}"));

    private static IEnumerable<string> Demands(Type parameter)
    {
        var attributes = parameter.GenericParameterAttributes;
        var isStruct = attributes.HasFlag(GenericParameterAttributes.NotNullableValueTypeConstraint);
        if (isStruct)
        {
            yield return parameter.CustomAttributes.Any(a => a.AttributeType.Name == "IsUnmanagedAttribute") ? "unmanaged" : "struct";
        }
        else if (attributes.HasFlag(GenericParameterAttributes.ReferenceTypeConstraint))
        {
            yield return ApiNullability.OfTypeParameter(parameter) == ApiNullability.MayBeNull ? "class?" : "class";
        }
        else if (ApiNullability.OfTypeParameter(parameter) == ApiNullability.NotNull && parameter.GetGenericParameterConstraints().Length == 0)
        {
            yield return "notnull";
        }

        foreach (var constraint in parameter.GetGenericParameterConstraints().Where(c => c != typeof(ValueType)).Select(c => ApiNames.Of(c)).Order(StringComparer.Ordinal))
        {
            yield return constraint;
        }

        if (!isStruct && attributes.HasFlag(GenericParameterAttributes.DefaultConstructorConstraint))
        {
            yield return "new()";
        }

        if (attributes.HasFlag(GenericParameterAttributes.AllowByRefLike))
        {
            yield return "allows ref struct";
        }
    }
}

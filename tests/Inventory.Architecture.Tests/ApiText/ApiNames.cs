using System.Reflection;

namespace Inventory.Architecture.Tests;

/// <summary>Names of types as C# writes them, with their namespaces, and with a question mark where null may be.</summary>
internal static class ApiNames
{
    private static readonly Dictionary<Type, string> Keywords = new()
    {
        [typeof(void)] = "void", [typeof(object)] = "object", [typeof(string)] = "string", [typeof(bool)] = "bool", [typeof(char)] = "char",
        [typeof(byte)] = "byte", [typeof(sbyte)] = "sbyte", [typeof(short)] = "short", [typeof(ushort)] = "ushort", [typeof(int)] = "int",
        [typeof(uint)] = "uint", [typeof(long)] = "long", [typeof(ulong)] = "ulong", [typeof(float)] = "float", [typeof(double)] = "double",
        [typeof(decimal)] = "decimal",
    };

    /// <summary>The name of a type that is used.</summary>
    /// <param name="type">The type.</param>
    /// <param name="nullability">What is known about null in it and in its arguments: read in the order of its parts.</param>
    public static string Of(Type type, ApiNullability? nullability = null)
    {
        if (type.IsByRef)
        {
            return Of(type.GetElementType()!, nullability);
        }

        if (type.IsValueType)
        {
            return Nullable.GetUnderlyingType(type) is { } underlying ? $"{OfValueType(underlying, nullability)}?" : OfValueType(type, nullability);
        }

        var mark = nullability?.Next() == ApiNullability.MayBeNull ? "?" : "";
        return type.IsArray
            ? $"{Of(type.GetElementType()!, nullability)}[{new string(',', type.GetArrayRank() - 1)}]{mark}"
            : $"{Full(type, nullability)}{mark}";
    }

    /// <summary>The name of a type where it is declared, with the variance of its parameters.</summary>
    public static string Declared(Type type) => Full(type, null);

    // A value is never null, and is in the list of flags only where it has arguments.
    private static string OfValueType(Type type, ApiNullability? nullability)
    {
        if (type.IsGenericType)
        {
            _ = nullability?.Next();
        }

        return Full(type, nullability);
    }

    private static string Full(Type type, ApiNullability? nullability)
    {
        if (Keywords.TryGetValue(type, out var keyword))
        {
            return keyword;
        }

        if (type.IsGenericParameter)
        {
            return type.Name;
        }

        List<string> names = [.. type.GetGenericArguments().Select(argument => Variance(type, argument) + Of(argument, nullability))];
        return $"{(type.Namespace is { } space ? $"{space}." : "")}{Nested(type, names)}";
    }

    // A nested type counts the parameters of the types around it as its own.
    private static string Nested(Type type, List<string> arguments)
    {
        var outer = type.DeclaringType;
        var before = outer?.GetGenericArguments().Length ?? 0;
        var own = arguments[before..];
        var name = type.Name.Split('`')[0];
        return $"{(outer is null ? "" : $"{Nested(outer, arguments[..before])}.")}{name}{(own.Count == 0 ? "" : $"<{string.Join(", ", own)}>")}";
    }

    private static string Variance(Type type, Type argument) =>
        !type.IsGenericTypeDefinition ? ""
        : argument.GenericParameterAttributes.HasFlag(GenericParameterAttributes.Covariant) ? "out "
        : argument.GenericParameterAttributes.HasFlag(GenericParameterAttributes.Contravariant) ? "in "
        : "";
}

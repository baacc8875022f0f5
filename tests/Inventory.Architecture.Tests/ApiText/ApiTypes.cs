using System.Reflection;
using System.Runtime.CompilerServices;

namespace Inventory.Architecture.Tests;

/// <summary>The line that declares a type.</summary>
internal static class ApiTypes
{
    private const BindingFlags Own = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.DeclaredOnly;

    public static string Header(Type type)
    {
        var access = type.IsPublic || type.IsNestedPublic ? "public" : type.IsNestedFamily ? "protected" : "protected internal";
        var start = $"{ApiAttributes.Of(type)}{access} ";
        if (IsDelegate(type))
        {
            var invoke = type.GetMethod("Invoke")!;
            return $"{start}delegate {ApiMembers.ReturnType(invoke)} {ApiNames.Declared(type)}({ApiMembers.Parameters(invoke)}){ApiConstraints.Of(type)}";
        }

        return $"{start}{Kind(type)} {ApiNames.Declared(type)}{Bases(type)}{ApiConstraints.Of(type)}";
    }

    public static bool IsDelegate(Type type) => type.BaseType == typeof(MulticastDelegate);

    // The compiler gives these two to records alone.
    private static bool IsRecord(Type type) =>
        type.GetMethod("<Clone>$", Own) is not null
        || (type.IsValueType && type.GetMethod("PrintMembers", Own)?.IsDefined(typeof(CompilerGeneratedAttribute), inherit: false) is true);

    private static string Kind(Type type)
    {
        if (type.IsEnum)
        {
            return "enum";
        }

        if (type.IsInterface)
        {
            return "interface";
        }

        if (type.IsValueType)
        {
            var readOnly = type.IsDefined(typeof(IsReadOnlyAttribute), inherit: false) ? "readonly " : "";
            return $"{readOnly}{(type.IsByRefLike ? "ref " : "")}{(IsRecord(type) ? "record " : "")}struct";
        }

        var modifier = (type.IsAbstract, type.IsSealed) switch
        {
            (true, true) => "static ",
            (true, false) => "abstract ",
            (false, true) => "sealed ",
            _ => "",
        };
        return $"{modifier}{(IsRecord(type) ? "record" : "class")}";
    }

    private static string Bases(Type type)
    {
        if (type.IsEnum)
        {
            var underlying = Enum.GetUnderlyingType(type);
            return underlying == typeof(int) ? "" : $" : {ApiNames.Of(underlying)}";
        }

        List<string> bases = [.. Interfaces(type).Select(i => ApiNames.Of(i)).Order(StringComparer.Ordinal)];
        if (type is { IsClass: true, BaseType: { } parent } && parent != typeof(object))
        {
            bases.Insert(0, ApiNames.Of(parent));
        }

        return bases.Count == 0 ? "" : $" : {string.Join(", ", bases)}";
    }

    // Those that the type itself names, as far as metadata tells: not those of its base, nor those that another one brings.
    private static IEnumerable<Type> Interfaces(Type type)
    {
        var all = type.GetInterfaces();
        var brought = all.SelectMany(i => i.GetInterfaces()).Concat(type.BaseType?.GetInterfaces() ?? []);
        return all.Except(brought).Where(i => i.IsVisible && !(IsRecord(type) && IsEquatableToItself(i, type)));
    }

    private static bool IsEquatableToItself(Type candidate, Type type) =>
        candidate.IsGenericType && candidate.GetGenericTypeDefinition() == typeof(IEquatable<>) && candidate.GetGenericArguments()[0] == type;
}

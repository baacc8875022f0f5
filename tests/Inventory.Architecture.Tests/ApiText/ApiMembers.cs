using System.Reflection;
using System.Runtime.CompilerServices;

namespace Inventory.Architecture.Tests;

/// <summary>The members of a type that another assembly can use or override, a line each.</summary>
internal static class ApiMembers
{
    private const BindingFlags Declared = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private static readonly Dictionary<string, string> Operators = new(StringComparer.Ordinal)
    {
        ["op_Equality"] = "==", ["op_Inequality"] = "!=", ["op_LessThan"] = "<", ["op_LessThanOrEqual"] = "<=", ["op_GreaterThan"] = ">",
        ["op_GreaterThanOrEqual"] = ">=", ["op_Addition"] = "+", ["op_Subtraction"] = "-", ["op_BitwiseOr"] = "|", ["op_BitwiseAnd"] = "&",
    };

    public static IEnumerable<string> Of(Type type) =>
        ApiTypes.IsDelegate(type)
            ? []
            : type.GetMembers(Declared)
                .Select(member => (member.Name, Line: Line(type, member)))
                .Where(member => member.Line is not null)
                .OrderBy(member => member.Name, StringComparer.Ordinal)
                .ThenBy(member => member.Line, StringComparer.Ordinal)
                .Select(member => member.Line!);

    public static string ReturnType(MethodInfo method)
    {
        var kind = !method.ReturnType.IsByRef ? ""
            : method.ReturnParameter.GetRequiredCustomModifiers().Any(m => m.Name == "InAttribute") ? "ref readonly "
            : "ref ";
        return $"{kind}{ApiNames.Of(method.ReturnType, ApiNullability.Of(method.ReturnParameter))}";
    }

    public static string Parameters(MethodBase method)
    {
        var isExtension = method.IsDefined(typeof(ExtensionAttribute), inherit: false);
        return string.Join(", ", method.GetParameters().Select((parameter, i) => (isExtension && i == 0 ? "this " : "") + Parameter(parameter)));
    }

    private static string? Line(Type type, MemberInfo member) => member switch
    {
        FieldInfo field => Field(type, field),
        PropertyInfo property => Property(type, property),
        EventInfo happening => Event(type, happening),
        ConstructorInfo constructor => Constructor(type, constructor),
        MethodInfo method => Method(type, method),
        _ => null, // a nested type has a block of its own
    };

    private static string? Field(Type type, FieldInfo field)
    {
        var isVisible = field.IsPublic || (!type.IsSealed && (field.IsFamily || field.IsFamilyOrAssembly));
        if (!isVisible || field.IsSpecialName)
        {
            return null;
        }

        var start = ApiAttributes.Of(field);
        if (type.IsEnum)
        {
            return $"{start}{field.Name} = {ApiValues.Of(field.GetRawConstantValue(), Enum.GetUnderlyingType(type))}";
        }

        var access = field.IsPublic ? "public" : field.IsFamily ? "protected" : "protected internal";
        var kind = field.IsLiteral ? "const " : $"{Required(field)}{(field.IsStatic ? "static " : "")}{(field.IsInitOnly ? "readonly " : "")}";
        var value = field.IsLiteral ? $" = {ApiValues.Of(field.GetRawConstantValue(), field.FieldType)}" : "";
        return $"{start}{access} {kind}{ApiNames.Of(field.FieldType, ApiNullability.Of(field))} {field.Name}{value}";
    }

    private static string? Property(Type type, PropertyInfo property)
    {
        // The types of a record tell each other apart by it: nobody calls or writes it.
        if (property.Name == "EqualityContract")
        {
            return null;
        }

        var accessors = new[] { property.GetMethod, property.SetMethod }.OfType<MethodInfo>().Where(a => Access(type, a) is not null).ToList();
        if (accessors.Count == 0)
        {
            return null;
        }

        var widest = accessors.Find(a => a.IsPublic) ?? accessors.Find(a => a.IsFamilyOrAssembly) ?? accessors[0];
        var access = Access(type, widest)!;
        var keys = property.GetMethod?.GetParameters() ?? property.SetMethod!.GetParameters()[..^1];
        var parameters = string.Join(", ", keys.Select(Parameter));
        var name = parameters.Length > 0 ? $"this[{parameters}]" : property.Name;
        var result = ApiNames.Of(property.PropertyType, ApiNullability.Of(property));
        var kind = property.PropertyType.IsByRef ? "ref " : "";
        var texts = accessors.Select(a => $"{(Access(type, a) == access ? "" : Access(type, a))}{AccessorKind(property, a)}; ");
        return $"{ApiAttributes.Of(property)}{access}{Required(property)}{Modifiers(type, widest)}{kind}{result} {name} {{ {string.Concat(texts)}}}";
    }

    private static string AccessorKind(PropertyInfo property, MethodInfo accessor) =>
        accessor == property.GetMethod ? "get"
        : accessor.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit)) ? "init"
        : "set";

    private static string? Event(Type type, EventInfo happening) =>
        happening.AddMethod is { } add && Access(type, add) is { } access
            ? $"{ApiAttributes.Of(happening)}{access}{Modifiers(type, add)}event {ApiNames.Of(happening.EventHandlerType!, ApiNullability.Of(happening))} {happening.Name}"
            : null;

    private static string? Constructor(Type type, ConstructorInfo constructor) =>
        Access(type, constructor) is { } access && !constructor.IsStatic && !IsWrittenByTheCompiler(constructor)
            ? $"{ApiAttributes.Of(constructor)}{access}{type.Name.Split('`')[0]}({Parameters(constructor)})"
            : null;

    private static string? Method(Type type, MethodInfo method)
    {
        var isOperator = method.IsSpecialName && method.Name.StartsWith("op_", StringComparison.Ordinal);
        if (Access(type, method) is not { } access || (method.IsSpecialName && !isOperator) || IsWrittenByTheCompiler(method) || method.Name.Contains('<', StringComparison.Ordinal))
        {
            return null;
        }

        var result = ReturnType(method);
        var named = method.Name switch
        {
            "op_Implicit" => $"implicit operator {result}",
            "op_Explicit" => $"explicit operator {result}",
            _ when isOperator => $"{result} operator {Operators.GetValueOrDefault(method.Name, method.Name)}",
            _ => $"{result} {method.Name}",
        };
        var generic = method.IsGenericMethodDefinition ? $"<{string.Join(", ", method.GetGenericArguments().Select(a => a.Name))}>" : "";
        return $"{ApiAttributes.Of(method)}{access}{Modifiers(type, method)}{named}{generic}({Parameters(method)}){ApiConstraints.Of(method)}";
    }

    private static string Parameter(ParameterInfo parameter)
    {
        var kind = parameter.CustomAttributes.Any(a => a.AttributeType.Name is "ParamArrayAttribute" or "ParamCollectionAttribute") ? "params "
            : !parameter.ParameterType.IsByRef ? ""
            : parameter.IsOut ? "out "
            : parameter.CustomAttributes.Any(a => a.AttributeType.Name == "RequiresLocationAttribute") ? "ref readonly "
            : parameter.IsIn ? "in "
            : "ref ";
        var type = ApiNames.Of(parameter.ParameterType, ApiNullability.Of(parameter));
        var value = parameter.HasDefaultValue ? $" = {ApiValues.Of(parameter.RawDefaultValue, parameter.ParameterType)}" : "";
        return $"{ApiAttributes.Of(parameter)}{kind}{type} {parameter.Name}{value}";
    }

    // With a space after it; null where no other assembly gets at the member. What is protected in a sealed type is nobody's to use.
    private static string? Access(Type type, MethodBase method) =>
        method.IsPublic ? type.IsInterface ? "" : "public "
        : type.IsSealed ? null
        : method.IsFamily ? "protected "
        : method.IsFamilyOrAssembly ? "protected internal "
        : null;

    private static string Required(MemberInfo member) => member.IsDefined(typeof(RequiredMemberAttribute), inherit: false) ? "required " : "";

    private static string Modifiers(Type type, MethodInfo method)
    {
        if (method.IsStatic)
        {
            return $"static {(method.IsAbstract ? "abstract " : method.IsVirtual ? "virtual " : "")}";
        }

        if (type.IsInterface)
        {
            return method.IsAbstract ? "" : "virtual ";
        }

        var isOverride = method.GetBaseDefinition().DeclaringType != method.DeclaringType;
        return (method.IsAbstract, method.IsVirtual, method.IsFinal, isOverride) switch
        {
            (true, _, _, var overrides) => overrides ? "abstract override " : "abstract ",
            (_, true, var final, true) => final ? "sealed override " : "override ",
            (_, true, false, false) => "virtual ",
            _ => "", // final without a base: it implements an interface
        };
    }

    // Deconstruct stays: it tells a positional record from another.
    private static bool IsWrittenByTheCompiler(MethodBase method) => method.IsDefined(typeof(CompilerGeneratedAttribute), inherit: false) && method.Name != "Deconstruct";
}

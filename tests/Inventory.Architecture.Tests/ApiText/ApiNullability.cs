using System.Reflection;

namespace Inventory.Architecture.Tests;

/// <summary>
/// What the compiler wrote down about null in one type that is used: a flag for each of its parts, in the order in which a reader meets them.
/// Read as it is written, because <see cref="NullabilityInfoContext"/> does not tell <c>T</c> from <c>T?</c>.
/// </summary>
internal sealed class ApiNullability
{
    /// <summary>The flags of a part: nothing is known, it is never null, it may be null.</summary>
    public const byte Unknown = 0, NotNull = 1, MayBeNull = 2;

    private readonly IReadOnlyList<byte> _flags;
    private int _next;

    private ApiNullability(IReadOnlyList<byte> flags) => _flags = flags;

    public static ApiNullability Of(MemberInfo member) => new(Flags(member.CustomAttributes, member));

    public static ApiNullability Of(ParameterInfo parameter) => new(Flags(parameter.CustomAttributes, parameter.Member));

    /// <summary>What a type parameter demands.</summary>
    public static byte OfTypeParameter(Type parameter) =>
        Flags(parameter.CustomAttributes, (MemberInfo?)parameter.DeclaringMethod ?? parameter.DeclaringType!)[0];

    /// <summary>The flag of the next part. One flag alone is that of every part.</summary>
    public byte Next() => _flags[_flags.Count == 1 ? 0 : _next++];

    // Its own, or else that of what it stands in.
    private static IReadOnlyList<byte> Flags(IEnumerable<CustomAttributeData> own, MemberInfo around)
    {
        if (Argument(own, "NullableAttribute") is { } flags)
        {
            return flags.Value is IEnumerable<CustomAttributeTypedArgument> each ? [.. each.Select(flag => (byte)flag.Value!)] : [(byte)flags.Value!];
        }

        for (var scope = around; scope is not null; scope = scope.DeclaringType)
        {
            if (Argument(scope.CustomAttributes, "NullableContextAttribute") is { } context)
            {
                return [(byte)context.Value!];
            }
        }

        return [Unknown];
    }

    private static CustomAttributeTypedArgument? Argument(IEnumerable<CustomAttributeData> attributes, string name) =>
        attributes.FirstOrDefault(a => a.AttributeType.Name == name && a.AttributeType.Namespace == "System.Runtime.CompilerServices")?.ConstructorArguments[0];
}

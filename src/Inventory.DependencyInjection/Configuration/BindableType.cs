using System.ComponentModel;
using System.Reflection;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.Configuration;

namespace Inventory.DependencyInjection;

/// <summary>What the configuration binder can make of a type, and of a text for it.</summary>
internal static class BindableType
{
    /// <summary>The keys that a type has, in order, and the properties behind them.</summary>
    public static SortedDictionary<string, PropertyInfo> Properties(Type type)
    {
        SortedDictionary<string, PropertyInfo> properties = new(StringComparer.OrdinalIgnoreCase);
        foreach (var property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(p => p.GetIndexParameters().Length == 0))
        {
            var isBound = property.SetMethod is { IsPublic: true } ? IsBindable(property.PropertyType) : IsCollection(property.PropertyType);
            if (isBound)
            {
                _ = properties.TryAdd(property.GetCustomAttribute<ConfigurationKeyNameAttribute>()?.Name ?? property.Name, property);
            }
        }

        return properties;
    }

    /// <summary>Whether one text says such a value.</summary>
    public static bool IsScalar(Type type) => type == typeof(byte[]) || TypeDescriptor.GetConverter(type).CanConvertFrom(typeof(string));

    /// <summary>The type of the items of a list; null where it is none.</summary>
    public static Type? ItemType(Type type) => Implemented(type, typeof(IEnumerable<>))?.GetGenericArguments()[0];

    /// <summary>The type of the values of a dictionary whose keys are texts; null where it is none.</summary>
    public static Type? EntryType(Type type) =>
        (Implemented(type, typeof(IDictionary<,>)) ?? Implemented(type, typeof(IReadOnlyDictionary<,>)))?.GetGenericArguments() is [{ } key, { } value]
        && key == typeof(string) ? value : null;

    /// <summary>Whether a text says such a value, and can be taken for nothing else.</summary>
    public static bool IsReadable(Type type, string text)
    {
        var wanted = Nullable.GetUnderlyingType(type) ?? type;
        if (text.Length == 0 && wanted != type)
        {
            return true;
        }

        try
        {
            return wanted switch
            {
                // The binder reads numbers and several names for one; and a number for a time as days.
                { IsEnum: true } when !wanted.IsDefined(typeof(FlagsAttribute)) => Enum.GetNames(wanted).Contains(text.Trim(), StringComparer.OrdinalIgnoreCase),
                _ when wanted == typeof(TimeSpan) && !text.Contains(':', StringComparison.Ordinal) => false,
                _ when wanted == typeof(byte[]) => Convert.FromBase64String(text) is not null,
                _ => TypeDescriptor.GetConverter(wanted).ConvertFromInvariantString(text) is not null,
            };
        }
        catch (Exception)
        {
            // Converters throw what they like.
            return false;
        }
    }

    /// <summary>What belongs there, to end a sentence with.</summary>
    public static string Describe(Type type) =>
        type.IsEnum ? $"one of {string.Join(", ", Enum.GetNames(type))}"
        : type == typeof(TimeSpan) ? "a time: write 30 seconds as 00:00:30"
        : type == typeof(bool) ? "true or false"
        : type == typeof(int) || type == typeof(long) ? "a whole number in range"
        : $"a {type.Name}";

    private static bool IsCollection(Type type) => !IsScalar(type) && ItemType(type) is not null;

    /// <summary>Whether configuration can hold such a value: a scalar, a collection, or an object that can be made of nothing.</summary>
    private static bool IsBindable(Type type) =>
        IsScalar(type) || IsCollection(type)
        || (type is { IsClass: true, IsAbstract: false } && type.GetConstructor(Type.EmptyTypes) is not null
            && !typeof(Delegate).IsAssignableFrom(type) && !type.IsDefined(typeof(RequiredMemberAttribute)));

    private static Type? Implemented(Type type, Type definition) =>
        type.GetInterfaces().Append(type).FirstOrDefault(i => i.IsGenericType && i.GetGenericTypeDefinition() == definition);
}

using System.ComponentModel;
using System.Globalization;
using System.Reflection;
using Microsoft.Extensions.Configuration;

namespace Inventory.DependencyInjection;

/// <summary>
/// What is wrong with a section that is to be bound: keys that the type does not have, and values of another shape or type. The binder ignores some of these
/// in silence and throws at the first of the others.
/// </summary>
internal static class SectionCheck
{
    public static IEnumerable<string> Problems(IConfigurationSection section, Type type)
    {
        if (!string.IsNullOrEmpty(section.Value))
        {
            yield return $"{section.Path}: it holds a value where a section with keys belongs.";
        }

        var properties = Bindable(type);
        foreach (var child in section.GetChildren())
        {
            var problems = properties.TryGetValue(child.Key, out var property)
                ? ValueProblems(child, property.PropertyType)
                : [$"{child.Path}: there is no such key. The keys are: {string.Join(", ", properties.Keys)}."];
            foreach (var problem in problems)
            {
                yield return problem;
            }
        }
    }

    private static SortedDictionary<string, PropertyInfo> Bindable(Type type)
    {
        SortedDictionary<string, PropertyInfo> properties = new(StringComparer.OrdinalIgnoreCase);
        foreach (var property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(p => p.GetIndexParameters().Length == 0))
        {
            var isBound = property.SetMethod is { IsPublic: true } ? IsReadable(property.PropertyType) : IsList(property.PropertyType);
            if (isBound)
            {
                _ = properties.TryAdd(property.Name, property);
            }
        }

        return properties;
    }

    /// <summary>Whether configuration can hold such a value: a scalar, a list, or an object that has a constructor without arguments.</summary>
    private static bool IsReadable(Type type) =>
        IsScalar(type) || IsList(type) || (type is { IsClass: true, IsAbstract: false } && type.GetConstructor(Type.EmptyTypes) is not null);

    private static IEnumerable<string> ValueProblems(IConfigurationSection value, Type type) =>
        IsScalar(type) ? ScalarProblems(value, type)
        : ItemType(type) is { } item ? ListProblems(value, item)
        : Problems(value, type);

    private static IEnumerable<string> ScalarProblems(IConfigurationSection value, Type type)
    {
        if (value.GetChildren().Any())
        {
            yield return $"{value.Path}: it holds a section or a list where one value belongs.";
        }
        else if (value.Value is { } text && !IsReadable(type, text))
        {
            var wanted = Nullable.GetUnderlyingType(type) ?? type;
            yield return $"{value.Path}: '{text}' is not {Describe(wanted)}.";
        }
    }

    private static IEnumerable<string> ListProblems(IConfigurationSection list, Type item)
    {
        if (!string.IsNullOrEmpty(list.Value))
        {
            yield return $"{list.Path}: it holds one value where a list belongs. Write it in brackets, or as {list.Path}:0.";
        }

        foreach (var child in list.GetChildren())
        {
            if (!int.TryParse(child.Key, NumberStyles.None, CultureInfo.InvariantCulture, out _))
            {
                yield return $"{child.Path}: it holds a key where a list belongs: an item's key is its number.";
            }

            foreach (var problem in ValueProblems(child, item))
            {
                yield return problem;
            }
        }
    }

    private static bool IsReadable(Type type, string text)
    {
        try
        {
            // What the binder does with a scalar. An empty text is null where the type allows it.
            return (text.Length == 0 && Nullable.GetUnderlyingType(type) is not null) || TypeDescriptor.GetConverter(type).ConvertFromInvariantString(text) is not null;
        }
        catch (Exception)
        {
            // Converters throw what they like.
            return false;
        }
    }

    private static bool IsScalar(Type type) => TypeDescriptor.GetConverter(type).CanConvertFrom(typeof(string));

    private static bool IsList(Type type) => !IsScalar(type) && ItemType(type) is not null;

    private static Type? ItemType(Type type) => type.GetInterfaces().Append(type)
        .FirstOrDefault(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IEnumerable<>))?.GetGenericArguments()[0];

    private static string Describe(Type type) =>
        type.IsEnum ? $"one of {string.Join(", ", Enum.GetNames(type))}"
        : type == typeof(TimeSpan) ? "a time, written as hh:mm:ss"
        : type == typeof(bool) ? "true or false"
        : type == typeof(int) || type == typeof(long) ? "a whole number in range"
        : $"a {type.Name}";
}

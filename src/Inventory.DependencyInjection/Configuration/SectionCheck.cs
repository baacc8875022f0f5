using System.Globalization;
using System.Reflection;
using Microsoft.Extensions.Configuration;

namespace Inventory.DependencyInjection;

/// <summary>
/// What is wrong with a section that is to be bound: keys that the type does not have, and values of another shape or type. The binder ignores some of these
/// in silence, takes some for what they do not mean, and throws at the first of the others.
/// </summary>
internal static class SectionCheck
{
    /// <summary>Names everything that is wrong with a section.</summary>
    /// <param name="section">The section.</param>
    /// <param name="type">What it is to be bound to.</param>
    /// <param name="mayNameProvider">Whether it may say beside the keys of the type which provider it is for.</param>
    public static IEnumerable<string> Problems(IConfigurationSection section, Type type, bool mayNameProvider = false)
    {
        if (!string.IsNullOrEmpty(section.Value))
        {
            yield return $"{section.Path}: it holds a value where a section with keys belongs.";
        }

        var properties = BindableType.Properties(type);
        foreach (var child in section.GetChildren())
        {
            IEnumerable<string> problems = properties.TryGetValue(child.Key, out var property)
                ? [.. EmptyListProblem(child, property), .. ValueProblems(child, property.PropertyType)]
                : mayNameProvider && InventorySection.IsReserved(child.Key) ? ScalarProblems(child, typeof(string))
                : [$"{child.Path}: there is no such key. The keys are: {string.Join(", ", properties.Keys)}."];
            foreach (var problem in problems)
            {
                yield return problem;
            }
        }
    }

    /// <summary>A list that the options have from the start stays empty; one that is set would be read as none, which may mean everything.</summary>
    private static IEnumerable<string> EmptyListProblem(IConfigurationSection list, PropertyInfo property) =>
        list.Value is "" && property.CanWrite && !BindableType.IsScalar(property.PropertyType) && BindableType.ItemType(property.PropertyType) is not null
            ? [$"{list.Path}: it is an empty list, which is read as none at all. Leave the key out, or set it in code."]
            : [];

    private static IEnumerable<string> ValueProblems(IConfigurationSection value, Type type) =>
        BindableType.IsScalar(type) ? ScalarProblems(value, type)
        : BindableType.EntryType(type) is { } entry ? value.GetChildren().SelectMany(child => ValueProblems(child, entry))
        : BindableType.ItemType(type) is { } item ? ListProblems(value, item)
        : Problems(value, type);

    private static IEnumerable<string> ScalarProblems(IConfigurationSection value, Type type)
    {
        if (value.GetChildren().Any())
        {
            yield return $"{value.Path}: it holds a section or a list where one value belongs.";
        }
        else if (value.Value is not { } text)
        {
            if (type.IsValueType && Nullable.GetUnderlyingType(type) is null)
            {
                yield return $"{value.Path}: it is null, which would be read as {(type == typeof(TimeSpan) ? "no time at all" : "zero")}. Leave the key out.";
            }
        }
        else if (!BindableType.IsReadable(type, text))
        {
            yield return $"{value.Path}: {Quoted.Of(text)} is not {BindableType.Describe(Nullable.GetUnderlyingType(type) ?? type)}.";
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

            var problems = BindableType.IsScalar(item) && child.Value is null && !child.GetChildren().Any()
                ? [$"{child.Path}: it is null. Leave it out."]
                : ValueProblems(child, item);
            foreach (var problem in problems)
            {
                yield return problem;
            }
        }
    }
}

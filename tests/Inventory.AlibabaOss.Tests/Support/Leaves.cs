using System.Text.Json;
using System.Xml.Linq;

namespace Inventory.AlibabaOss.Tests.Support;

/// <summary>
/// What a document says, read with the base class library alone: one line for each leaf, <c>path = text</c>, in ordinal order. Paths leave the root out;
/// repeated elements and the items of an array have a number, so that their order counts and no other does. Storage classes are a set.
/// </summary>
internal static class Leaves
{
    public static IReadOnlyList<string> Of(string document)
    {
        var text = document.Trim();
        return text.StartsWith('<') ? OfXml(text) : OfJson(text);
    }

    private static List<string> OfXml(string text) => Sorted(Of("", XDocument.Parse(text).Root!));

    private static List<string> OfJson(string text)
    {
        using var document = JsonDocument.Parse(text);
        return Sorted(Of("", document.RootElement));
    }

    private static IEnumerable<string> Of(string path, XElement element)
    {
        foreach (var attribute in element.Attributes())
        {
            yield return Leaf($"{path}/@{attribute.Name.LocalName}", attribute.Value);
        }

        if (!element.HasElements)
        {
            yield return Leaf(path, element.Value);
            yield break;
        }

        if (string.Concat(element.Nodes().OfType<XText>().Select(t => t.Value)).Trim() is { Length: > 0 } own)
        {
            yield return Leaf($"{path}/#text", own);
        }

        foreach (var leaf in element.Elements().GroupBy(e => e.Name.LocalName).SelectMany(g => Numbered($"{path}/{g.Key}", [.. g], Of)))
        {
            yield return leaf;
        }
    }

    private static IEnumerable<string> Of(string path, JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object when element.EnumerateObject().Any() => element.EnumerateObject().SelectMany(m => Of($"{path}/{m.Name}", m.Value)),
        JsonValueKind.Object => [Leaf(path, "")],
        JsonValueKind.Array => Numbered(path, [.. element.EnumerateArray()], Of),
        JsonValueKind.String => [Leaf(path, element.GetString()!)],
        _ => [Leaf(path, element.GetRawText())],
    };

    private static IEnumerable<string> Numbered<T>(string path, T[] items, Func<string, T, IEnumerable<string>> of) =>
        items.Length == 1 ? of(path, items[0]) : items.SelectMany((item, i) => of($"{path}[{i}]", item));

    private static string Leaf(string path, string text) =>
        $"{path.TrimStart('/')} = {(path.EndsWith("/StorageClass", StringComparison.Ordinal) ? string.Join(',', text.Split(',').Order(StringComparer.Ordinal)) : text.Trim())}";

    private static List<string> Sorted(IEnumerable<string> leaves) => [.. leaves.Order(StringComparer.Ordinal)];
}

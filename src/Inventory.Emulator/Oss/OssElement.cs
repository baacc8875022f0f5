using System.Text;

namespace Inventory.Emulator.Oss;

/// <summary>An element by its local name: the text directly inside it, and its child elements.</summary>
internal sealed class OssElement(string name)
{
    private string _first = "";
    private StringBuilder? _all;

    public string Name { get; } = name;

    public string Text => _all?.ToString() ?? _first;

    public List<OssElement> Children { get; } = [];

    /// <summary>Adds a piece of text. Nearly every element has one; a hostile one has as many as there are elements in it.</summary>
    public void Append(string text)
    {
        if (_first.Length == 0)
        {
            _first = text;
        }
        else
        {
            _all = (_all ?? new(_first)).Append(text);
        }
    }

    /// <summary>The child at the end of the path; null if a step is missing.</summary>
    public OssElement? Find(params ReadOnlySpan<string> path)
    {
        var current = this;
        foreach (var step in path)
        {
            current = current.Children.Find(child => string.Equals(child.Name, step, StringComparison.Ordinal));
            if (current is null)
            {
                return null;
            }
        }

        return current;
    }

    /// <summary>The text at the end of the path; null if a step is missing or the text is empty.</summary>
    public string? TextOf(params ReadOnlySpan<string> path) => Find(path)?.Text is { Length: > 0 } text ? text : null;

    /// <summary>The name of a child that occurs twice and may not; null if there is none, at any depth.</summary>
    public string? Repeated()
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var child in Children)
        {
            if (!names.Add(child.Name) && child.Name is not "Field")
            {
                return child.Name;
            }

            if (child.Repeated() is { } deeper)
            {
                return deeper;
            }
        }

        return null;
    }
}

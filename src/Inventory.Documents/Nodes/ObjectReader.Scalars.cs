using System.Globalization;

namespace Inventory.Documents;

/// <content>Texts, truths and numbers.</content>
public sealed partial class ObjectReader
{
    /// <summary>The texts of every member of a name; an item that is not a scalar is a problem.</summary>
    public IReadOnlyList<string> Texts(string name)
    {
        List<string> texts = [];
        var nodes = All(name);
        for (var i = 0; i < nodes.Count; i++)
        {
            if (nodes[i].IsScalar && nodes[i].Text.Length > 0)
            {
                texts.Add(nodes[i].Text);
            }
            else
            {
                _problems.Add(string.Create(CultureInfo.InvariantCulture, $"{PathOf(name)}[{i}]"), nodes[i], $"It must be a text, and is {NodeText.Show(nodes[i])}.");
            }
        }

        return texts;
    }

    /// <summary>A scalar as written; null where it is absent. An empty text is an empty text.</summary>
    public string? Text(string name)
    {
        if (One(name) is not { } node)
        {
            return null;
        }

        if (node.IsScalar)
        {
            return node.Text;
        }

        // XML cannot tell an element without content from an object without members; JSON writes the latter for the former.
        if (node is not { Kind: DocumentNodeKind.Object, IsEmpty: true })
        {
            _problems.Add(PathOf(name), node, $"It must be a text, and is {NodeText.Show(node)}.");
        }

        return "";
    }

    /// <summary>A scalar that must be there and not be empty; the empty text where it is not.</summary>
    public string RequiredText(string name)
    {
        var problems = _problems.Found.Count;
        var text = Text(name);
        if (string.IsNullOrEmpty(text) && _problems.Found.Count == problems)
        {
            Problem(name, text is null ? "It is required and missing." : "It is required and empty.");
        }

        return text ?? "";
    }

    /// <summary><c>true</c> or <c>false</c>, without regard to case; null where it is absent or empty.</summary>
    public bool? Boolean(string name)
    {
        var text = Text(name)?.Trim();
        if (string.IsNullOrEmpty(text))
        {
            return null;
        }

        if (bool.TryParse(text, out var value))
        {
            return value;
        }

        Problem(name, $"'{NodeText.Cut(text)}' must be true or false.");
        return null;
    }

    /// <summary>A whole number; null where it is absent or empty.</summary>
    public long? Integer(string name)
    {
        var text = Text(name)?.Trim();
        if (string.IsNullOrEmpty(text))
        {
            return null;
        }

        if (NodeText.TryWhole(One(name)!.Kind, text, out var value))
        {
            return value;
        }

        Problem(name, $"'{NodeText.Cut(text)}' must be a whole number.");
        return null;
    }
}

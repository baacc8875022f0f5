namespace Inventory.Documents;

/// <summary>The formats of rule files that are registered, by name. Immutable, safe for use by several threads at once.</summary>
public sealed class RuleDocumentFormats
{
    private readonly IRuleDocumentFormat[] _formats;

    /// <summary>Registers formats.</summary>
    /// <param name="formats">The formats; where a text looks like several, the first of them is taken, so the most specific comes first.</param>
    /// <exception cref="ArgumentException">Two have the same name.</exception>
    public RuleDocumentFormats(IEnumerable<IRuleDocumentFormat> formats)
    {
        ArgumentNullException.ThrowIfNull(formats);
        _formats = [.. formats];
        Names = Array.ConvertAll(_formats, f => f.Name);
        if (Names.GroupBy(n => n, StringComparer.OrdinalIgnoreCase).FirstOrDefault(g => g.Count() > 1) is { } repeated)
        {
            throw new ArgumentException($"Two formats of rule files are called '{repeated.Key}'.", nameof(formats));
        }
    }

    /// <summary>The names of the formats, in the order of registration.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>The format of a name, without regard to case.</summary>
    /// <exception cref="InventoryException">There is none; of kind <see cref="InventoryErrorKind.InvalidDocument"/>, and says which there are.</exception>
    public IRuleDocumentFormat this[string name]
    {
        get
        {
            ArgumentNullException.ThrowIfNull(name);
            return Array.Find(_formats, f => string.Equals(f.Name, name, StringComparison.OrdinalIgnoreCase))
                ?? throw new InventoryException(
                    InventoryErrorKind.InvalidDocument,
                    KnownNames.NoSuch($"format of rule files called '{NodeText.Cut(name)}'", name, Names));
        }
    }

    /// <summary>The format that a text looks like.</summary>
    /// <exception cref="InvalidDocumentException">It looks like none, or is empty.</exception>
    public IRuleDocumentFormat Detect(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        text = Content(text);
        return Array.Find(_formats, f => f.Recognizes(text))
            ?? throw new InvalidDocumentException(
                0, 0, $"It looks like no format that is registered.{string.Concat(_formats.Select(f => $" '{f.Name}' is {f.Description}."))}");
    }

    /// <summary>Reads a rule from a text. A byte order mark and white space before it are skipped.</summary>
    /// <param name="text">The text.</param>
    /// <param name="format">The name of its format; null for the one that it looks like.</param>
    /// <exception cref="InventoryException">
    /// There is no such format, or the text cannot be read; of kind <see cref="InventoryErrorKind.InvalidDocument"/>.
    /// </exception>
    public RuleDocument Read(string text, string? format = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        var chosen = format is null ? null : this[format];
        text = Content(text);
        return (chosen ?? Detect(text)).Read(text);
    }

    /// <summary>The text without a byte order mark. White space stays, so that lines are counted right; each format skips it.</summary>
    private static string Content(string text)
    {
        var content = text.StartsWith('\uFEFF') ? text[1..] : text;
        return string.IsNullOrWhiteSpace(content) ? throw new InvalidDocumentException(0, 0, "It is empty.") : content;
    }
}

using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Inventory.Documents;

/// <summary>The events of a YAML text, one after the other, and where each begins. Comments are skipped.</summary>
internal sealed class YamlEvents
{
    private readonly string _text;
    private readonly Scanner _scanner;
    private readonly Parser _parser;
    private long _passed;

    /// <exception cref="InvalidDocumentException">The text has a character that cannot stand in YAML.</exception>
    public YamlEvents(string text)
    {
        YamlCharacters.Check(text);
        _text = text;
        _scanner = new Scanner(new StringReader(text));
        _parser = new Parser(_scanner);
    }

    /// <summary>The event.</summary>
    public ParsingEvent Current => _parser.Current ?? throw new InvalidOperationException("There is none before the first.");

    /// <summary>The line that the event begins in, from 1.</summary>
    public int Line { get; private set; }

    /// <summary>The column that the event begins at, from 1.</summary>
    public int Column { get; private set; }

    /// <summary>Goes to the next event.</summary>
    /// <exception cref="InvalidDocumentException">What comes next is not YAML.</exception>
    public ParsingEvent Next()
    {
        try
        {
            if (!_parser.MoveNext())
            {
                throw new InvalidDocumentException(Line, Column, "It is not YAML: it ends too early.");
            }
        }
        catch (YamlException e)
        {
            throw Refusal(e);
        }
        catch (InvalidOperationException e)
        {
            // The scanner has no words for a text over several lines with a colon behind it, in braces.
            var place = _scanner.CurrentPosition;
            throw new InvalidDocumentException((int)place.Line, (int)place.Column, "It is not YAML: a text ends here that cannot stand here. Is a brace or a comma missing?", e);
        }

        // A mapping that has no sign of its own, as in [a: b], has no mark of its own either.
        var mark = Current.Start;
        if (mark.Index >= _passed)
        {
            (Line, Column) = ((int)mark.Line, (int)mark.Column);
        }

        _passed = Math.Max(_passed, mark.Index);
        return Current;
    }

    private InvalidDocumentException Refusal(YamlException e)
    {
        if (e.Message.Contains(" tab ", StringComparison.Ordinal) && TabbedLine((int)e.Start.Line) is var line and > 0)
        {
            return new InvalidDocumentException(line, 1, "It is not YAML: the line is indented with a tab. Indent it with spaces.", e);
        }

        return new InvalidDocumentException((int)e.Start.Line, (int)e.Start.Column, $"It is not YAML: {NodeText.Cut(e.Message, 200)}", e);
    }

    /// <summary>The first line, from a line on, that is indented with a tab; 0 for none. The parser names where the mapping begins.</summary>
    private int TabbedLine(int from)
    {
        var number = 1;
        foreach (var line in _text.AsSpan().EnumerateLines())
        {
            if (number >= from && line.TrimStart(' ').StartsWith('\t'))
            {
                return number;
            }

            number++;
        }

        return 0;
    }
}

using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Newtonsoft.Json;

namespace Inventory.Documents;

/// <summary>The tokens of a JSON text, where each begins, and how it is written. Comments are skipped; anything else that is not JSON is refused.</summary>
/// <remarks>The reader below knows only where a token ends, reads 010 as 8 and 1e-30 as 0, and takes single quotes.</remarks>
internal sealed partial class JsonTokens : IDisposable
{
    private readonly string _text;
    private readonly int[] _lineStarts;
    private readonly JsonTextReader _reader;
    private int _start;
    private int _end;
    private int _count;

    public JsonTokens(string text)
    {
        _text = text;
        _lineStarts = LineStarts(text);
        _reader = new JsonTextReader(new StringReader(text))
        {
            DateParseHandling = DateParseHandling.None,
            FloatParseHandling = FloatParseHandling.Double,
            MaxDepth = null,
        };
    }

    /// <summary>What the token is.</summary>
    public JsonToken Type => _reader.TokenType;

    /// <summary>A string or a member's name, without quotation marks and escapes.</summary>
    public string Value => (string)_reader.Value!;

    /// <summary>A token as it is written.</summary>
    public string Raw => _text[_start.._end];

    /// <summary>Whether a string or a member's name has half a character. The reader below makes U+FFFD of one that is escaped.</summary>
    public bool HasHalfCharacter => Type is JsonToken.String or JsonToken.PropertyName
        && (NodeText.HasHalf(Value) || (Value.Contains('\uFFFD', StringComparison.Ordinal) && NodeText.HasHalf(Unescaped(_text.AsSpan(_start, _end - _start)))));

    /// <summary>Where in the document this is, for messages.</summary>
    public string Path => _reader.Path;

    /// <summary>The line that the token begins in, from 1.</summary>
    public int Line { get; private set; } = 1;

    /// <summary>The column that the token begins at, from 1.</summary>
    public int Column { get; private set; } = 1;

    /// <summary>Goes to the next token.</summary>
    /// <returns>Whether there is one.</returns>
    /// <exception cref="InvalidDocumentException">What comes next is not JSON.</exception>
    public bool Read()
    {
        var hasComma = false;
        try
        {
            do
            {
                if (!_reader.Read())
                {
                    GoTo(_text.Length);
                    return false;
                }

                hasComma |= Step();
                CheckComment();
            }
            while (Type == JsonToken.Comment);
        }
        catch (JsonReaderException e)
        {
            // It counts what it has consumed, which the offending character is not.
            throw new InvalidDocumentException([new(e.Path ?? "", e.LineNumber, e.LinePosition + 1, $"It is not JSON: {Sentence(e.Message)}")], e);
        }

        if (++_count > 2 * NodeText.MostNodes)
        {
            throw new InvalidDocumentException(Line, Column, NodeText.TooManyNodes);
        }

        if (hasComma && (Type is JsonToken.EndObject or JsonToken.EndArray))
        {
            throw Refusal("there is a comma, and nothing after it");
        }

        Check();
        return true;
    }

    /// <summary>A problem at this token.</summary>
    public InvalidDocumentException Refusal(string reason) => new([new(Path, Line, Column, $"It is not JSON: {reason}.")]);

    public void Dispose() => ((IDisposable)_reader).Dispose();

    private static int[] LineStarts(string text)
    {
        List<int> starts = [0];
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\n' || (text[i] == '\r' && (i + 1 == text.Length || text[i + 1] != '\n')))
            {
                starts.Add(i + 1);
            }
        }

        return [.. starts];
    }

    /// <summary>The characters of a literal. One that is escaped by a letter stays the letter: it is no surrogate either way.</summary>
    private static string Unescaped(ReadOnlySpan<char> literal)
    {
        var text = new StringBuilder(literal.Length);
        for (var i = 0; i < literal.Length; i++)
        {
            if (literal[i] != '\\')
            {
                _ = text.Append(literal[i]);
            }
            else if (literal[++i] != 'u')
            {
                _ = text.Append(literal[i]);
            }
            else
            {
                _ = text.Append((char)ushort.Parse(literal.Slice(i + 1, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture));
                i += 4;
            }
        }

        return text.ToString();
    }

    private static string Sentence(string message)
    {
        // The position follows in the exception's own words, and a number may be in it whole.
        var end = message.LastIndexOf(" Path '", StringComparison.Ordinal);
        return NodeText.Cut(end < 0 ? message : message[..end], 200);
    }

    /// <summary>Finds where the token begins: after the one before it, white space and a comma.</summary>
    private bool Step()
    {
        var hasComma = false;
        var start = _end;
        while (start < _text.Length && (_text[start] == ',' || char.IsWhiteSpace(_text[start])))
        {
            hasComma |= _text[start++] == ',';
        }

        _end = Math.Min(_text.Length, _lineStarts[_reader.LineNumber - 1] + _reader.LinePosition);
        GoTo(Math.Min(start, _end));
        return hasComma;
    }

    private void GoTo(int start)
    {
        _start = start;
        var line = Array.BinarySearch(_lineStarts, start);
        line = line < 0 ? ~line - 1 : line;
        Line = line + 1;
        Column = start - _lineStarts[line] + 1;
    }

    /// <summary>Refuses a comment that people would take to end elsewhere than it does.</summary>
    private void CheckComment()
    {
        if (Type != JsonToken.Comment)
        {
            return;
        }

        // What ends a comment of one line is not part of its value, and the signs around either are not.
        var end = Math.Min(_start + Value.Length + (_text[_start + 1] == '/' ? 3 : 2), _text.Length);
        for (var i = _start; i < end; i++)
        {
            if (_text[i] == '\r' && (i + 1 == _text.Length || _text[i + 1] != '\n'))
            {
                throw Refusal("there is a carriage return without a line feed in a comment, or at its end");
            }
        }

        if (Value.Any(NodeText.IsDirection))
        {
            throw Refusal("there is a character in a comment that turns the direction of the text");
        }
    }

    private void Check()
    {
        var raw = _text.AsSpan(_start, _end - _start);
        var isJson = Type switch
        {
            JsonToken.StartObject => raw is "{",
            JsonToken.StartArray => raw is "[",
            JsonToken.EndObject => raw is "}",
            JsonToken.EndArray => raw is "]",
            JsonToken.PropertyName or JsonToken.String => raw.StartsWith('"'),
            JsonToken.Integer or JsonToken.Float => Number.IsMatch(raw),
            JsonToken.Boolean => raw is "true" or "false",
            JsonToken.Null => raw is "null",
            _ => false,
        };
        if (isJson)
        {
            return;
        }

        var shown = NodeText.Cut(raw.ToString());
        throw Refusal(Type switch
        {
            JsonToken.PropertyName => $"the name {shown.TrimEnd(':', ' ')} must stand in double quotation marks",
            JsonToken.String => $"the text {shown} must stand in double quotation marks",
            JsonToken.Integer or JsonToken.Float => $"{shown} is not a number as JSON writes one",
            _ => raw.IsEmpty ? "a value is missing" : $"{shown} cannot stand here",
        });
    }

    [GeneratedRegex(@"\A-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?\z", RegexOptions.CultureInvariant)]
    private static partial Regex Number { get; }
}

using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Inventory.Cli;

/// <summary>Writes JSON for tools: indented, names in camel case, nothing escaped that need not be.</summary>
internal static class JsonText
{
    private static readonly JsonWriterOptions Options = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>What is written, with one line end.</summary>
    public static string Write(Action<Utf8JsonWriter> write)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, Options))
        {
            write(writer);
        }

        return Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length) + "\n";
    }

    /// <summary>Writes a member, null where there is no text.</summary>
    public static void WriteText(this Utf8JsonWriter json, string name, string? text)
    {
        if (text is null)
        {
            json.WriteNull(name);
        }
        else
        {
            json.WriteString(name, text);
        }
    }

    /// <summary>Writes a member that is an array of objects.</summary>
    public static void WriteObjects<T>(this Utf8JsonWriter json, string name, IEnumerable<T> items, Action<T> write)
    {
        json.WriteStartArray(name);
        foreach (var item in items)
        {
            json.WriteStartObject();
            write(item);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    /// <summary>Writes who says so.</summary>
    public static void WriteEvidence(this Utf8JsonWriter json, IEnumerable<Evidence> evidence) => json.WriteEvidence("evidence", evidence);

    /// <summary>Writes who says so, under a name.</summary>
    public static void WriteEvidence(this Utf8JsonWriter json, string name, IEnumerable<Evidence> evidence) => json.WriteObjects(name, evidence, e =>
    {
        json.WriteString("reading", e.Reading);
        json.WriteString("source", e.Source);
        json.WriteString("dated", e.Dated.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
    });
}

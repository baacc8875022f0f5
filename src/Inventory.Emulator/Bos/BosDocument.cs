using System.Text.Encodings.Web;
using System.Text.Json;
using Inventory.Emulator.Http;

namespace Inventory.Emulator.Bos;

/// <summary>JSON in and out.</summary>
internal static class BosDocument
{
    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = 16 };

    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Reads a rule's document; null and an error if it is not a JSON object in UTF-8.</summary>
    public static JsonDocument? Parse(WireRequest request, out BosError? error)
    {
        error = null;
        var text = request.IsBodyTooLong ? null : PercentEncoding.DecodeUtf8(request.Body);
        if (text is null)
        {
            error = BosError.MalformedJson(request.IsBodyTooLong ? "it is too long." : "it is not UTF-8.");
            return null;
        }

        try
        {
            var document = JsonDocument.Parse(text, Strict);
            error = !IsUnicode(document.RootElement) ? BosError.MalformedJson("it holds half a surrogate pair.")
                : document.RootElement.ValueKind != JsonValueKind.Object ? BosError.InappropriateJson("it is not an object.")
                : null;
            if (error is null)
            {
                return document;
            }

            document.Dispose();
            return null;
        }
        catch (JsonException malformed)
        {
            error = BosError.MalformedJson(malformed.Message);
            return null;
        }
    }

    /// <summary>Whether every name and text can be read: an escape may stand for half a character, and whoever looks for a member reads all names.</summary>
    private static bool IsUnicode(JsonElement root)
    {
        try
        {
            Read(root);
            return true;
        }
        catch (InvalidOperationException)
        {
            return false;
        }

        static void Read(JsonElement element)
        {
            switch (element.ValueKind)
            {
                case JsonValueKind.Object:
                    foreach (var member in element.EnumerateObject())
                    {
                        _ = member.Name;
                        Read(member.Value);
                    }

                    break;
                case JsonValueKind.Array:
                    foreach (var item in element.EnumerateArray())
                    {
                        Read(item);
                    }

                    break;
                case JsonValueKind.String:
                    _ = element.GetString();
                    break;
            }
        }
    }

    /// <summary>The id of a document; null if it is not well-formed or has none.</summary>
    public static string? ReadId(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text, Strict);
            return document.RootElement.ValueKind == JsonValueKind.Object
                && document.RootElement.TryGetProperty("id", out var id)
                && id.ValueKind == JsonValueKind.String
                    ? id.GetString()
                    : null;
        }
        catch (Exception malformed) when (malformed is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    public static string Write(Action<Utf8JsonWriter> content)
    {
        using var bytes = new MemoryStream();
        using (var writer = new Utf8JsonWriter(bytes, Plain))
        {
            content(writer);
        }

        return System.Text.Encoding.UTF8.GetString(bytes.GetBuffer(), 0, (int)bytes.Length);
    }
}

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
            if (document.RootElement.ValueKind == JsonValueKind.Object)
            {
                return document;
            }

            document.Dispose();
            error = BosError.InappropriateJson("it is not an object.");
            return null;
        }
        catch (JsonException malformed)
        {
            error = BosError.MalformedJson(malformed.Message);
            return null;
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

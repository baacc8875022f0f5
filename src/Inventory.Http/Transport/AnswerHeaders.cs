namespace Inventory.Http;

/// <summary>The headers of an answer by name, without regard to case.</summary>
internal static class AnswerHeaders
{
    public static IReadOnlyDictionary<string, string> Of(HttpResponseMessage response)
    {
        Dictionary<string, string> headers = new(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, values) in response.Headers.NonValidated)
        {
            headers[name] = values.ToString();
        }

        foreach (var (name, values) in response.Content.Headers.NonValidated)
        {
            headers[name] = values.ToString();
        }

        return headers;
    }
}

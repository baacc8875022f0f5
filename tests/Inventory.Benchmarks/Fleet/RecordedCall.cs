namespace Inventory.Benchmarks.Fleet;

/// <summary>A request as an adapter sent it, signature included, to be sent again.</summary>
internal sealed record RecordedCall(HttpMethod Method, Uri Uri, IReadOnlyList<KeyValuePair<string, string>> Headers, IReadOnlyList<KeyValuePair<string, string>> ContentHeaders, byte[]? Body)
{
    /// <summary>The bucket that it is about: the first segment of its path.</summary>
    public string Bucket => Uri.AbsolutePath.Split('/')[1];

    public bool IsList => Method == HttpMethod.Get && !Uri.Query.Contains("id=", StringComparison.OrdinalIgnoreCase);

    public static async Task<RecordedCall> OfAsync(HttpRequestMessage request) => new(
        request.Method,
        request.RequestUri!,
        [.. Values(request.Headers)],
        [.. request.Content is { } content ? Values(content.Headers) : []],
        request.Content is null ? null : await request.Content.ReadAsByteArrayAsync());

    public HttpRequestMessage ToMessage()
    {
        var message = new HttpRequestMessage(Method, Uri);
        foreach (var (name, value) in Headers)
        {
            _ = message.Headers.TryAddWithoutValidation(name, value);
        }

        if (Body is not null)
        {
            message.Content = new ByteArrayContent(Body);
            foreach (var (name, value) in ContentHeaders)
            {
                _ = message.Content.Headers.TryAddWithoutValidation(name, value);
            }
        }

        return message;
    }

    private static IEnumerable<KeyValuePair<string, string>> Values(System.Net.Http.Headers.HttpHeaders headers) =>
        headers.NonValidated.SelectMany(h => h.Value, (h, value) => KeyValuePair.Create(h.Key, value));
}

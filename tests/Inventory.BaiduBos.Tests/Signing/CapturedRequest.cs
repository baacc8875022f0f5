using System.Text.Json;
using Inventory.Http;

namespace Inventory.BaiduBos.Tests.Signing;

/// <summary>A request that an official client sent, with the text that a right signature of it is computed over.</summary>
public sealed record CapturedRequest(
    string Client,
    string Case,
    string Signature,
    string Addressing,
    string Region,
    string Bucket,
    DateTimeOffset FixedTime,
    CapturedCredentials Credentials,
    string Method,
    string Target,
    string[][] Headers,
    string StringToSign)
{
    public static IReadOnlyList<CapturedRequest> All { get; } = Read();

    public string Authorization => Header("Authorization")!;

    public string? Header(string name) =>
        Array.Find(Headers, header => header[0].Equals(name, StringComparison.OrdinalIgnoreCase))?[1];

    public CloudCredentials Key() => new(Credentials.AccessKeyId, Credentials.AccessKeySecret, Credentials.SecurityToken);

    public SigningRequest ToSign()
    {
        var (path, query) = Split(Target, '?');
        return new SigningRequest
        {
            Method = Method,
            Host = Header("Host")!,
            Path = Decode(path),
            Resource = $"/{Bucket}/",
            Query =
            [
                .. query.Split('&').Select(parameter => Split(parameter, '='))
                    .Select(pair => KeyValuePair.Create(Decode(pair.Before), Decode(pair.After))),
            ],
            Headers =
            [
                .. Headers.Where(header => !header[0].Equals("Authorization", StringComparison.OrdinalIgnoreCase))
                    .Select(header => KeyValuePair.Create(header[0], header[1])),
            ],
        };
    }

    /// <summary>The request before it was signed: without what a signer adds, which are these and the authorization.</summary>
    public SigningRequest ToSignWithout(params string[] added)
    {
        var request = ToSign();
        return request with { Headers = [.. request.Headers.Where(header => !added.Contains(header.Key, StringComparer.OrdinalIgnoreCase))] };
    }

    public override string ToString() => $"{Client} {Case}";

    private static string Decode(string text) => Uri.UnescapeDataString(text);

    private static (string Before, string After) Split(string text, char separator)
    {
        var at = text.IndexOf(separator, StringComparison.Ordinal);
        return at < 0 ? (text, "") : (text[..at], text[(at + 1)..]);
    }

    private static CapturedRequest[] Read()
    {
        using var stream = typeof(CapturedRequest).Assembly.GetManifestResourceStream("captured-requests.json")!;
        return JsonSerializer.Deserialize<CapturedRequest[]>(stream, JsonSerializerOptions.Web)!;
    }
}

/// <summary>The invented key that a captured request was signed with.</summary>
public sealed record CapturedCredentials(string AccessKeyId, string AccessKeySecret, string? SecurityToken);

using System.Text;

namespace Inventory.Http;

/// <summary>One request to a service, in decoded parts: the URI and the signature are both made from these.</summary>
public sealed record ServiceRequest
{
    /// <summary>The method.</summary>
    public required HttpMethod Method { get; init; }

    /// <summary>Scheme and authority to send to, the bucket's name included where the addressing puts it there.</summary>
    public required Uri Authority { get; init; }

    /// <summary>The decoded absolute path as sent.</summary>
    public required string Path { get; init; }

    /// <summary>The decoded resource whatever the addressing; see <see cref="SigningRequest.Resource"/>.</summary>
    public required string Resource { get; init; }

    /// <summary>The decoded query in the order to send; an empty value is sent without an equals sign.</summary>
    public required IReadOnlyList<KeyValuePair<string, string>> Query { get; init; }

    /// <summary>The body; null for none.</summary>
    public byte[]? Body { get; init; }

    /// <summary>The body's media type, exactly as it is sent and signed.</summary>
    public string? ContentType { get; init; }

    /// <summary>The bucket asked about, for errors.</summary>
    public required string Bucket { get; init; }

    /// <summary>The rule asked about, for errors; null for none.</summary>
    public string? RuleId { get; init; }

    /// <summary>The request's URI, percent-encoded.</summary>
    public Uri ToUri()
    {
        var uri = new StringBuilder(Authority.GetLeftPart(UriPartial.Authority)).Append(PercentEncoding.EncodePath(Path));
        for (var i = 0; i < Query.Count; i++)
        {
            _ = uri.Append(i == 0 ? '?' : '&').Append(PercentEncoding.Encode(Query[i].Key));
            if (Query[i].Value.Length > 0)
            {
                _ = uri.Append('=').Append(PercentEncoding.Encode(Query[i].Value));
            }
        }

        return new Uri(uri.ToString());
    }
}

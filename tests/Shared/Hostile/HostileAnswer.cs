using System.Net;

namespace Inventory.Tests.Hostile;

/// <summary>An answer that nobody promised, and what is to come of it.</summary>
public sealed record HostileAnswer(string Name, int Status)
{
    public const string HeaderId = "id-in-the-header";
    public const string BodyId = "id-in-the-body";

    /// <summary>The body, out of the sound one; none if it is null.</summary>
    public Func<HostileCloud, byte[], byte[]>? Body { get; init; }

    /// <summary>Whether it is the sound answer, in other words: then it can stand for no answer that has no body.</summary>
    public bool IsSound { get; init; }

    /// <summary>How the body comes: whole and with its length, where nothing else is said.</summary>
    public Func<byte[], HttpContent> Content { get; init; } = body => new ByteArrayContent(body);

    /// <summary>Whether the service's header names the request.</summary>
    public bool HasId { get; init; } = true;

    /// <summary>Whether the body names the request, in place of the header.</summary>
    public bool HasIdInBody { get; init; }

    /// <summary>Further headers, of the body too.</summary>
    public IReadOnlyList<(string Name, string Value)> Headers { get; init; } = [];

    /// <summary>What the call fails with; null where the answer stands.</summary>
    public required Func<HostileCloud, AskedFor, InventoryErrorKind?> Kind { get; init; }

    /// <summary>The code that the error carries; null for none.</summary>
    public Func<HostileCloud, string?> Code { get; init; } = _ => null;

    /// <summary>The request's id that the error carries.</summary>
    public string? RequestId => HasIdInBody ? BodyId : HasId ? HeaderId : null;

    public override string ToString() => $"{Status}, {Name}";

    public HttpResponseMessage ToResponse(HostileCloud cloud, byte[] sound, HttpRequestMessage request)
    {
        ArgumentNullException.ThrowIfNull(cloud);
        var response = new HttpResponseMessage((HttpStatusCode)Status) { RequestMessage = request, Content = Content(Body is null ? [] : Body(cloud, sound)) };
        foreach (var (name, value) in HasId ? [(cloud.RequestIdHeader, HeaderId), .. Headers] : Headers)
        {
            _ = response.Headers.TryAddWithoutValidation(name, value) || response.Content.Headers.TryAddWithoutValidation(name, value);
        }

        return response;
    }
}

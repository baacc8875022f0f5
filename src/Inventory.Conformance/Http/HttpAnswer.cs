using System.Collections.ObjectModel;

namespace Inventory.Conformance;

/// <summary>What a service answers. Immutable.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Body">The body, sent as UTF-8; none unless stated.</param>
public sealed record HttpAnswer(int Status, string Body = "")
{
    /// <summary>
    /// Headers by name; none unless stated. Where none of them is <c>Content-Type</c>, a body that begins as XML or as JSON is sent as that. The kit adds the
    /// header that names the request.
    /// </summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = ReadOnlyDictionary<string, string>.Empty;

    /// <summary>The same with one header more.</summary>
    internal HttpAnswer With(string name, string value) =>
        this with { Headers = new Dictionary<string, string>(Headers, StringComparer.OrdinalIgnoreCase) { [name] = value } };
}

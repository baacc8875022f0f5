namespace Inventory.Emulator.Http;

/// <summary>What a vendor calls what a request asks for.</summary>
internal static class OperationName
{
    /// <summary>The name by a table of sub-resources; null if the request names none of them.</summary>
    /// <param name="request">The request.</param>
    /// <param name="irregular">Names by method and sub-resource, such as <c>POST delete</c>.</param>
    /// <param name="settings">What is behind Get, Put and Delete, by sub-resource.</param>
    public static string? BySubResource(WireRequest request, IReadOnlyDictionary<string, string> irregular, IReadOnlyDictionary<string, string> settings)
    {
        foreach (var (name, _) in request.Query.Items)
        {
            if (irregular.TryGetValue($"{request.Method} {name}", out var known))
            {
                return known;
            }

            if (settings.TryGetValue(name, out var setting) && Verb(request.Method) is { } verb)
            {
                return verb + setting;
            }
        }

        return null;
    }

    /// <summary>The name of an operation on rules, which both vendors call the same; null if the request is about no rule.</summary>
    /// <param name="request">The request.</param>
    /// <param name="id">The query item that names one rule.</param>
    public static string? OfRules(WireRequest request, string id) => !request.Query.Has("inventory") ? null : request.Method switch
    {
        "GET" => EmulatorOperation.VendorName(request.Query.Has(id) ? EmulatorOperation.Get : EmulatorOperation.List),
        "PUT" => EmulatorOperation.VendorName(EmulatorOperation.Put),
        "DELETE" => EmulatorOperation.VendorName(EmulatorOperation.Delete),
        _ => Describe(request, "a bucket"),
    };

    /// <summary>A description where no name is known.</summary>
    public static string Describe(WireRequest request, string what) =>
        request.Query.Items is [var first, ..] ? $"{request.Method} of {what} with the query '{first.Key}'" : $"{request.Method} of {what}";

    private static string? Verb(string method) => method switch
    {
        "GET" => "Get",
        "PUT" => "Put",
        "DELETE" => "Delete",
        _ => null,
    };
}

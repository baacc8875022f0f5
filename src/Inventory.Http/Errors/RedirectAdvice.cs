namespace Inventory.Http;

/// <summary>What the message of a redirect says of where it leads.</summary>
internal static class RedirectAdvice
{
    /// <summary>One sentence, with a blank before; empty where the answer names no host. Of the address no more than the host: the rest may hold a token.</summary>
    public static string Of(ServiceCall call) =>
        call.Headers.TryGetValue("Location", out var location)
        && Uri.TryCreate(location.Trim(), UriKind.Absolute, out var uri) && uri is { Host.Length: > 0 }
            ? $" It leads to the host '{ShownText.Of(call.Redact(uri.Host), 253)}'."
            : "";
}

using Inventory.Tests.Faults;

namespace Inventory.Tests.Hostile;

/// <summary>What the table of hostile answers has to know of a cloud.</summary>
/// <param name="Matrix">How it is reached.</param>
/// <param name="RequestIdHeader">The header in which it names a request.</param>
/// <param name="Error">Its error document: code, or none, and the request's id, or none.</param>
/// <param name="Stranger">The other cloud's error document, of the same members.</param>
/// <param name="IsXml">Whether it speaks XML, which says its own encoding; JSON otherwise, which is UTF-8.</param>
public sealed record HostileCloud(MatrixCloud Matrix, string RequestIdHeader, Func<string?, string?, string> Error, Func<string?, string?, string> Stranger, bool IsXml)
{
    public static string Xml(string? code, string? requestId) =>
        $"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Error>{(code is null ? "" : $"<Code>{code}</Code>")}<Message>No.</Message>{(requestId is null ? "" : $"<RequestId>{requestId}</RequestId>")}</Error>";

    public static string Json(string? code, string? requestId) =>
        $$"""{{{(code is null ? "" : $"\"code\":\"{code}\",")}}"message":"No."{{(requestId is null ? "" : $",\"requestId\":\"{requestId}\"")}}}""";
}

using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace Inventory.AlibabaOss.Tests.Support;

/// <summary>A service of one rule that takes whatever it is sent, and keeps something else in the place of a part of it.</summary>
/// <param name="part">The part, as a regular expression over the document.</param>
/// <param name="instead">What it keeps instead; empty to leave the part out.</param>
internal sealed class ForgetfulOss(string part, string instead = "") : HttpMessageHandler
{
    private readonly List<string> _methods = [];

    /// <summary>The methods it was asked with, in order.</summary>
    public IReadOnlyList<string> Methods => _methods;

    /// <summary>The document that it holds; null for none.</summary>
    public string? Held { get; set; }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        _methods.Add(request.Method.Method);
        return request.Method.Method switch
        {
            "PUT" when Held is not null => Answer(request, HttpStatusCode.Conflict, "<Error><Code>InventoryAlreadyExist</Code></Error>"),
            "PUT" => Answer(request, HttpStatusCode.OK, Keep(await request.Content!.ReadAsStringAsync(cancellationToken))),
            "DELETE" => Answer(request, HttpStatusCode.NoContent, Forget()),
            _ when Held is null => Answer(request, HttpStatusCode.NotFound, "<Error><Code>NoSuchInventory</Code></Error>"),
            _ => Answer(request, HttpStatusCode.OK, Held),
        };
    }

    private static HttpResponseMessage Answer(HttpRequestMessage request, HttpStatusCode status, string body)
    {
        var response = new HttpResponseMessage(status) { RequestMessage = request, Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body)) };
        response.Headers.Add("x-oss-request-id", CannedAnswer.RequestId);
        return response;
    }

    private string Keep(string document)
    {
        Held = Regex.Replace(document, part, instead);
        return "";
    }

    private string Forget()
    {
        Held = null;
        return "";
    }
}

using System.Text;
using Inventory.Emulator;
using Inventory.Http;

namespace Inventory.AlibabaOss.Tests.Support;

/// <summary>A put that is signed as it should be, and says whatever it is told to.</summary>
internal static class SignedRequest
{
    public static async Task<HttpResponseMessage> PutAsync(Uri endpoint, string bucket, string queryId, string body)
    {
        var signature = new OssV4Signer("cn-hangzhou").Sign(
            new SigningRequest
            {
                Method = "PUT",
                Host = endpoint.Authority,
                Path = $"/{bucket}/",
                Resource = $"/{bucket}/",
                Query = [new("inventory", ""), new("inventoryId", queryId)],
                Headers = [new("Content-Type", "application/xml")],
            },
            new CloudCredentials(EmulatorCredential.DefaultAccessKeyId, EmulatorCredential.DefaultSecret),
            TimeProvider.System.GetUtcNow());
        using var client = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Put, new Uri(endpoint, $"/{bucket}/?inventory&inventoryId={Uri.EscapeDataString(queryId)}"))
        {
            Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body)) { Headers = { ContentType = new("application/xml") } },
        };
        foreach (var (name, value) in signature.Headers)
        {
            _ = request.Headers.TryAddWithoutValidation(name, value);
        }

        return await client.SendAsync(request);
    }
}

using System.Text;

namespace Inventory.Emulator.Http;

/// <summary>What something between client and service answers: a page for people, without a code or a request id of the service.</summary>
internal static class ProxyPage
{
    public static WireAnswer Of(int status)
    {
        var text = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"<html><head><title>{status}</title></head><body><h1>{status}</h1></body></html>");
        return new(status) { ContentType = "text/html", Body = Encoding.UTF8.GetBytes(text) };
    }
}

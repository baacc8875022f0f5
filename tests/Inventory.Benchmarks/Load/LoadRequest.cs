using System.Globalization;
using System.Text;
using Inventory.Emulator;

namespace Inventory.Benchmarks.Load;

/// <summary>A request as an adapter sent it, signature included, ready to be sent again.</summary>
/// <param name="Kind">The operation.</param>
/// <param name="Method">The method.</param>
/// <param name="Target">The target as sent.</param>
/// <param name="Bytes">Head and body.</param>
internal sealed record LoadRequest(LoadKind Kind, string Method, string Target, byte[] Bytes)
{
    /// <summary>What the emulator saw of a request, as bytes.</summary>
    public static LoadRequest Of(LoadKind kind, RecordedRequest seen)
    {
        var text = new StringBuilder().Append(CultureInfo.InvariantCulture, $"{seen.Method} {seen.Target} HTTP/1.1\r\n");
        foreach (var (name, value) in seen.Headers)
        {
            text.Append(CultureInfo.InvariantCulture, $"{name}: {value}\r\n");
        }

        return new(kind, seen.Method, seen.Target, Encoding.UTF8.GetBytes($"{text}\r\n{seen.Body}"));
    }

    /// <summary>Whether an answer is one of those that the load leads to: a put of a rule that is there already, a delete of one that is not.</summary>
    public bool IsExpected(string wire, int status) => (Kind, status) switch
    {
        (LoadKind.Put, 409) => wire == EmulatorWire.Oss,
        (LoadKind.Delete, 404) => wire == EmulatorWire.Bos,
        (LoadKind.Delete, 204) => wire == EmulatorWire.Oss,
        _ => status == 200,
    };
}

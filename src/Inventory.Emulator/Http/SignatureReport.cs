using System.Text;

namespace Inventory.Emulator.Http;

/// <summary>
/// What the log says of a signature that does not match: the canonical text that the server made of the request, beside what the request says of its own. What
/// the client made of it is not on the wire; where it made the same, the secrets differ. Never the expected signature; made of a masked request.
/// </summary>
internal static class SignatureReport
{
    /// <summary>Writes the parts on one line.</summary>
    /// <param name="expected">What the server made, by name.</param>
    /// <param name="received">What the request says of how it was signed, by name.</param>
    /// <param name="request">The request.</param>
    public static string Write((string Name, string Text)[] expected, (string Name, string Text)[] received, WireRequest request)
    {
        var report = new StringBuilder("the server made");
        Append(report, expected);
        report.Append(" | the request says");
        Append(report, received);
        report.Append(" | headers received: ").AppendJoin(", ", request.ByName.Sorted.ToArray().Select(header => header.Name));
        return SecretText.OneLine(report.ToString());
    }

    private static void Append(StringBuilder report, (string Name, string Text)[] parts)
    {
        for (var at = 0; at < parts.Length; at++)
        {
            report.Append(at == 0 ? " " : ", ").Append(parts[at].Name).Append(" \"").Append(parts[at].Text).Append('"');
        }
    }
}

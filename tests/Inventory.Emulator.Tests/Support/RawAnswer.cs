using System.Text.Json;
using System.Xml.Linq;

namespace Inventory.Emulator.Tests.Support;

/// <summary>An answer as it stood on the wire.</summary>
public sealed record RawAnswer(int Status, IReadOnlyDictionary<string, string> Headers, string Body)
{
    public string? Header(string name) => Headers.TryGetValue(name, out var value) ? value : null;

    /// <summary>The text of the first element of that name in an XML body.</summary>
    public string? Xml(string name) => XDocument.Parse(Body).Descendants(name).FirstOrDefault()?.Value;

    public string? Json(string name) => JsonDocument.Parse(Body).RootElement.GetProperty(name).GetString();

    /// <summary>The error code, whichever the wire; empty for a success.</summary>
    public string Code => Status < 400 ? "" : (Body.StartsWith('<') ? Xml("Code") : Json("code")) ?? "";
}

using System.Globalization;
using Inventory.Documents;

namespace Inventory.Planning;

/// <summary>A rule, a default or an override, as it stands in a fleet file: the members that it gives itself.</summary>
internal sealed class RulePart(string path, DocumentNode node)
{
    private HashSet<(int Line, int Column)>? _places;

    /// <summary>Its path in the file.</summary>
    public string Path => path;

    public DocumentNode Node => node;

    /// <summary>The name of the default that it builds on; null for none.</summary>
    public string? From { get; init; }

    /// <summary>The default that it builds on; null for none.</summary>
    public RulePart? Base { get; set; }

    /// <summary>How many defaults it builds on, one upon another.</summary>
    public int Depth { get; set; }

    /// <summary>Whether what it builds on is not to be had; that is reported where it is so.</summary>
    public bool IsBroken { get; set; }

    /// <summary>Whether it was read with, or as, a rule.</summary>
    public bool IsRead { get; set; }

    /// <summary>Where it stands, for people.</summary>
    /// <param name="file">What to call the file.</param>
    public string Source(string file) => string.Create(
        CultureInfo.InvariantCulture, $"{ShownText.Of(file, 200)}:{node.Line}:{node.Column} {ShownText.Of(path, 200)}");

    /// <summary>Whether a node of it stands at a place.</summary>
    public bool Holds(int line, int column) => (_places ??= [.. NodeWalk.All(node).Select(n => (n.Line, n.Column))]).Contains((line, column));
}

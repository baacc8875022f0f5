using Inventory.Documents;

namespace Inventory.Planning;

/// <summary>Reads the fleet file: accounts with their buckets, defaults, rules and assignments, in YAML or JSON.</summary>
/// <remarks>
/// <para>
/// Strict, as the neutral rule files are: an unknown name, a second value of a name and a value of another type are problems, and all of them are
/// reported at once. A member of an assignment's <c>set</c> goes before the rule's, and that before the ones of the defaults that it builds on:
/// objects member by member, everything else whole; null takes out what stands below.
/// </para>
/// <para>
/// A text is read up to <see cref="MaxLength"/>, nested at most 32 deep and with at most 1,000,000 values; so many may its rules hold with their
/// defaults written out, and so many rules may be assigned. Immutable, safe for use by several threads at once.
/// </para>
/// </remarks>
public sealed class DesiredStateReader
{
    /// <summary>The version of the file that is read: its member <c>version</c>.</summary>
    public const int Version = 1;

    /// <summary>The longest text that is read, in UTF-16 code units, inclusive: 16 Mi.</summary>
    public const int MaxLength = 16 * 1024 * 1024;

    private readonly NeutralRuleNodes _rules;

    /// <summary>Makes the reader.</summary>
    /// <param name="extensions">How the extensions of the providers are written; a rule with any other is refused.</param>
    /// <exception cref="ArgumentException">Two have the same key.</exception>
    public DesiredStateReader(IEnumerable<IExtensionDocument> extensions) => _rules = new(extensions);

    /// <summary>Reads a file. A text that begins as JSON does is read as JSON, every other as YAML.</summary>
    /// <param name="text">What the file holds.</param>
    /// <param name="name">What messages and <see cref="DesiredRule.Source"/> call the file, such as <c>fleet.yaml</c>.</param>
    /// <exception cref="InvalidDocumentException">It cannot be read; the message names the file, and every problem has line, column and path.</exception>
    public DesiredState Read(string text, string name)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentException.ThrowIfNullOrEmpty(name);
        try
        {
            return new FleetDocument(_rules, name).Read(text);
        }
        catch (InvalidDocumentException e)
        {
            throw new InvalidDocumentException($"{ShownText.Of(name, 200)} cannot be read as a fleet file:", e.Problems, e.InnerException);
        }
    }
}

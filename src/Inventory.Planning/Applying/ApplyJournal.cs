using Inventory.Documents;

namespace Inventory.Planning;

/// <summary>
/// A folder in which stands, before each replacement that is a delete and a put, what is replaced by what: from it <see cref="FleetRecovery"/> finishes or
/// undoes what a killed process left.
/// </summary>
/// <remarks>
/// <para>
/// One small JSON file an entry, on the disk whole before the change is sent and gone once it is settled. A lock file, held while a plan is applied or
/// recovered, keeps a second one out of the folder; it goes with its process, however that ends. The folder is made when it is needed, on Unix for its user
/// alone. File names say nothing of rules and buckets. Safe for use by several threads at once.
/// </para>
/// <para>It outlives its process. That it outlives a machine that loses its power is up to the file system, which then must keep what was renamed.</para>
/// </remarks>
public sealed class ApplyJournal
{
    private readonly RuleNodes _rules;

    /// <summary>Names a folder. Nothing is read or written yet.</summary>
    /// <param name="folder">The folder, of these entries alone. It need not exist.</param>
    /// <param name="extensions">How the extensions of the providers are written.</param>
    /// <exception cref="ArgumentException">The path is empty, or two extensions have the same key.</exception>
    public ApplyJournal(string folder, IEnumerable<IExtensionDocument> extensions)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        Folder = folder;
        _rules = new(extensions);
    }

    /// <summary>The folder, as it was given.</summary>
    public string Folder { get; }

    /// <summary>Whether the folder exists: without it there is no entry.</summary>
    internal bool Exists => Directory.Exists(Folder);

    /// <summary>Holds the folder until the result is disposed of, and makes it where there is none.</summary>
    /// <exception cref="InventoryException">
    /// Of kind <see cref="InventoryErrorKind.Unavailable"/>: somebody else holds it. Of kind <see cref="InventoryErrorKind.InvalidConfiguration"/>: it cannot be used.
    /// </exception>
    internal HeldJournal Hold() => HeldJournal.Of(Folder, _rules);
}

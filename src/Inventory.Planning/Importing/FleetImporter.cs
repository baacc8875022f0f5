using System.Globalization;
using Inventory.Documents;

namespace Inventory.Planning;

/// <summary>Makes a fleet file of live rules: a plan of it against the same rules has nothing to do.</summary>
/// <remarks>
/// <para>
/// Every bucket that was read is listed, those without a rule too, as <see cref="DesiredStateWriter"/> writes them. The same live state gives the same text.
/// </para>
/// <para>
/// What a file cannot hold is told in <see cref="FleetImport.LeftOut"/>: rules that run once, texts with half characters, extensions that nobody registered, and
/// buckets with names that the file has no place for. Immutable, safe for use by several threads at once.
/// </para>
/// </remarks>
public sealed class FleetImporter
{
    private readonly DesiredStateWriter _writer;

    /// <summary>Makes an importer.</summary>
    /// <param name="extensions">How the extensions of the providers are written; a rule with any other is left out.</param>
    /// <exception cref="ArgumentException">Two have the same key.</exception>
    public FleetImporter(IEnumerable<IExtensionDocument> extensions) => _writer = new(extensions);

    /// <summary>Makes the file.</summary>
    /// <param name="live">The live rules, as <see cref="FleetReader"/> reads them.</param>
    /// <param name="format">How to write it; YAML if left out.</param>
    /// <exception cref="ArgumentException">A bucket is there twice, or an account in two spellings that differ in case alone, which a file takes for one.</exception>
    /// <exception cref="InvalidDocumentException">The file would be beyond what <see cref="DesiredStateReader"/> reads; the message says which bound it is.</exception>
    /// <exception cref="InvalidOperationException">An extension is not read back as it is written once other rules stand beside it: its document is at fault.</exception>
    public FleetImport Import(LiveState live, FleetFileFormat format = FleetFileFormat.Yaml)
    {
        ArgumentNullException.ThrowIfNull(live);
        var nodes = _writer.Nodes();
        var taken = new TakenRules(live, nodes);
        var text = _writer.Write(new() { Buckets = taken.Buckets }, format, nodes);
        return new()
        {
            Text = format == FleetFileFormat.Json ? text : Head(taken) + text,
            Buckets = taken.Buckets.Count,
            Rules = taken.Buckets.Sum(b => b.Rules.Count),
            DistinctIds = taken.Buckets.SelectMany(b => b.Rules, (_, r) => r.Rule.Id).Distinct(StringComparer.Ordinal).Count(),
            LeftOut = [.. taken.LeftOut],
            Failures = [.. taken.Failures],
        };
    }

    /// <summary>What who reads the file is not to overlook, as a comment.</summary>
    private static string Head(TakenRules taken) => taken.LeftOut.Count + taken.Failures.Count == 0 ? "" : string.Create(
        CultureInfo.InvariantCulture,
        $"# Not everything is here. Left out, for no such file can hold it: {taken.LeftOut.Count}. Buckets that could not be read: {taken.Failures.Count}. The import told what and why.\n")
        + "# A plan leaves all that alone; one that prunes deletes the rules left out of buckets below.\n";
}

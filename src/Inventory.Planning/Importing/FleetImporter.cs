using System.Globalization;
using Inventory.Documents;

namespace Inventory.Planning;

/// <summary>Makes a fleet file of live rules: a plan of it against the same rules has nothing to do.</summary>
/// <remarks>
/// <para>
/// Every bucket that was read is listed, those without a rule too. A rule that many buckets have is written once. Where buckets have different rules of
/// one id, the most common one is the rule, and assignments say what is another in the other buckets. What all rules share becomes a default where the file
/// gets shorter by it. The same live state gives the same text.
/// </para>
/// <para>
/// What a file cannot hold is told in <see cref="FleetImport.LeftOut"/>: rules that run once, texts with half characters, extensions that nobody registered, and
/// buckets with names that the file has no place for. Immutable, safe for use by several threads at once.
/// </para>
/// </remarks>
public sealed class FleetImporter
{
    private readonly NeutralRuleNodes _rules;
    private readonly DesiredStateReader _reader;

    /// <summary>Makes an importer.</summary>
    /// <param name="extensions">How the extensions of the providers are written; a rule with any other is left out.</param>
    /// <exception cref="ArgumentException">Two have the same key.</exception>
    public FleetImporter(IEnumerable<IExtensionDocument> extensions)
    {
        ArgumentNullException.ThrowIfNull(extensions);
        List<IExtensionDocument> known = [.. extensions];
        (_rules, _reader) = (new(known), new(known));
    }

    /// <summary>Makes the file.</summary>
    /// <param name="live">The live rules, as <see cref="FleetReader"/> reads them.</param>
    /// <param name="format">How to write it; YAML if left out.</param>
    /// <exception cref="ArgumentException">A bucket is there twice, or an account in two spellings that differ in case alone, which a file takes for one.</exception>
    /// <exception cref="InvalidDocumentException">The file would be beyond what <see cref="DesiredStateReader"/> reads; the message says which bound it is.</exception>
    /// <exception cref="InvalidOperationException">An extension is not read back as it is written once other rules stand beside it: its document is at fault.</exception>
    public FleetImport Import(LiveState live, FleetFileFormat format = FleetFileFormat.Yaml)
    {
        ArgumentNullException.ThrowIfNull(live);
        RefuseRepeated(live);
        var taken = new TakenRules(live, _rules);
        var import = new FleetImport
        {
            Text = Text(taken, format),
            Buckets = taken.Buckets.Count,
            Rules = taken.Buckets.Sum(b => b.Rules.Count),
            DistinctIds = taken.Rules.Count,
            LeftOut = [.. taken.LeftOut],
            Failures = [.. taken.Failures],
        };
        Check(import.Text, taken);
        return import;
    }

    private static void RefuseRepeated(LiveState live)
    {
        if (live.Buckets.GroupBy(b => (b.Account, b.Bucket)).FirstOrDefault(g => g.Count() > 1)?.Key is { } twice)
        {
            throw new ArgumentException($"Bucket '{twice.Bucket}' of account '{twice.Account}' is there twice.", nameof(live));
        }

        var accounts = live.Buckets.Select(b => b.Account).Distinct(StringComparer.Ordinal);
        if (accounts.GroupBy(a => a, StringComparer.OrdinalIgnoreCase).FirstOrDefault(g => g.Count() > 1) is { } spellings)
        {
            throw new ArgumentException($"The accounts {string.Join(" and ", spellings.Select(s => $"'{s}'"))} are one: case makes no other account.", nameof(live));
        }
    }

    private static string Text(TakenRules taken, FleetFileFormat format)
    {
        var file = new FleetFileNodes(taken).Write();
        return format == FleetFileFormat.Json ? ShownJson.Write(file) : Head(taken) + YamlNodes.Write(file);
    }

    /// <summary>What who reads the file is not to overlook, as a comment.</summary>
    private static string Head(TakenRules taken) => taken.LeftOut.Count + taken.Failures.Count == 0 ? "" : string.Create(
        CultureInfo.InvariantCulture,
        $"# Not everything is here. Left out, for no such file can hold it: {taken.LeftOut.Count}. Buckets that could not be read: {taken.Failures.Count}. The import told what and why.\n")
        + "# A plan leaves all that alone; one that prunes deletes the rules left out of buckets below.\n";

    /// <summary>Reads the file as who applies it will: it has bounds, and what it says of each bucket must be what is there.</summary>
    private void Check(string text, TakenRules taken)
    {
        foreach (var (desired, live) in _reader.Read(text, "import").Buckets.Zip(taken.Buckets))
        {
            if (!desired.Rules.Select(r => r.Rule).OrderBy(r => r.Id, StringComparer.Ordinal).SequenceEqual(live.Rules))
            {
                throw new InvalidOperationException($"The file does not say of bucket '{live.Bucket}' of account '{live.Account}' what is there. An extension is not read back as it was written.");
            }
        }
    }
}

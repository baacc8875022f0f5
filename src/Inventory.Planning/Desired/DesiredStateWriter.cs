using Inventory.Documents;

namespace Inventory.Planning;

/// <summary>Writes a desired state as a fleet file: <see cref="DesiredStateReader"/> reads it back as the same buckets with the same rules.</summary>
/// <remarks>
/// A rule that many buckets have is written once. Where buckets have different rules of one id, the most common one is the rule, and assignments say what is
/// another in the other buckets. What all rules share becomes a default where the file gets shorter by it. The same state gives the same text. Patterns, defaults
/// and comments of a file that the state was read from are gone, and so is <see cref="DesiredRule.Source"/>. Immutable, safe for use by several threads at once.
/// </remarks>
public sealed class DesiredStateWriter
{
    private readonly NeutralRuleNodes _rules;
    private readonly DesiredStateReader _reader;

    /// <summary>Makes a writer.</summary>
    /// <param name="extensions">How the extensions of the providers are written; a rule with any other is refused.</param>
    /// <exception cref="ArgumentException">Two have the same key.</exception>
    public DesiredStateWriter(IEnumerable<IExtensionDocument> extensions)
    {
        ArgumentNullException.ThrowIfNull(extensions);
        List<IExtensionDocument> known = [.. extensions];
        (_rules, _reader) = (new(known), new(known));
    }

    /// <summary>Writes a state, with a line feed at the end.</summary>
    /// <param name="desired">The state.</param>
    /// <param name="format">How to write it; YAML if left out.</param>
    /// <exception cref="ArgumentException">A bucket is there twice, or an account in two spellings that differ in case alone, which a file takes for one.</exception>
    /// <exception cref="InvalidDocumentException">
    /// No file can say it: every such rule and bucket is named with the reason, as rules that run once, or ids with half characters. Or the file would be beyond
    /// what the reader reads; the message says which bound it is.
    /// </exception>
    /// <exception cref="InvalidOperationException">An extension is not read back as it is written once other rules stand beside it: its document is at fault.</exception>
    public string Write(DesiredState desired, FleetFileFormat format = FleetFileFormat.Yaml) => Write(desired, format, Nodes());

    /// <summary>Rules as the files of this writer hold them, for one file.</summary>
    internal FileRuleNodes Nodes() => new(_rules);

    /// <summary>Writes a state whose rules may be written already.</summary>
    internal string Write(DesiredState desired, FleetFileFormat format, FileRuleNodes nodes)
    {
        ArgumentNullException.ThrowIfNull(desired);
        RefuseRepeated(desired);
        var content = Content(desired, nodes);
        var file = new FleetFileNodes(content).Write();
        var text = format == FleetFileFormat.Json ? ShownJson.Write(file) : YamlNodes.Write(file);
        Check(text, content);
        return text;
    }

    private static void RefuseRepeated(DesiredState desired)
    {
        if (desired.Buckets.GroupBy(b => (b.Account, b.Bucket)).FirstOrDefault(g => g.Count() > 1)?.Key is { } twice)
        {
            throw new ArgumentException($"Bucket '{twice.Bucket}' of account '{twice.Account}' is there twice.", nameof(desired));
        }

        var accounts = desired.Buckets.Select(b => b.Account).Distinct(StringComparer.Ordinal);
        if (accounts.GroupBy(a => a, StringComparer.OrdinalIgnoreCase).FirstOrDefault(g => g.Count() > 1) is { } spellings)
        {
            throw new ArgumentException($"The accounts {string.Join(" and ", spellings.Select(s => $"'{s}'"))} are one: case makes no other account.", nameof(desired));
        }
    }

    private static FileContent Content(DesiredState desired, FileRuleNodes nodes)
    {
        try
        {
            return new(desired, nodes);
        }
        catch (InvalidDocumentException e)
        {
            throw new InvalidDocumentException("The state cannot be written as a fleet file:", e.Problems, e.InnerException);
        }
    }

    /// <summary>Reads the file as who applies it will: it has bounds, and what it says of each bucket must be what was to be written.</summary>
    private void Check(string text, FileContent content)
    {
        foreach (var (read, bucket) in _reader.Read(text, "fleet").Buckets.Zip(content.Buckets))
        {
            if (!read.Rules.Select(r => new FileRule(r.Rule, r.Accept)).OrderBy(r => r.Rule.Id, StringComparer.Ordinal).SequenceEqual(bucket.Rules))
            {
                throw new InvalidOperationException($"The file does not say of bucket '{bucket.Bucket}' of account '{bucket.Account}' what it was to say. An extension is not read back as it was written.");
            }
        }
    }
}

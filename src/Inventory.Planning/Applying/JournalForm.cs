using System.Globalization;
using System.Text;
using Inventory.Documents;

namespace Inventory.Planning;

/// <summary>Entries of the journal as JSON, and back.</summary>
internal sealed class JournalForm(RuleNodes rules)
{
    private const int Version = 1;
    private const string Instant = "yyyy-MM-dd'T'HH:mm:ss'Z'";

    /// <exception cref="InventoryRuleRejectedException">A rule has a part that no file can hold, or an extension that nobody registered.</exception>
    public byte[] Write(JournalEntry entry) => Encoding.UTF8.GetBytes(ShownJson.Write(DocumentNode.Object(
    [
        new("version", NodeParts.Number(Version)),
        new("account", DocumentNode.Of(entry.Account)),
        new("bucket", DocumentNode.Of(entry.Bucket)),
        new("ruleId", DocumentNode.Of(entry.RuleId)),
        new("provider", DocumentNode.Of(entry.Provider)),
        new("time", DocumentNode.Of(entry.Time.UtcDateTime.ToString(Instant, CultureInfo.InvariantCulture))),
        new("before", rules.Write(entry.Before)),
        new("after", rules.Write(entry.After)),
    ])));

    /// <exception cref="InvalidDocumentException">It cannot be read; every problem is named with line and path.</exception>
    public JournalEntry Read(byte[] text) => NodeReading.Document(problems => JsonNodes.Parse(text, problems), Version, "Recover with the release that wrote it.", reader => new JournalEntry(
        reader.RequiredText("account"),
        reader.RequiredText("bucket"),
        reader.RequiredText("ruleId"),
        reader.RequiredText("provider"),
        Rule(reader, "before")!,
        Rule(reader, "after")!,
        Time(reader)));

    private InventoryRule? Rule(ObjectReader reader, string name)
    {
        var rule = rules.Read(reader.RequiredObject(name));
        if (rule is not null && rule.Id != reader.Text("ruleId"))
        {
            reader.Problem(name, "It is not a rule of the id that the entry is of.");
        }

        return rule;
    }

    private static DateTimeOffset Time(ObjectReader reader)
    {
        if (!DateTimeOffset.TryParseExact(reader.Text("time"), Instant, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time))
        {
            reader.Problem("time", "It must be an instant such as 2025-01-31T00:00:00Z.");
        }

        return time;
    }
}

using System.Net;
using System.Text;
using Kit = Inventory.Conformance.InventoryServiceConformance;

namespace Inventory.Conformance.Tests;

/// <summary>What goes wrong with texts on their way through URLs, headers, XML and JSON: escaped twice or not at all, trimmed, folded, normalized, cut.</summary>
internal static class TextSaboteurs
{
    private const string AwkwardId = nameof(Kit.An_awkward_id_round_trips_or_is_refused_by_name);
    private const string AwkwardFilterPrefix = nameof(Kit.An_awkward_filter_prefix_round_trips_or_is_refused_by_name);
    private const string AwkwardDestinationPrefix = nameof(Kit.An_awkward_destination_prefix_round_trips_or_is_refused_by_name);
    private const string LongId = nameof(Kit.An_id_as_long_as_is_allowed_round_trips);
    private const string LongerId = nameof(Kit.An_id_that_is_one_longer_than_is_allowed_is_refused_by_name);
    private const string EmptyId = nameof(Kit.An_empty_id_is_refused_by_name);
    private const string Taken = "Expected InventoryRuleRejectedException, and the call succeeded";

    private static readonly (string Wrong, Func<string, string> Change)[] Changes =
    [
        ("escapes it twice", text => Uri.EscapeDataString(text)),
        ("unescapes what was not escaped", text => Uri.UnescapeDataString(text)),
        ("reads a plus as a space", text => text.Replace('+', ' ')),
        ("writes it into XML as it is", text => WebUtility.HtmlDecode(text)),
        ("doubles quotes", text => text.Replace("\"", "\"\"", StringComparison.Ordinal)),
        ("trims it", text => text.Trim()),
        ("writes it in lower case", text => text.ToLowerInvariant()),
        ("composes its letters", text => text.Normalize(NormalizationForm.FormC)),
        ("decomposes its letters", text => text.Normalize(NormalizationForm.FormD)),
        ("makes one slash of two", text => text.Replace("//", "/", StringComparison.Ordinal)),
        ("takes a backslash for a slash", text => text.Replace('\\', '/')),
        ("writes it as ASCII", text => Encoding.ASCII.GetString(Encoding.ASCII.GetBytes(text))),
        ("knows no characters of four bytes", text => string.Concat(text.EnumerateRunes().Select(r => r.IsBmp ? r.ToString() : "\uFFFD"))),
        ("resolves dots", text => text is "." or ".." ? "" : text.Replace("..", ".", StringComparison.Ordinal)),
    ];

    public static IEnumerable<Saboteur> All =>
    [
        .. Changes.Select(c => new Saboteur(AwkwardId, c.Wrong, "differing: Id", s => new(s)
        {
            Writes = rule => rule with { Id = c.Change(rule.Id) },
            Finds = (bucket, id, token) => s.FindAsync(bucket, c.Change(id), token),
        })),
        new(AwkwardId, "asks for it escaped twice", "the rule is not there", s => new(s) { Finds = (bucket, id, token) => s.FindAsync(bucket, Uri.EscapeDataString(id), token) }),
        new(AwkwardId, "lists it escaped", "with%20space", s => new(s) { Lists = (bucket, token) => s.ListAsync(bucket, token).Select(r => r with { Id = Uri.EscapeDataString(r.Id) }) }),
        new(AwkwardId, "deletes another, escaped", "Expected: null", s => new(s) { Deletes = (bucket, id, token) => s.DeleteAsync(bucket, Uri.EscapeDataString(id), token) }),
        Lesser(AwkwardId, "makes one that is allowed", Taken, s => new(s) { Writes = rule => rule with { Id = string.Concat(rule.Id.Where(char.IsAsciiLetterOrDigit)).ToLowerInvariant() } }),
        Lesser(AwkwardId, "refuses without a name", "the refusal must name Id", s => Judging(s, v => v with { Path = "Rule" })),
        Lesser(AwkwardId, "does not say what to do", "the remedy must be a sentence", s => Judging(s, v => v with { Remedy = "" })),
        Lesser(AwkwardId, "stores the rest of the rule before it refuses", "nothing may be stored", Wrongly.StoringFirst),

        .. Changes.Select(c => new Saboteur(AwkwardFilterPrefix, c.Wrong, "differing: Filter.Prefixes", s => new(s) { Writes = rule => Wrongly.Prefixed(rule, c.Change) })),
        Lesser(AwkwardFilterPrefix, "leaves out what is not allowed", Taken, s => new(s) { Writes = rule => Wrongly.Prefixed(rule, Ascii) }),

        new(AwkwardFilterPrefix, "reads a plus as a space, where a filter is held on a condition", "differing: Filter.Prefixes", s => new(s)
        {
            Reads = rule => Wrongly.Prefixed(rule, p => p.Replace('+', ' ')),
        }) { Ground = Ground.OnCondition },

        .. Changes.Select(c => new Saboteur(AwkwardDestinationPrefix, c.Wrong, "differing: Destination.Prefix", s => new(s) { Writes = rule => Wrongly.PrefixedAtDestination(rule, c.Change) })),
        Lesser(AwkwardDestinationPrefix, "leaves out what is not allowed", Taken, s => new(s) { Writes = rule => Wrongly.PrefixedAtDestination(rule, Ascii) }),

        new(LongId, "cuts it at 128", "differing: Id", s => new(s)
        {
            Writes = rule => rule with { Id = Cut(rule.Id, 128) },
            Finds = (bucket, id, token) => s.FindAsync(bucket, Cut(id, 128), token),
        }),
        new(LongId, "refuses it", "cannot hold inventory rule", s => new(s)
        {
            Puts = (_, rule, _, _) => throw new InventoryRuleRejectedException("memory", rule.Id, []),
        }),
        new(LongerId, "cuts it", Taken, s => new(s) { Writes = rule => rule with { Id = Cut(rule.Id, 255) } }),
        new(LongerId, "refuses without a name", "the refusal must name Id", s => Judging(s, v => v with { Path = "Rule" })),
        new(EmptyId, "makes one up", Taken, s => new(s) { Writes = rule => rule.Id.Length == 0 ? rule with { Id = "made-up" } : rule }),
        new(EmptyId, "warns of it", "the refusal must name Id", s => Judging(s, v => v with { Severity = ViolationSeverity.Warning })),
    ];

    private static Saboteur Lesser(string clause, string wrong, string says, Func<IInventoryService, Overridden> spoil) => new(clause, wrong, says, spoil) { Ground = Ground.Lesser };

    private static Overridden Judging(IInventoryService s, Func<RuleViolation, RuleViolation> change) => new(s) { Judges = all => Wrongly.Each(all, change) };

    private static string Ascii(string text) => string.Concat(text.Where(char.IsAsciiLetterLower));

    private static string Cut(string text, int length) => text.Length > length ? text[..length] : text;
}

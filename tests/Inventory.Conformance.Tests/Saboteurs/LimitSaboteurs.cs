using Kit = Inventory.Conformance.InventoryServiceConformance;

namespace Inventory.Conformance.Tests;

/// <summary>What goes wrong at limits: texts are cut, numbers are 32 bits wide, instants are local, what is too much is made to fit in silence.</summary>
internal static class LimitSaboteurs
{
    private const string FilterPrefix = nameof(Kit.A_filter_prefix_as_long_as_is_allowed_is_taken_and_a_longer_one_is_refused_by_name);
    private const string DestinationPrefix = nameof(Kit.A_destination_prefix_as_long_as_is_allowed_is_taken_and_a_longer_one_is_refused_by_name);
    private const string Instants = nameof(Kit.The_first_and_the_last_instant_that_are_allowed_are_taken_and_those_beyond_are_refused_by_name);
    private const string Sizes = nameof(Kit.The_largest_size_that_is_allowed_is_taken_and_a_larger_one_is_refused_by_name);
    private const string Longer = nameof(Kit.A_key_id_and_a_value_of_its_own_that_are_longer_than_is_allowed_are_refused_by_name);
    private const string Taken = "Expected InventoryRuleRejectedException, and the call succeeded";

    private static readonly DateTimeOffset Year2038 = new(2038, 1, 19, 3, 14, 7, TimeSpan.Zero);

    public static IEnumerable<Saboteur> All =>
    [
        new(FilterPrefix, "cuts it at 1,024", "differing: Filter.Prefixes", s => new(s) { Writes = rule => Wrongly.Prefixed(rule, p => Cut(p, 1024)) }),
        new(FilterPrefix, "cuts it one short of its limit", "differing: Filter.Prefixes", s => new(s) { Writes = rule => Wrongly.Prefixed(rule, p => Cut(p, 19)) }) { Ground = Ground.Limited },
        new(FilterPrefix, "cuts it at its limit", Taken, s => new(s) { Writes = rule => Wrongly.Prefixed(rule, p => Cut(p, 20)) }) { Ground = Ground.Limited },
        Limited(FilterPrefix, "names another member", "the refusal must name Filter.Prefixes", s => Judging(s, v => v with { Path = RulePaths.DestinationPrefix })),
        Limited(FilterPrefix, "does not say what to do", "the remedy must be a sentence", s => Judging(s, v => v with { Remedy = "" })),
        Limited(FilterPrefix, "stores the rest of the rule before it refuses", "nothing may be stored", Wrongly.StoringFirst),

        new(DestinationPrefix, "cuts it at 1,024", "differing: Destination.Prefix", s => new(s) { Writes = rule => Wrongly.PrefixedAtDestination(rule, p => Cut(p, 1024)) }),
        Limited(DestinationPrefix, "cuts it at its limit", Taken, s => new(s) { Writes = rule => Wrongly.PrefixedAtDestination(rule, p => Cut(p, 20)) }),
        Limited(DestinationPrefix, "names another member", "the refusal must name Destination.Prefix", s => Judging(s, v => v with { Path = RulePaths.FilterPrefixes })),

        Limited(Longer, "cuts a key id", Taken, s => new(s) { Writes = rule => rule.Destination.Encryption?.KeyId is null ? rule : Wrongly.Plain(rule) }),
        Limited(Longer, "cuts a value that it does not know", Taken, s => new(s) { Writes = rule => rule.Schedule.Provider is null ? rule : Wrongly.Plain(rule) }),
        Limited(Longer, "names another member for a key id", "the refusal must name Destination.Encryption", s => Judging(s, v => v with { Path = RulePaths.Schedule })),
        Limited(Longer, "names another member for a value", "the refusal must name Schedule", s => Judging(s, v => v with { Path = RulePaths.DestinationEncryption })),

        new(Instants, "keeps seconds in 32 bits", "differing: Filter.LastModified", s => new(s) { Writes = rule => Until(rule, Year2038) }),
        Limited(Instants, "reads them as local time", "differing: Filter.LastModified", s => new(s)
        {
            Reads = rule => rule.Filter.LastModified is { } range ? Selecting(rule, range with { Begin = range.Begin?.AddHours(8) }) : rule,
        }),
        Limited(Instants, "takes what is before the first for the first", Taken, s => new(s)
        {
            Writes = rule => rule.Filter.LastModified is { Begin: { } begin } range && begin < DateTimeOffset.UnixEpoch ? Selecting(rule, range with { Begin = DateTimeOffset.UnixEpoch }) : rule,
        }),
        Limited(Instants, "takes what is after the last for yesterday", Taken, s => new(s)
        {
            Writes = rule => rule.Filter.LastModified?.End > DateTimeOffset.UnixEpoch.AddYears(100) ? Until(rule, Yesterday) : rule,
        }),
        Limited(Instants, "takes tomorrow for yesterday", Taken, s => new(s)
        {
            Writes = rule => rule.Filter.LastModified?.End < DateTimeOffset.UnixEpoch.AddYears(100) ? Until(rule, Yesterday) : rule,
        }),
        Limited(Instants, "names another member", "the refusal must name Filter.LastModified", s => Judging(s, v => v with { Path = "Filter" })),

        new(Sizes, "keeps them in 32 bits", "differing: Filter.ObjectSize", s => new(s) { Writes = rule => UpTo(rule, int.MaxValue) }),
        new(Sizes, "reads them as 32 bits, where they are held on a condition", "differing: Filter.ObjectSize", s => new(s) { Reads = rule => UpTo(rule, int.MaxValue) }) { Ground = Ground.OnCondition },
        new(Sizes, "drops a filter that is not offered", Taken, s => new(s) { Writes = Wrongly.Plain }) { Ground = Ground.Lesser },
        Limited(Sizes, "takes what is too large for the largest", Taken, s => new(s) { Writes = rule => UpTo(rule, 1000) }),
        Limited(Sizes, "names another member", "the refusal must name Filter.ObjectSize", s => Judging(s, v => v with { Path = "Filter" })),
    ];

    private static DateTimeOffset Yesterday => TimeProvider.System.GetUtcNow().AddDays(-1);

    private static Saboteur Limited(string clause, string wrong, string says, Func<IInventoryService, Overridden> spoil) => new(clause, wrong, says, spoil) { Ground = Ground.Limited };

    private static Overridden Judging(IInventoryService s, Func<RuleViolation, RuleViolation> change) => new(s) { Judges = all => Wrongly.Each(all, change) };

    private static string Cut(string text, int length) => text.Length > length ? text[..length] : text;

    private static InventoryRule Selecting(InventoryRule rule, LastModifiedRange range) => rule with { Filter = rule.Filter with { LastModified = range } };

    private static InventoryRule Until(InventoryRule rule, DateTimeOffset last) =>
        rule.Filter.LastModified is { } range && range.End > last ? Selecting(rule, range with { End = last }) : rule;

    private static InventoryRule UpTo(InventoryRule rule, long largest) =>
        rule.Filter.ObjectSize is { } range && range.Upper > largest ? rule with { Filter = rule.Filter with { ObjectSize = range with { Upper = largest } } } : rule;
}

namespace Inventory.Conformance;

/// <content>What the capabilities limit, at the limit and past it.</content>
public abstract partial class InventoryServiceConformance
{
    // Long enough to find what a service cuts where it states no limit.
    private const int LengthWithoutLimit = 2000;

    // A limit above this is as good as none.
    private const int MostToSend = 100_000;

    [Clause]
    public Task A_filter_prefix_as_long_as_is_allowed_is_taken_and_a_longer_one_is_refused_by_name() => AssertLengthAsync(
        Capabilities.FilterPrefix,
        RulePaths.FilterPrefixes,
        InventoryFeature.PrefixFilter,
        (rule, prefix) => rule with { Filter = rule.Filter with { Prefixes = [prefix] } });

    [Clause]
    public Task A_destination_prefix_as_long_as_is_allowed_is_taken_and_a_longer_one_is_refused_by_name() => AssertLengthAsync(
        Capabilities.DestinationPrefix,
        RulePaths.DestinationPrefix,
        null,
        (rule, prefix) => rule with { Destination = rule.Destination with { Prefix = prefix } });

    [Clause]
    public async Task A_key_id_and_a_value_of_its_own_that_are_longer_than_is_allowed_are_refused_by_name()
    {
        var (keyId, value) = (Capabilities.KmsKeyId, Capabilities.UnrecognizedValue);

        // A longest one that is allowed is not sent: it names no key and no schedule that there is.
        if (keyId is { MaxLength: <= MostToSend })
        {
            var rule = Baseline();
            var encryption = InventoryEncryption.Kms(RuleIds.Padded("kit", keyId.MaxLength + 1, keyId));
            await AssertIsRefusedBelowAsync(rule with { Destination = rule.Destination with { Encryption = encryption } }, RulePaths.DestinationEncryption);
        }

        if (value is { MaxLength: <= MostToSend })
        {
            var schedule = InventorySchedule.Other(Capabilities.Provider, RuleIds.Padded("kit", value.MaxLength + 1, value));
            await AssertIsRefusedBelowAsync(Baseline() with { Schedule = schedule }, RulePaths.Schedule);
        }
    }

    [Clause]
    public async Task The_first_and_the_last_instant_that_are_allowed_are_taken_and_those_beyond_are_refused_by_name()
    {
        var limit = Capabilities.LastModified;
        var first = limit?.Earliest ?? DateTimeOffset.UnixEpoch;
        var last = limit?.Latest ?? new DateTimeOffset(9999, 12, 31, 23, 59, 59, TimeSpan.Zero);
        var lastOfNow = limit is { MustBePast: true } && last > Now ? Now.AddDays(-1) : last;

        await AssertIsTakenAsync(Selecting(first, lastOfNow), InventoryFeature.LastModifiedFilter);
        if (limit is not null)
        {
            await AssertIsRefusedBelowAsync(Selecting(first.AddSeconds(-1), lastOfNow), RulePaths.FilterLastModified);
            await AssertIsRefusedBelowAsync(Selecting(first, last.AddSeconds(1)), RulePaths.FilterLastModified);
        }

        if (limit is { MustBePast: true })
        {
            await AssertIsRefusedBelowAsync(Selecting(first, Now.AddDays(1)), RulePaths.FilterLastModified);
        }

        InventoryRule Selecting(DateTimeOffset begin, DateTimeOffset end)
        {
            var rule = Baseline();
            return rule with { Filter = rule.Filter with { LastModified = new() { Begin = begin, End = end } } };
        }
    }

    [Clause]
    public async Task The_largest_size_that_is_allowed_is_taken_and_a_larger_one_is_refused_by_name()
    {
        var largest = Capabilities.ObjectSize?.MaxBytes ?? long.MaxValue;

        await AssertIsTakenAsync(Selecting(largest), InventoryFeature.ObjectSizeFilter);
        if (largest < long.MaxValue)
        {
            await AssertIsRefusedBelowAsync(Selecting(largest + 1), RulePaths.FilterObjectSize);
        }

        InventoryRule Selecting(long upper)
        {
            var rule = Baseline();
            return rule with { Filter = rule.Filter with { ObjectSize = new() { Lower = 1, Upper = upper } } };
        }
    }

    private async Task AssertLengthAsync(TextLimit? limit, string path, InventoryFeature? feature, Func<InventoryRule, string, InventoryRule> with)
    {
        var isLimited = limit is { MaxLength: <= MostToSend };
        var length = isLimited ? limit!.MaxLength : LengthWithoutLimit;
        var longest = limit is null ? new string('x', length) : RuleIds.Padded("kit", length, limit);

        await AssertIsTakenAsync(with(Baseline(), longest), feature);
        if (isLimited)
        {
            await AssertIsRefusedBelowAsync(with(Baseline(), longest + "x"), path);
        }
    }

    /// <summary>The rule round-trips, as far as the feature does.</summary>
    private async Task AssertIsTakenAsync(InventoryRule rule, InventoryFeature? feature)
    {
        _ = await OutcomeOfAsync(rule, feature is { } used ? LevelOf(used) : SupportLevel.Supported);
        await Service.DeleteAsync(SourceBucket, rule.Id);
    }

    /// <summary>Refused at a path or at a part of what is there.</summary>
    private Task AssertIsRefusedBelowAsync(InventoryRule rule, string path) => AssertIsRefusedAsync(rule, path, p => p.StartsWith(path, StringComparison.Ordinal));
}

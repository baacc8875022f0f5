namespace Inventory.Conformance.Tests;

/// <summary>What several saboteurs do.</summary>
internal static class Wrongly
{
    public const string Source = "source";

    /// <summary>The error as one of another kind.</summary>
    public static Exception As(InventoryErrorKind kind, InventoryException e) => new InventoryException(kind, e.Message) { Bucket = e.Bucket, RuleId = e.RuleId };

    /// <summary>The error without a word of what it is about.</summary>
    public static Exception Nameless(InventoryException e) => new InventoryException(e.Kind, e.Message);

    public static InventoryException Error(InventoryErrorKind kind, string? ruleId = null) => new(kind, "The service says so.") { Bucket = Source, RuleId = ruleId };

    /// <summary>A rule of which nothing is left but its id, one made up where that cannot be one.</summary>
    public static InventoryRule Plain(InventoryRule rule) => Plain(rule.Id.Length is > 0 and <= 20 ? rule.Id : "made-up");

    public static InventoryRule Plain(string id) => new() { Id = id, Destination = new() { Bucket = "reports" }, Schedule = InventorySchedule.Weekly };

    /// <summary>Another rule of the same id.</summary>
    public static InventoryRule Otherwise(InventoryRule rule) => rule with { IsEnabled = !rule.IsEnabled };

    public static InventoryRule Prefixed(InventoryRule rule, Func<string, string> change) =>
        rule with { Filter = rule.Filter with { Prefixes = rule.Filter.Prefixes.Select(change).ToValueList() } };

    public static InventoryRule PrefixedAtDestination(InventoryRule rule, Func<string, string> change) =>
        rule with { Destination = rule.Destination with { Prefix = rule.Destination.Prefix is { } prefix ? change(prefix) : null } };

    public static IReadOnlyList<RuleViolation> Each(IReadOnlyList<RuleViolation> violations, Func<RuleViolation, RuleViolation> change) => [.. violations.Select(change)];

    /// <summary>Changes what it is given, and says so when it is asked beforehand.</summary>
    public static Overridden Openly(IInventoryService s, Func<InventoryRule, InventoryRule> change) => new(s) { Writes = change, Normalizes = rule => change(s.Normalize(rule)) };

    /// <summary>Refuses what is wrong, after something of it is stored.</summary>
    public static Overridden StoringFirst(IInventoryService s) => new(s)
    {
        Puts = async (bucket, rule, options, token) =>
        {
            if (s.Validate(rule).Any(v => v.Severity == ViolationSeverity.Error))
            {
                _ = await s.PutAsync(bucket, Plain(rule), cancellationToken: token);
            }

            return await s.PutAsync(bucket, rule, options, token);
        },
    };

    /// <summary>Asks the service something before it looks at what it was given.</summary>
    public static Overridden AskingFirst(IInventoryService s) => new(s)
    {
        Puts = async (bucket, rule, options, token) =>
        {
            _ = await s.FindAsync(Source, "any", CancellationToken.None);
            return await s.PutAsync(bucket, rule, options, token);
        },
    };

    /// <summary>Does the put, and then something else to the bucket.</summary>
    public static Overridden AfterEachPut(IInventoryService s, Func<InventoryRule, Task> then) => new(s)
    {
        Puts = async (bucket, rule, options, token) =>
        {
            var result = await s.PutAsync(bucket, rule, options, token);
            await then(rule);
            return result;
        },
    };

    /// <summary>Where a put fails, does something to the bucket before it says so.</summary>
    public static Overridden BeforeEachFailureOfAPut(IInventoryService s, Func<InventoryRule, Task> first) => new(s)
    {
        Puts = async (bucket, rule, options, token) =>
        {
            try
            {
                return await s.PutAsync(bucket, rule, options, token);
            }
            catch (InventoryException)
            {
                await first(rule);
                throw;
            }
        },
    };

    /// <summary>Puts without regard to the mode and to what the caller expects.</summary>
    public static Overridden PuttingAnyway(IInventoryService s) => new(s) { Puts = (bucket, rule, _, token) => s.PutAsync(bucket, rule, null, token) };

    /// <summary>Keeps one rule and no other, as one who writes the configuration of a bucket whole.</summary>
    public static async Task KeepOnlyAsync(IInventoryService s, string id)
    {
        await foreach (var rule in s.ListAsync(Source))
        {
            if (rule.Id != id)
            {
                await s.DeleteAsync(Source, rule.Id);
            }
        }
    }
}

namespace Inventory.Planning.Tests;

/// <summary>Makes small rules and states.</summary>
internal static class Make
{
    public static InventoryRule Rule(string id) =>
        new() { Id = id, Destination = new() { Bucket = "reports", Prefix = "inventory/" }, Schedule = InventorySchedule.Weekly };

    public static DesiredState State(params DesiredBucket[] buckets) => new() { Buckets = buckets };

    public static DesiredBucket Bucket(string account, string bucket, params DesiredRule[] rules) => new() { Account = account, Bucket = bucket, Rules = rules };

    public static DesiredRule Desired(InventoryRule rule, params string[] accept) =>
        new() { Rule = rule, Accept = [.. accept.Select(Acceptance.Parse)], Source = $"fleet.yaml:1:1 rules.{rule.Id}" };

    /// <summary>One bucket of the first account with these rules.</summary>
    public static DesiredState One(params InventoryRule[] rules) => State(Bucket(TestFleet.First, "logs", [.. rules.Select(r => Desired(r))]));
}

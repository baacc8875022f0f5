namespace Inventory.BaiduBos.Tests;

/// <summary>Walks a bucket's rules to their end.</summary>
internal static class Lists
{
    /// <summary>Every rule.</summary>
    public static async Task<List<InventoryRule>> AllAsync(this IInventoryService service, string bucket = EmulatedBos.Source)
    {
        List<InventoryRule> rules = [];
        await service.WalkAsync(bucket, rules);
        return rules;
    }

    /// <summary>Adds every rule that is yielded before the walk ends or fails.</summary>
    public static async Task WalkAsync(this IInventoryService service, string bucket, List<InventoryRule> rules)
    {
        await foreach (var rule in service.ListAsync(bucket))
        {
            rules.Add(rule);
        }
    }
}

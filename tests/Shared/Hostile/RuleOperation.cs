using Inventory.Tests.Faults;

namespace Inventory.Tests.Hostile;

/// <summary>A call of each kind, on a rule that every cloud holds.</summary>
public sealed record RuleOperation(string Name, Func<IInventoryService, string, Task> Run)
{
    /// <summary>The rule that is put, found and deleted.</summary>
    public static InventoryRule Rule { get; } = MatrixRules.Of("target");

    public static RuleOperation CreateOnly { get; } = Put(PutMode.CreateOnly);

    public static RuleOperation CreateOrReplace { get; } = Put(PutMode.CreateOrReplace);

    public static RuleOperation ReplaceOnly { get; } = Put(PutMode.ReplaceOnly);

    public static RuleOperation Find { get; } = new("find", (service, bucket) => service.FindAsync(bucket, Rule.Id));

    public static RuleOperation List { get; } = new("list", async (service, bucket) => await service.ListAsync(bucket).CountAsync());

    public static RuleOperation Delete { get; } = new("delete", (service, bucket) => service.DeleteAsync(bucket, Rule.Id));

    public static IReadOnlyList<RuleOperation> All { get; } = [CreateOnly, CreateOrReplace, ReplaceOnly, Find, List, Delete];

    public override string ToString() => Name;

    /// <summary>What the call fails with.</summary>
    public async Task<InventoryException> FailAsync(IInventoryService service, string bucket)
    {
        try
        {
            await Run(service, bucket);
        }
        catch (InventoryException e)
        {
            return e;
        }

        throw new AssertionException($"{Name} should have failed, and succeeded.");
    }

    private static RuleOperation Put(PutMode mode) => new($"put, {mode}", (service, bucket) => service.PutAsync(bucket, Rule, new() { Mode = mode }));
}

namespace Inventory.Tests.Faults;

/// <summary>A row of the fault matrix: a call, the rule that is there before it, and what there is after it.</summary>
public sealed record MatrixOperation(string Name, InventoryRule? Before, InventoryRule? After, Func<IInventoryService, string, CancellationToken, Task<string>> Run)
{
    /// <summary>The rule that is there before.</summary>
    public static InventoryRule Old { get; } = MatrixRules.Of("target");

    /// <summary>The rule that is put.</summary>
    public static InventoryRule New { get; } = Old with { IsEnabled = false, Filter = InventoryFilter.ForPrefix("new/") };

    public static IReadOnlyList<MatrixOperation> All { get; } =
    [
        Put(PutMode.CreateOrReplace, "creates", null, New),
        Put(PutMode.CreateOrReplace, "replaces", Old, New),
        Put(PutMode.CreateOrReplace, "finds an equal rule", New, New),
        Put(PutMode.CreateOnly, "creates", null, New),
        Put(PutMode.CreateOnly, "finds another rule", Old, Old),
        Put(PutMode.ReplaceOnly, "replaces", Old, New),
        Put(PutMode.ReplaceOnly, "finds an equal rule", New, New),
        Put(PutMode.ReplaceOnly, "finds no rule", null, null),
        new("Find", Old, Old, FindAsync),
        new("Find of no rule", null, null, FindAsync),
        new("List", null, null, ListAsync) { IsList = true },
        new("Delete", Old, null, DeleteAsync),
        new("Delete of no rule", null, null, DeleteAsync),
    ];

    /// <summary>Whether it runs over the bucket with pages of rules, which it does not change.</summary>
    public bool IsList { get; private init; }

    public bool IsReplace => Before is not null && After is not null && Before != After;

    public bool IsCreateOnly { get; private init; }

    public override string ToString() => Name;

    private static MatrixOperation Put(PutMode mode, string what, InventoryRule? before, InventoryRule? after) =>
        new($"{mode} {what}", before, after, (service, bucket, token) => PutAsync(service, bucket, mode, token)) { IsCreateOnly = mode == PutMode.CreateOnly };

    private static async Task<string> PutAsync(IInventoryService service, string bucket, PutMode mode, CancellationToken token)
    {
        try
        {
            return $"{(await service.PutAsync(bucket, New, new() { Mode = mode }, token)).Outcome}";
        }
        catch (InventoryException e) when (e.Kind is InventoryErrorKind.RuleAlreadyExists or InventoryErrorKind.RuleNotFound)
        {
            return $"{e.Kind}";
        }
    }

    private static async Task<string> FindAsync(IInventoryService service, string bucket, CancellationToken token) =>
        await service.FindAsync(bucket, Old.Id, token) is not { } found ? "none" : found == service.Normalize(Old) ? "the rule" : "another rule";

    private static async Task<string> ListAsync(IInventoryService service, string bucket, CancellationToken token)
    {
        List<string> ids = [];
        await foreach (var rule in service.ListAsync(bucket, token))
        {
            ids.Add(rule.Id);
        }

        return string.Join(' ', ids);
    }

    private static async Task<string> DeleteAsync(IInventoryService service, string bucket, CancellationToken token)
    {
        await service.DeleteAsync(bucket, Old.Id, token);
        return "deleted";
    }
}

using System.Collections.Concurrent;
using Inventory.InMemory;

namespace Inventory.Conformance.Tests;

/// <summary>The rules of a <see cref="Ground"/>, and documents that others wrote beside them. Safe for use by several threads at once.</summary>
public sealed class BackEnd(Ground ground)
{
    private readonly ConcurrentDictionary<string, byte> _unreadable = new(StringComparer.Ordinal);

    public InMemoryStore Store { get; } = new();

    /// <summary>How many services were made over it.</summary>
    public int Services { get; private set; }

    /// <summary>One at a time, for a saboteur that must not lose a race of its own.</summary>
    public SemaphoreSlim Turn { get; } = new(1);

    public IInventoryService NewService()
    {
        Services++;
        var memory = new InMemoryInventoryService(ground.Options, Store);
        return new Overridden(memory) { Finds = FindAsync, Lists = List, Deletes = DeleteAsync };

        Task<InventoryRule?> FindAsync(string bucket, string ruleId, CancellationToken cancellationToken) => _unreadable.ContainsKey(ruleId)
            ? throw new InventoryException(InventoryErrorKind.MalformedResponse, $"Rule '{ruleId}' cannot be read.") { Bucket = bucket, RuleId = ruleId }
            : memory.FindAsync(bucket, ruleId, cancellationToken);

        IAsyncEnumerable<InventoryRule> List(string bucket, CancellationToken cancellationToken) =>
            _unreadable.IsEmpty ? memory.ListAsync(bucket, cancellationToken) : ListWithUnreadable(memory.ListAsync(bucket, cancellationToken), bucket);

        Task DeleteAsync(string bucket, string ruleId, CancellationToken cancellationToken)
        {
            _ = _unreadable.TryRemove(ruleId, out _);
            return memory.DeleteAsync(bucket, ruleId, cancellationToken);
        }
    }

    /// <summary>Writes a document, which is what it holds.</summary>
    public async Task SeedAsync(string bucket, string ruleId, string document)
    {
        var kind = Enum.Parse<RawDocumentKind>(document);
        if (kind == RawDocumentKind.Unreadable)
        {
            _ = _unreadable.TryAdd(ruleId, 0);
            return;
        }

        _ = await new InMemoryInventoryService(ground.Options, Store).PutAsync(bucket, new()
        {
            Id = ruleId,
            Destination = new() { Bucket = "reports" },
            Schedule = InventorySchedule.Weekly,
            Extensions = kind == RawDocumentKind.WithUnknownContent ? [new NewerExtension("<Level>2</Level>")] : [],
        });
    }

    private async IAsyncEnumerable<InventoryRule> ListWithUnreadable(IAsyncEnumerable<InventoryRule> rules, string bucket)
    {
        await foreach (var rule in rules)
        {
            yield return rule;
        }

        throw new UnreadableRulesException("memory", bucket, [.. _unreadable.Keys.Select(id => new UnreadableRule(id, "It has no schedule.", nameof(RawDocumentKind.Unreadable)))]);
    }
}

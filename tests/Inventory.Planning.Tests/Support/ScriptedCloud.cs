using System.Collections.Concurrent;
using Inventory.InMemory;

namespace Inventory.Planning.Tests;

/// <summary>A cloud in memory of which a test sees every request, before it is done and after, and may end it there.</summary>
internal sealed class ScriptedCloud(InventoryCapabilities? capabilities = null, InventoryServiceSettings? settings = null)
    : InventoryServiceBase(capabilities ?? SettingExtension.Held(InMemoryCapabilities.Create()), settings)
{
    private readonly ConcurrentQueue<string> _requests = new();

    /// <summary>The rules, by bucket and id.</summary>
    public ConcurrentDictionary<(string Bucket, string Id), InventoryRule> Rules { get; } = new();

    /// <summary>The requests in order: <c>put logs/a</c>.</summary>
    public IReadOnlyList<string> Requests => [.. _requests];

    /// <summary>Called before a request is done.</summary>
    public Func<string, Task> Before { get; set; } = _ => Task.CompletedTask;

    /// <summary>Called when a request is done and its answer is on its way.</summary>
    public Func<string, Task> After { get; set; } = _ => Task.CompletedTask;

    /// <summary>What is refused in one bucket alone.</summary>
    public Func<string, InventoryRule, IEnumerable<RuleViolation>> Refuses { get; set; } = (_, _) => [];

    /// <summary>Ends the process, for this cloud, when a request is about to be sent: neither that one nor any later one is.</summary>
    public void Kill(string at)
    {
        var isDead = false;
        Before = request => (isDead |= request == at) ? throw new KilledException() : Task.CompletedTask;
    }

    /// <summary>Starts another process.</summary>
    public void Revive() => (Before, After) = (_ => Task.CompletedTask, _ => Task.CompletedTask);

    /// <summary>The rules of a bucket, by id.</summary>
    public IReadOnlyList<InventoryRule> Of(string bucket) => [.. Rules.Where(r => r.Key.Bucket == bucket).Select(r => r.Value).OrderBy(r => r.Id, StringComparer.Ordinal)];

    /// <summary>Gives a bucket rules, without a request.</summary>
    public void Hold(string bucket, params InventoryRule[] rules)
    {
        foreach (var rule in rules)
        {
            Rules[(bucket, rule.Id)] = rule;
        }
    }

    protected override Task<InventoryRule?> FindCoreAsync(string bucket, string ruleId, CancellationToken cancellationToken) =>
        RequestAsync($"find {bucket}/{ruleId}", () => Rules.GetValueOrDefault((bucket, ruleId)), cancellationToken);

    protected override Task<PutReply> PutCoreAsync(string bucket, InventoryRule rule, CancellationToken cancellationToken) => RequestAsync($"put {bucket}/{rule.Id}", () =>
    {
        if (Capabilities.NativePut == NativePut.CreateOnly)
        {
            return new PutReply(Rules.TryAdd((bucket, rule.Id), rule) ? PutReplyKind.Created : PutReplyKind.Exists, $"request-{rule.Id}");
        }

        Rules[(bucket, rule.Id)] = rule;
        return new(PutReplyKind.Done, $"request-{rule.Id}");
    }, cancellationToken);

    protected override Task<RulePage> ListPageCoreAsync(string bucket, string? token, CancellationToken cancellationToken) =>
        RequestAsync($"list {bucket}", () => new RulePage(Of(bucket)), cancellationToken);

    protected override Task DeleteCoreAsync(string bucket, string ruleId, CancellationToken cancellationToken) =>
        RequestAsync($"delete {bucket}/{ruleId}", () => Rules.TryRemove((bucket, ruleId), out _), cancellationToken);

    protected override InventoryRule NormalizeCore(InventoryRule rule) => rule;

    protected override IEnumerable<RuleViolation> CheckForBucket(string bucket, InventoryRule rule) => Refuses(bucket, rule);

    private async Task<T> RequestAsync<T>(string request, Func<T> handle, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        await Before(request);
        _requests.Enqueue(request);
        var answer = handle();
        await After(request);
        return answer;
    }
}

/// <summary>The process is no more: what no code of it can know.</summary>
internal sealed class KilledException : Exception;

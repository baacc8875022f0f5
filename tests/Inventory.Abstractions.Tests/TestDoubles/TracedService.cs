using System.Diagnostics;

namespace Inventory.Abstractions.Tests.TestDoubles;

/// <summary>
/// A service whose every request notes the span that is current, does what the test says, and answers from a store. It has a provider's name of its own, so that
/// a recorder hears of no other.
/// </summary>
internal sealed class TracedService(string provider, InventoryServiceSettings? settings = null)
    : InventoryServiceBase(TestCloud.Capabilities with { Provider = provider }, settings)
{
    public Dictionary<string, InventoryRule> Store { get; } = new(StringComparer.Ordinal);

    /// <summary>What is current within each request, by the request's name, in order.</summary>
    public List<(string Request, Activity? Current)> Requests { get; } = [];

    /// <summary>What happens within each request before it is answered.</summary>
    public Func<string, Task> Meanwhile { get; set; } = _ => Task.CompletedTask;

    /// <summary>How many rules stand on a page of a list.</summary>
    public int PageSize { get; init; } = 2;

    protected override async Task<InventoryRule?> FindCoreAsync(string bucket, string ruleId, CancellationToken cancellationToken)
    {
        await BeginAsync("find", cancellationToken);
        return Store.GetValueOrDefault(ruleId);
    }

    protected override async Task<PutReply> PutCoreAsync(string bucket, InventoryRule rule, CancellationToken cancellationToken)
    {
        await BeginAsync("put", cancellationToken);
        return new(Store.TryAdd(rule.Id, rule) ? PutReplyKind.Created : PutReplyKind.Exists, "R-1");
    }

    protected override async Task<RulePage> ListPageCoreAsync(string bucket, string? token, CancellationToken cancellationToken)
    {
        await BeginAsync("list", cancellationToken);
        var rest = Store.Values.OrderBy(r => r.Id, StringComparer.Ordinal).SkipWhile(r => token is not null && string.CompareOrdinal(r.Id, token) <= 0).ToList();
        var page = rest.Take(PageSize).ToList();
        return new(page, page.Count < rest.Count ? page[^1].Id : null);
    }

    protected override async Task DeleteCoreAsync(string bucket, string ruleId, CancellationToken cancellationToken)
    {
        await BeginAsync("delete", cancellationToken);
        _ = Store.Remove(ruleId);
    }

    protected override InventoryRule NormalizeCore(InventoryRule rule) => rule;

    private async Task BeginAsync(string request, CancellationToken cancellationToken)
    {
        Requests.Add((request, Activity.Current));
        await Meanwhile(request);
        cancellationToken.ThrowIfCancellationRequested();
    }
}

using System.Runtime.CompilerServices;

namespace Inventory.Conformance.Tests;

/// <summary>A service around another, to be spoiled.</summary>
internal abstract class AroundService(IInventoryService inner) : IInventoryService, IDisposable
{
    public InventoryCapabilities Capabilities => inner.Capabilities;

    protected IInventoryService Inner => inner;

    public IReadOnlyList<RuleViolation> Validate(InventoryRule rule) => inner.Validate(rule);

    public IReadOnlyList<RuleViolation> ValidateFor(string bucket, InventoryRule rule) => inner.ValidateFor(bucket, rule);

    public virtual InventoryRule Normalize(InventoryRule rule) => inner.Normalize(rule);

    public virtual Task<PutResult> PutAsync(string bucket, InventoryRule rule, PutOptions? options = null, CancellationToken cancellationToken = default) =>
        inner.PutAsync(bucket, rule, options, cancellationToken);

    public virtual Task<InventoryRule?> FindAsync(string bucket, string ruleId, CancellationToken cancellationToken = default) =>
        inner.FindAsync(bucket, ruleId, cancellationToken);

    public virtual IAsyncEnumerable<InventoryRule> ListAsync(string bucket, CancellationToken cancellationToken = default) => inner.ListAsync(bucket, cancellationToken);

    public virtual Task DeleteAsync(string bucket, string ruleId, CancellationToken cancellationToken = default) => inner.DeleteAsync(bucket, ruleId, cancellationToken);

    public void Dispose() => (inner as IDisposable)?.Dispose();
}

/// <summary>Deletes a rule to put another, and lets its caller give up between the two.</summary>
internal sealed class CarelessReplacement(IInventoryService inner) : AroundService(inner)
{
    public override async Task<PutResult> PutAsync(string bucket, InventoryRule rule, PutOptions? options = null, CancellationToken cancellationToken = default)
    {
        await DeleteAsync(bucket, rule.Id, cancellationToken);
        return await Inner.PutAsync(bucket, rule, options, cancellationToken);
    }
}

/// <summary>Tells of a put what is not so.</summary>
internal sealed class TellingOtherwise(IInventoryService inner, Func<PutResult, PutResult> tell) : AroundService(inner)
{
    public override async Task<PutResult> PutAsync(string bucket, InventoryRule rule, PutOptions? options = null, CancellationToken cancellationToken = default) =>
        tell(await Inner.PutAsync(bucket, rule, options, cancellationToken));
}

/// <summary>Puts what is left of a rule, and says so when it is asked beforehand.</summary>
internal sealed class PuttingLess(IInventoryService inner, Func<InventoryRule, InventoryRule> less) : AroundService(inner)
{
    public override InventoryRule Normalize(InventoryRule rule) => Inner.Normalize(less(rule));

    public override Task<PutResult> PutAsync(string bucket, InventoryRule rule, PutOptions? options = null, CancellationToken cancellationToken = default) =>
        Inner.PutAsync(bucket, less(rule), options, cancellationToken);
}

/// <summary>Looks whether there is a rule before it looks at the one that it is to put.</summary>
internal sealed class LookingFirst(IInventoryService inner) : AroundService(inner)
{
    public override async Task<PutResult> PutAsync(string bucket, InventoryRule rule, PutOptions? options = null, CancellationToken cancellationToken = default)
    {
        _ = await Inner.FindAsync(bucket, rule.Id, cancellationToken);
        return await Inner.PutAsync(bucket, rule, options, cancellationToken);
    }
}

/// <summary>Says that a rule is deleted, and asks nobody.</summary>
internal sealed class DeletingNothing(IInventoryService inner) : AroundService(inner)
{
    public override Task DeleteAsync(string bucket, string ruleId, CancellationToken cancellationToken = default) => Task.CompletedTask;
}

/// <summary>Says of a put that its caller gave up that it took too long.</summary>
internal sealed class TakingTooLong(IInventoryService inner) : AroundService(inner)
{
    public override async Task<PutResult> PutAsync(string bucket, InventoryRule rule, PutOptions? options = null, CancellationToken cancellationToken = default)
    {
        try
        {
            return await Inner.PutAsync(bucket, rule, options, cancellationToken);
        }
        catch (OperationCanceledException e)
        {
            throw new TimeoutException("It took too long.", e);
        }
    }
}

/// <summary>Knows no failures.</summary>
internal sealed class NeverFailing(IInventoryService inner) : AroundService(inner)
{
    public override Task<PutResult> PutAsync(string bucket, InventoryRule rule, PutOptions? options = null, CancellationToken cancellationToken = default) =>
        OrAsync(Inner.PutAsync(bucket, rule, options, cancellationToken), new PutResult { Outcome = PutOutcome.Created });

    public override Task<InventoryRule?> FindAsync(string bucket, string ruleId, CancellationToken cancellationToken = default) =>
        OrAsync(Inner.FindAsync(bucket, ruleId, cancellationToken), null);

    public override async IAsyncEnumerable<InventoryRule> ListAsync(string bucket, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        foreach (var rule in await OrAsync(Inner.ListAsync(bucket, cancellationToken).ToListAsync(cancellationToken).AsTask(), []))
        {
            yield return rule;
        }
    }

    public override Task DeleteAsync(string bucket, string ruleId, CancellationToken cancellationToken = default) => OrAsync(DeletedAsync(bucket, ruleId, cancellationToken), true);

    private async Task<bool> DeletedAsync(string bucket, string ruleId, CancellationToken cancellationToken)
    {
        await Inner.DeleteAsync(bucket, ruleId, cancellationToken);
        return true;
    }

    private static async Task<T> OrAsync<T>(Task<T> call, T otherwise)
    {
        try
        {
            return await call;
        }
        catch (InventoryException)
        {
            return otherwise;
        }
    }
}

/// <summary>Finds nothing where it fails to look.</summary>
internal sealed class FindingNothing(IInventoryService inner) : AroundService(inner)
{
    public override async Task<InventoryRule?> FindAsync(string bucket, string ruleId, CancellationToken cancellationToken = default)
    {
        try
        {
            return await Inner.FindAsync(bucket, ruleId, cancellationToken);
        }
        catch (InventoryException)
        {
            return null;
        }
    }
}

/// <summary>Lists what it was given to put before it asks what is there.</summary>
internal sealed class ListingFromMemory(IInventoryService inner) : AroundService(inner)
{
    private readonly List<InventoryRule> _rules = [];

    public override Task<PutResult> PutAsync(string bucket, InventoryRule rule, PutOptions? options = null, CancellationToken cancellationToken = default)
    {
        _rules.Add(rule);
        return Inner.PutAsync(bucket, rule, options, cancellationToken);
    }

    public override async IAsyncEnumerable<InventoryRule> ListAsync(string bucket, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        foreach (var rule in _rules)
        {
            yield return rule;
        }

        await foreach (var rule in Inner.ListAsync(bucket, cancellationToken).Where(r => !_rules.Contains(r)))
        {
            yield return rule;
        }
    }
}

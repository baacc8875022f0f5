namespace Inventory.Conformance.Tests;

/// <summary>A service some of whose members do something else. What is not stated is as it was.</summary>
public sealed class Overridden(IInventoryService inner) : IInventoryService
{
    public Func<InventoryCapabilities, InventoryCapabilities> Declares { get; init; } = capabilities => capabilities;

    /// <summary>What <see cref="Validate"/> says, and what every refusal carries.</summary>
    public Func<IReadOnlyList<RuleViolation>, IReadOnlyList<RuleViolation>> Judges { get; init; } = violations => violations;

    /// <summary>What becomes of a rule on its way to the service.</summary>
    public Func<InventoryRule, InventoryRule> Writes { get; init; } = rule => rule;

    /// <summary>What becomes of a rule on its way back, found or listed.</summary>
    public Func<InventoryRule, InventoryRule> Reads { get; init; } = rule => rule;

    /// <summary>What becomes of the answer to a put.</summary>
    public Func<PutResult, PutResult> Answers { get; init; } = result => result;

    /// <summary>What becomes of an error, whatever was called.</summary>
    public Func<InventoryException, Exception> Fails { get; init; } = error => error;

    public Func<InventoryRule, IReadOnlyList<RuleViolation>> Validates { get; init; } = inner.Validate;

    /// <summary>What is said of a rule in a bucket; what <see cref="Validate"/> says unless stated.</summary>
    public Func<string, InventoryRule, IReadOnlyList<RuleViolation>>? ValidatesFor { get; init; }

    public Func<InventoryRule, InventoryRule> Normalizes { get; init; } = inner.Normalize;

    public Func<string, InventoryRule, PutOptions?, CancellationToken, Task<PutResult>> Puts { get; init; } = inner.PutAsync;

    public Func<string, string, CancellationToken, Task<InventoryRule?>> Finds { get; init; } = inner.FindAsync;

    public Func<string, CancellationToken, IAsyncEnumerable<InventoryRule>> Lists { get; init; } = inner.ListAsync;

    public Func<string, string, CancellationToken, Task> Deletes { get; init; } = inner.DeleteAsync;

    public InventoryCapabilities Capabilities => Declares(inner.Capabilities);

    public IReadOnlyList<RuleViolation> Validate(InventoryRule rule) => Judges(Validates(rule));

    public IReadOnlyList<RuleViolation> ValidateFor(string bucket, InventoryRule rule) => ValidatesFor?.Invoke(bucket, rule) ?? Validate(rule);

    public InventoryRule Normalize(InventoryRule rule)
    {
        try
        {
            return Normalizes(rule);
        }
        catch (InventoryException e)
        {
            throw Failure(e);
        }
    }

    public async Task<PutResult> PutAsync(string bucket, InventoryRule rule, PutOptions? options = null, CancellationToken cancellationToken = default) =>
        Answers(await FailingAsync(() => Puts(bucket, Writes(rule), options, cancellationToken)));

    public async Task<InventoryRule?> FindAsync(string bucket, string ruleId, CancellationToken cancellationToken = default) =>
        await FailingAsync(() => Finds(bucket, ruleId, cancellationToken)) is { } found ? Reads(found) : null;

    public IAsyncEnumerable<InventoryRule> ListAsync(string bucket, CancellationToken cancellationToken = default)
    {
        try
        {
            return Through(Lists(bucket, cancellationToken));
        }
        catch (InventoryException e)
        {
            throw Failure(e);
        }
    }

    public Task DeleteAsync(string bucket, string ruleId, CancellationToken cancellationToken = default) => FailingAsync(async () =>
    {
        await Deletes(bucket, ruleId, cancellationToken);
        return true;
    });

    private async IAsyncEnumerable<InventoryRule> Through(IAsyncEnumerable<InventoryRule> rules)
    {
        await using var walk = rules.GetAsyncEnumerator();
        while (await FailingAsync(() => walk.MoveNextAsync().AsTask()))
        {
            yield return Reads(walk.Current);
        }
    }

    private async Task<T> FailingAsync<T>(Func<Task<T>> call)
    {
        try
        {
            return await call();
        }
        catch (InventoryException e)
        {
            throw Failure(e);
        }
    }

    private Exception Failure(InventoryException e) =>
        Fails(e is InventoryRuleRejectedException refusal ? new InventoryRuleRejectedException(refusal.Provider!, refusal.RuleId!, Judges(refusal.Violations)) : e);
}

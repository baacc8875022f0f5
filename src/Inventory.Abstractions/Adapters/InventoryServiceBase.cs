namespace Inventory;

/// <summary>
/// What every adapter's service is: it owns validation, the three put modes, replacing without losing, settling and listing, once.
/// An adapter writes the four Core methods and <see cref="NormalizeCore"/>.
/// </summary>
/// <remarks>Safe for use by several threads at once if the Core methods are. Core methods throw <see cref="InventoryException"/> and
/// <see cref="OperationCanceledException"/> alone; they are called with arguments that the capabilities allow.</remarks>
public abstract partial class InventoryServiceBase : IInventoryService
{
    private static readonly PutOptions DefaultPut = new();
    private readonly InventoryServiceSettings _settings;

    /// <summary>Makes a service.</summary>
    /// <param name="capabilities">What the provider holds.</param>
    /// <param name="settings">Deadlines, the clock and accepted changes; the defaults if null.</param>
    protected InventoryServiceBase(InventoryCapabilities capabilities, InventoryServiceSettings? settings = null)
    {
        ArgumentNullException.ThrowIfNull(capabilities);
        Capabilities = capabilities;
        _settings = settings ?? InventoryServiceSettings.Default;
    }

    /// <inheritdoc/>
    public InventoryCapabilities Capabilities { get; }

    /// <inheritdoc/>
    public IReadOnlyList<RuleViolation> Validate(InventoryRule rule) => Accept(rule).Violations;

    /// <inheritdoc/>
    public IReadOnlyList<RuleViolation> ValidateFor(string bucket, InventoryRule rule)
    {
        ArgumentNullException.ThrowIfNull(bucket);
        var (accepted, violations) = Accept(rule);
        return IsRefused(violations) ? violations : [.. violations, .. CheckForBucket(bucket, NormalizeCore(accepted))];
    }

    /// <inheritdoc/>
    public InventoryRule Normalize(InventoryRule rule) => Prepare(rule).Rule;

    /// <inheritdoc/>
    public async Task<PutResult> PutAsync(string bucket, InventoryRule rule, PutOptions? options = null, CancellationToken cancellationToken = default)
    {
        options ??= DefaultPut;
        var operation = ObservedOperation.Start(OperationName.Put, Capabilities.Provider, _settings, bucket, rule?.Id).With(AttributeNames.PutMode, options.Mode);
        try
        {
            var (target, violations) = PrepareFor(bucket, rule!, options);
            cancellationToken.ThrowIfCancellationRequested();
            var put = new PutSequence(Operations(bucket), bucket, target, options, cancellationToken);
            var result = await put.RunAsync().ConfigureAwait(false) with { Warnings = violations };
            if (result.Outcome != PutOutcome.Unchanged && violations.Any(v => v.Kind == RuleViolationKind.Conditional))
            {
                await put.ReadBackAsync(result.Previous).ConfigureAwait(false);
            }

            operation.Succeed(result);
            return result;
        }
        catch (Exception e)
        {
            operation.Fail(e, cancellationToken);
            throw;
        }
    }

    /// <inheritdoc/>
    public async Task<InventoryRule?> FindAsync(string bucket, string ruleId, CancellationToken cancellationToken = default)
    {
        var operation = ObservedOperation.Start(OperationName.Find, Capabilities.Provider, _settings, bucket, ruleId);
        try
        {
            CheckAsked(bucket, ruleId, cancellationToken);
            var found = await FindAskedAsync(bucket, ruleId, cancellationToken).ConfigureAwait(false);
            operation.Succeed(found is null ? "Missing" : "Found");
            return found;
        }
        catch (Exception e)
        {
            operation.Fail(e, cancellationToken);
            throw;
        }
    }

    /// <inheritdoc/>
    public async Task DeleteAsync(string bucket, string ruleId, CancellationToken cancellationToken = default)
    {
        var operation = ObservedOperation.Start(OperationName.Delete, Capabilities.Provider, _settings, bucket, ruleId);
        try
        {
            CheckAsked(bucket, ruleId, cancellationToken);
            await DeleteCoreAsync(bucket, ruleId, cancellationToken).ConfigureAwait(false);
            operation.Succeed("Deleted");
        }
        catch (Exception e)
        {
            operation.Fail(e, cancellationToken);
            throw;
        }
    }

    /// <summary>Reads a rule; null where there is none. A missing bucket is an error.</summary>
    protected abstract Task<InventoryRule?> FindCoreAsync(string bucket, string ruleId, CancellationToken cancellationToken);

    /// <summary>The provider's own put, as <see cref="InventoryCapabilities.NativePut"/> declares it.</summary>
    /// <param name="bucket">The source bucket.</param>
    /// <param name="rule">A valid rule, normalized.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    protected abstract Task<PutReply> PutCoreAsync(string bucket, InventoryRule rule, CancellationToken cancellationToken);

    /// <summary>Reads one page of a bucket's rules. No rules: an empty page.</summary>
    /// <param name="bucket">The source bucket.</param>
    /// <param name="token">The last page's <see cref="RulePage.NextToken"/>; null for the first.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    protected abstract Task<RulePage> ListPageCoreAsync(string bucket, string? token, CancellationToken cancellationToken);

    /// <summary>Deletes a rule. None there: success.</summary>
    protected abstract Task DeleteCoreAsync(string bucket, string ruleId, CancellationToken cancellationToken);

    /// <summary>What the provider will give back for a valid rule. Pure and idempotent.</summary>
    protected abstract InventoryRule NormalizeCore(InventoryRule rule);

    /// <summary>What a valid rule violates in this bucket alone. Pure. Nothing unless overridden.</summary>
    protected virtual IEnumerable<RuleViolation> CheckForBucket(string bucket, InventoryRule rule) => [];

    private static bool IsRefused(IReadOnlyList<RuleViolation> violations) => violations.Any(v => v.Severity == ViolationSeverity.Error);

    private static string Sentence(Acceptance acceptance) => $"Changed on the way, as the options accept: {acceptance}.";

    private (InventoryRule Rule, IReadOnlyList<RuleViolation> Violations) PrepareFor(string bucket, InventoryRule rule, PutOptions options)
    {
        CheckBucket(bucket);
        if (options.Mode is not (PutMode.CreateOrReplace or PutMode.CreateOnly or PutMode.ReplaceOnly))
        {
            throw Error(InventoryErrorKind.InvalidRequest, bucket, rule?.Id, $"{options.Mode} is no mode of a put.");
        }

        var (target, violations) = Prepare(rule!);
        violations = [.. violations, .. CheckForBucket(bucket, target)];
        ThrowIfRefused(target, violations);
        foreach (var change in violations.Where(v => v.Kind == RuleViolationKind.AcceptedChange))
        {
            _settings.OnAcceptedChange?.Invoke(new(bucket, rule.Id, change));
        }

        return options is { Mode: PutMode.CreateOnly, IfCurrently: not null }
            ? throw Error(InventoryErrorKind.InvalidRequest, bucket, rule.Id, "A put that creates only has no use for IfCurrently: leave one of them out.")
            : (target, violations);
    }

    private (InventoryRule Rule, IReadOnlyList<RuleViolation> Violations) Prepare(InventoryRule rule)
    {
        var (accepted, violations) = Accept(rule);
        ThrowIfRefused(accepted, violations);
        return (NormalizeCore(accepted), violations);
    }

    private void ThrowIfRefused(InventoryRule rule, IReadOnlyList<RuleViolation> violations)
    {
        if (IsRefused(violations))
        {
            throw new InventoryRuleRejectedException(Capabilities.Provider, rule.Id, violations);
        }
    }

    private (InventoryRule Rule, IReadOnlyList<RuleViolation> Violations) Accept(InventoryRule rule)
    {
        ArgumentNullException.ThrowIfNull(rule);
        var now = _settings.Time.GetUtcNow();
        List<RuleViolation> changes = [];
        foreach (var acceptance in _settings.Accept)
        {
            var changed = AcceptedChanges.Apply(rule, acceptance, Capabilities, now);
            if (changed != rule)
            {
                changes.Add(new()
                {
                    Kind = RuleViolationKind.AcceptedChange,
                    Severity = ViolationSeverity.Warning,
                    Path = acceptance.Path,
                    Provider = Capabilities.Provider,
                    Reason = Sentence(acceptance),
                    Remedy = "Take it out of the options to have such a rule refused.",
                });
                rule = changed;
            }
        }

        var violations = InventoryValidator.Check(Capabilities, rule, now);
        return (rule, changes.Count == 0 ? violations : [.. changes, .. violations]);
    }

    private CoreOperations Operations(string bucket) => new(
        Capabilities,
        _settings,
        (id, token) => FindAskedAsync(bucket, id, token),
        (rule, token) => PutCoreAsync(bucket, rule, token),
        (pageToken, token) => ListPageCoreAsync(bucket, pageToken, token),
        (id, token) => DeleteCoreAsync(bucket, id, token),
        Normalize);

    /// <summary>Reads a rule, and takes no other for it: what is done next is done to the rule that was asked for.</summary>
    private async Task<InventoryRule?> FindAskedAsync(string bucket, string ruleId, CancellationToken cancellationToken)
    {
        var found = await FindCoreAsync(bucket, ruleId, cancellationToken).ConfigureAwait(false);
        return found is null || found.Id == ruleId
            ? found
            : throw Error(InventoryErrorKind.MalformedResponse, bucket, ruleId, "The service was asked for one rule and answered with another.");
    }

    private void CheckBucket(string bucket)
    {
        ArgumentNullException.ThrowIfNull(bucket);
        if (Capabilities.BucketName.Problem(bucket) is { } problem)
        {
            throw Error(InventoryErrorKind.InvalidRequest, bucket, null, $"The bucket's name {problem}");
        }
    }

    private void CheckAsked(string bucket, string ruleId, CancellationToken cancellationToken)
    {
        CheckBucket(bucket);
        ArgumentNullException.ThrowIfNull(ruleId);
        if (Capabilities.RuleId.Problem(ruleId) is { } problem)
        {
            throw Error(InventoryErrorKind.InvalidRequest, bucket, ruleId, $"The rule's id {problem}");
        }

        cancellationToken.ThrowIfCancellationRequested();
    }

    private InventoryException Error(InventoryErrorKind kind, string bucket, string? ruleId, string message) =>
        new(kind, $"'{_settings.NameOn(Capabilities)}': {message}") { Provider = Capabilities.Provider, Bucket = bucket, RuleId = ruleId };
}

using System.Collections.ObjectModel;

namespace Inventory.Conformance;

/// <summary>
/// What every <see cref="IInventoryService"/> must do. An adapter's author derives one class, puts <c>[TestFixture]</c> on it, and inherits every clause.
/// </summary>
/// <remarks>
/// <para>Before and after each clause <b>every rule of the source bucket is deleted</b>: give the kit a bucket of its own.</para>
/// <para>A clause that cannot be proved with what the fixture offers is reported as ignored, with a sentence that says what is missing. None passes unproved.
/// So is one that fails as <see cref="Deviations"/> foretell.</para>
/// <para>Without <c>[TestFixture]</c> on the derived class a test assembly that names no NUnit type runs nothing and reports success.</para>
/// </remarks>
/// <example>
/// <code>
/// [TestFixture]
/// public sealed class MyCloudConformance : InventoryServiceConformance
/// {
///     private readonly MyBackEnd _backEnd = new();
///
///     protected override string SourceBucket => "conformance-source";
///     protected override string DestinationBucket => "conformance-reports";
///     protected override string? MissingBucket => "conformance-no-such-bucket";
///     protected override long? RequestCount => _backEnd.RequestCount;
///     protected override IInventoryService CreateService() => new MyInventoryService(_backEnd);
/// }
/// </code>
/// </example>
[NonParallelizable]
public abstract partial class InventoryServiceConformance : IDeviating
{
    private readonly List<IInventoryService> _services = [];
    private IInventoryService? _ofTheLastClause;
    private RuleIds? _ids;
    private bool _isReady;

    /// <summary>How many test cases the kit holds. A run that executed fewer has left some out.</summary>
    public static int ClauseCount { get; } = ClauseCases.NamesOf(typeof(InventoryServiceConformance)).Count;

    /// <summary>The clauses by name, in the order of their names. One with arguments counts once.</summary>
    public static IReadOnlyList<string> ClauseNames { get; } = ClauseCases.ClausesOf(typeof(InventoryServiceConformance));

    /// <summary>The bare name of the bucket that the rules are for. Every rule in it is deleted.</summary>
    protected abstract string SourceBucket { get; }

    /// <summary>The bare name of the bucket that the rules write their reports to.</summary>
    protected abstract string DestinationBucket { get; }

    /// <summary>A well-formed name of a bucket that does not exist; null, the default, where the fixture cannot promise one.</summary>
    protected virtual string? MissingBucket => null;

    /// <summary>How many requests the back end has been sent so far; null, the default, where the fixture cannot say.</summary>
    protected virtual long? RequestCount => null;

    /// <summary>
    /// Writes a document of the service's own into a bucket, by the bucket's name, the rule's id and the document's text, past the service under test; null, the
    /// default, where the fixture has no way to.
    /// </summary>
    protected virtual Func<string, string, string, Task>? SeedRaw => null;

    /// <summary>
    /// Clauses that this service is known to break, each with the reason: by the clause's name, or <c>name(argument)</c> for one case of a clause that has arguments. Such a clause is
    /// reported as skipped while it fails, and as failed once it holds. None unless stated.
    /// </summary>
    protected virtual IReadOnlyDictionary<string, string> Deviations => ReadOnlyDictionary<string, string>.Empty;

    IReadOnlyDictionary<string, string> IDeviating.Deviations => Deviations;

    /// <summary>The present, as the service under test sees it. The system's clock unless overridden.</summary>
    protected virtual DateTimeOffset Now => TimeProvider.System.GetUtcNow();

    /// <summary>How many rules the clause about long lists puts. Raise it above the service's page size.</summary>
    protected virtual int RulesOfALongList => RulesOfAFullBucket ?? 25;

    /// <summary>How many rules the kit puts at most to fill a bucket. Raise it where the bucket holds more and the back end is near. 100 unless overridden.</summary>
    protected virtual int MostRulesToPut => 100;

    /// <summary>How long a call may go on after it was cancelled: a replacement is brought to its end first. A minute unless overridden.</summary>
    protected virtual TimeSpan LongestEndOfACancelledCall => TimeSpan.FromMinutes(1);

    /// <summary>The service under test, a new one for each clause.</summary>
    protected IInventoryService Service { get; private set; } = null!;

    /// <summary>What the service under test says that it holds.</summary>
    protected InventoryCapabilities Capabilities => Service.Capabilities;

    private int? RulesOfAFullBucket => Capabilities.MaxRulesPerBucket is { } most && most <= MostRulesToPut ? most : null;

    private RuleIds Ids => _ids ??= new(Capabilities.RuleId);

    [SetUp]
    public async Task Begin_with_an_empty_bucket()
    {
        _isReady = false;
        Service = NewService();
        var capabilities = FixtureProblem.CapabilitiesOf(Service);
        FixtureProblem.RefuseBucket(nameof(SourceBucket), SourceBucket, capabilities.BucketName);
        FixtureProblem.RefuseBucket(nameof(DestinationBucket), DestinationBucket, capabilities.BucketName);
        try
        {
            await DeleteEveryRuleAsync();
        }
        catch (Exception e)
        {
            throw FixtureProblem.NotEmptied(SourceBucket, e);
        }

        _isReady = true;
    }

    [TearDown]
    public async Task Leave_an_empty_bucket()
    {
        try
        {
            if (_isReady)
            {
                await DeleteEveryRuleAsync();
            }
        }
        finally
        {
            foreach (var service in _services)
            {
                await DisposeAsync(service);
            }

            _ofTheLastClause = _services.FirstOrDefault();
            _services.Clear();
        }
    }

    /// <summary>Makes a service that accepts no change to a rule. Two of them see the same back end. It is disposed after the clause if it can be.</summary>
    protected abstract IInventoryService CreateService();

    /// <summary>
    /// The baseline, changed to use a feature. Override it for a feature that needs something real, such as the id of a key that exists;
    /// add to the columns and storage classes that are there.
    /// </summary>
    /// <param name="feature">The feature.</param>
    /// <param name="baseline">A rule that the service holds.</param>
    protected virtual InventoryRule Sample(InventoryFeature feature, InventoryRule baseline) => FeatureSamples.Using(feature, baseline, Capabilities);

    /// <summary>A rule that uses a setting of the provider's own extensions; null, the default, where the fixture has none.</summary>
    /// <param name="setting">The setting, by its name in <see cref="InventoryCapabilities.Extensions"/>.</param>
    /// <param name="baseline">A rule that the service holds, to start from.</param>
    protected virtual InventoryRule? SampleOfSetting(string setting, InventoryRule baseline) => null;

    /// <summary>
    /// A document of the service's own for a rule from <see cref="SourceBucket"/> to <see cref="DestinationBucket"/>, for <see cref="SeedRaw"/>; null, the
    /// default, where the fixture has none.
    /// </summary>
    /// <param name="ruleId">The rule's id.</param>
    /// <param name="kind">What it is to hold.</param>
    protected virtual string? RawDocument(string ruleId, RawDocumentKind kind) => null;

    private static async ValueTask DisposeAsync(IInventoryService service)
    {
        if (service is IAsyncDisposable asynchronous)
        {
            await asynchronous.DisposeAsync();
        }
        else
        {
            (service as IDisposable)?.Dispose();
        }
    }

    private IInventoryService NewService()
    {
        var service = FixtureProblem.Checked(CreateService, [.. _services, _ofTheLastClause]);
        _services.Add(service);
        return service;
    }

    private InventoryRule Baseline() => FeatureSamples.Baseline(Capabilities, Ids.Next(), DestinationBucket);

    private InventoryRule SampleOf(InventoryFeature feature)
    {
        var sample = Sample(feature, Baseline());
        Assert.That(sample.FeaturesUsed().Select(u => u.Feature), Has.Member(feature), "the sample must use the feature");
        return sample;
    }

    private SupportLevel LevelOf(InventoryFeature feature) => Capabilities.Features[feature].Level;

    private IEnumerable<InventoryFeature> FeaturesAt(SupportLevel level) => Capabilities.Features.Where(f => f.Value.Level == level).Select(f => f.Key);

    private async Task<List<InventoryRule>> ListAsync()
    {
        List<InventoryRule> rules = [];
        await foreach (var rule in Service.ListAsync(SourceBucket))
        {
            rules.Add(rule);
        }

        return rules;
    }

    private async Task DeleteEveryRuleAsync()
    {
        foreach (var rule in await ListAsync())
        {
            await Service.DeleteAsync(SourceBucket, rule.Id);
        }
    }

    /// <summary>The law: what is found after a put of a rule is what normalizing the rule promised.</summary>
    private async Task AssertRoundTripsAsync(InventoryRule rule)
    {
        _ = await Service.PutAsync(SourceBucket, rule);
        var found = await Service.FindAsync(SourceBucket, rule.Id);

        AssertIsHeld(found, rule);
    }

    private void AssertIsHeld(InventoryRule? found, InventoryRule rule)
    {
        var promised = Service.Normalize(rule);
        Assert.That(found, Is.EqualTo(promised), () => found is null ? "the rule is not there" : $"differing: {string.Join(", ", found.DifferingPaths(promised))}");
        Assert.That(Statements.Of(rule).Except(Statements.Of(promised)), Is.Empty, "what a rule states may not get lost, though normalizing says so beforehand");
    }

    private async Task<InventoryRuleRejectedException> RefusalOfAsync(InventoryRule rule)
    {
        var refusal = await Caught.ByAsync<InventoryRuleRejectedException>(() => Service.PutAsync(SourceBucket, rule));

        Assert.That(refusal.Violations, Is.EqualTo(Service.Validate(rule)), "Validate and the refusal must say the same");
        return refusal;
    }

    /// <summary>The rule is refused, with reason and remedy, at a path that is the one meant, and nothing is stored.</summary>
    private async Task AssertIsRefusedAsync(InventoryRule rule, string path, Func<string, bool> isMeant)
    {
        var refusal = await RefusalOfAsync(rule);

        var violation = refusal.Violations.FirstOrDefault(v => isMeant(v.Path) && v.Severity == ViolationSeverity.Error);
        Assert.That(violation, Is.Not.Null, $"the refusal must name {path}: {refusal.Message}");
        AssertExplains(violation!);
        Assert.That(await ListAsync(), Is.Empty, "nothing may be stored");
    }

    private static void AssertExplains(RuleViolation violation)
    {
        Assert.That(violation.Severity, Is.EqualTo(ViolationSeverity.Error));
        Assert.That(violation.Reason, Does.EndWith("."), $"{violation.Path}: the reason must be a sentence");
        Assert.That(violation.Remedy, Does.EndWith("."), $"{violation.Path}: the remedy must be a sentence");
    }
}

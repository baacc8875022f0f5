using System.Reflection;

namespace Inventory.Conformance;

/// <summary>
/// What every <see cref="IInventoryService"/> must do. An adapter's author derives one class, puts <c>[TestFixture]</c> on it, and inherits every clause.
/// </summary>
/// <remarks>
/// <para>Before and after each clause <b>every rule of the source bucket is deleted</b>: give the kit a bucket of its own.</para>
/// <para>A clause that cannot be proved with what the fixture offers is reported as ignored, with a sentence that says what is missing. None passes unproved.</para>
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
public abstract partial class InventoryServiceConformance
{
    private readonly List<IInventoryService> _services = [];
    private RuleIds? _ids;

    /// <summary>How many test cases the kit holds. A run that executed fewer has left some out.</summary>
    public static int ClauseCount { get; } = typeof(InventoryServiceConformance)
        .GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
        .Sum(ClauseCases.CountOf);

    /// <summary>The bare name of the bucket that the rules are for. Every rule in it is deleted.</summary>
    protected abstract string SourceBucket { get; }

    /// <summary>The bare name of the bucket that the rules write their reports to.</summary>
    protected abstract string DestinationBucket { get; }

    /// <summary>A well-formed name of a bucket that does not exist; null, the default, where the fixture cannot promise one.</summary>
    protected virtual string? MissingBucket => null;

    /// <summary>How many requests the back end has been sent so far; null, the default, where the fixture cannot say.</summary>
    protected virtual long? RequestCount => null;

    /// <summary>How many rules the clause about long lists puts. Raise it above the service's page size.</summary>
    protected virtual int RulesOfALongList => MostRulesToFill ?? 25;

    /// <summary>The service under test, a new one for each clause.</summary>
    protected IInventoryService Service { get; private set; } = null!;

    /// <summary>What the service under test says that it holds.</summary>
    protected InventoryCapabilities Capabilities => Service.Capabilities;

    // A bucket that holds more is not filled: that would take too many requests.
    private int? MostRulesToFill => Capabilities.MaxRulesPerBucket is { } most and <= 100 ? most : null;

    private RuleIds Ids => _ids ??= new(Capabilities.RuleId);

    [SetUp]
    public Task Begin_with_an_empty_bucket()
    {
        Service = NewService();
        return DeleteEveryRuleAsync();
    }

    [TearDown]
    public async Task Leave_an_empty_bucket()
    {
        try
        {
            if (_services.Count > 0)
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
        var service = CreateService();
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
    }

    private async Task<InventoryRuleRejectedException> RefusalOfAsync(InventoryRule rule)
    {
        var refusal = await Caught.ByAsync<InventoryRuleRejectedException>(() => Service.PutAsync(SourceBucket, rule));

        Assert.That(refusal.Kind, Is.EqualTo(InventoryErrorKind.RuleRejected));
        Assert.That(refusal.Violations, Is.EqualTo(Service.Validate(rule)), "Validate and the refusal must say the same");
        return refusal;
    }

    private static void AssertExplains(RuleViolation violation)
    {
        Assert.That(violation.Severity, Is.EqualTo(ViolationSeverity.Error));
        Assert.That(violation.Reason, Does.EndWith("."), $"{violation.Path}: the reason must be a sentence");
        Assert.That(violation.Remedy, Does.EndWith("."), $"{violation.Path}: the remedy must be a sentence");
    }
}

using System.Collections.ObjectModel;

namespace Inventory.Conformance;

/// <summary>
/// What every <see cref="IInventoryService"/> over HTTP must do when its service refuses, does not answer, answers nonsense or sends elsewhere. The author of
/// an adapter derives one class, puts <c>[TestFixture]</c> on it, says how the service answers, and inherits every clause.
/// </summary>
/// <remarks>
/// <para>Stands beside <see cref="InventoryServiceConformance"/>: that one asks what a service does with rules, and this one what an adapter does with its
/// wire. No network is needed: a handler of the kit keeps the documents that the adapter puts, and answers with them.</para>
/// <para>A clause that cannot be proved with what the fixture says is reported as ignored, with a sentence that says what is missing. So is one that fails as
/// <see cref="Deviations"/> foretell.</para>
/// <para>What cannot be seen from here is whether the adapter's own handler follows redirects: set <c>AllowAutoRedirect</c> to false.</para>
/// </remarks>
/// <example>
/// <code>
/// [TestFixture]
/// public sealed class MyCloudHttpConformance : HttpInventoryServiceConformance
/// {
///     protected override IReadOnlyList&lt;string&gt; Secrets => ["my-secret-0123456789"];
///     protected override string? RequestIdHeader => "x-my-request-id";
///     protected override IInventoryService CreateService(HttpMessageHandler handler, TimeProvider time) => new MyInventoryService("my-key", Secrets[0], handler, time);
///     protected override HttpAnswer Listed(IReadOnlyList&lt;string&gt; documents) => new(200, $"{{\"rules\":[{string.Join(',', documents)}]}}");
///     protected override HttpAnswer? AnswerTo(InventoryErrorKind kind, string message) => kind switch
///     {
///         InventoryErrorKind.RuleNotFound => new(404, $"{{\"code\":\"NoSuchRule\",\"message\":\"{message}\"}}"),
///         InventoryErrorKind.Throttled => new(429, $"{{\"code\":\"SlowDown\",\"message\":\"{message}\"}}"),
///         _ => null,
///     };
/// }
/// </code>
/// </example>
[NonParallelizable]
public abstract partial class HttpInventoryServiceConformance : IDeviating
{
    private readonly List<HttpBench> _benches = [];

    /// <summary>How many test cases the kit holds. A run that executed fewer has left some out.</summary>
    public static int ClauseCount { get; } = ClauseCases.NamesOf(typeof(HttpInventoryServiceConformance)).Count;

    /// <summary>The clauses by name, in the order of their names. One with arguments counts once.</summary>
    public static IReadOnlyList<string> ClauseNames { get; } = ClauseCases.ClausesOf(typeof(HttpInventoryServiceConformance));

    /// <summary>The texts that may appear nowhere: those of the test credentials that the service is made with. One or more, of 8 characters or more.</summary>
    protected abstract IReadOnlyList<string> Secrets { get; }

    /// <summary>The header in which the service names a request, in every answer: the kit sends it. Null, the default, where there is none.</summary>
    protected virtual string? RequestIdHeader => null;

    /// <summary>The bare name of the bucket that the rules are for.</summary>
    protected virtual string SourceBucket => "conformance-source";

    /// <summary>The bare name of the bucket that the rules write their reports to.</summary>
    protected virtual string DestinationBucket => "conformance-reports";

    /// <summary>The answer to a delete that is done: 204 without a body, unless overridden.</summary>
    protected virtual HttpAnswer Deleted => new(204);

    /// <summary>
    /// Clauses that this service is known to break, each with the reason: by the clause's name, or <c>name(argument, argument)</c> for one case of a clause that
    /// has arguments. Such a clause is reported as skipped while it fails, and as failed once it holds. None unless stated.
    /// </summary>
    protected virtual IReadOnlyDictionary<string, string> Deviations => ReadOnlyDictionary<string, string>.Empty;

    IReadOnlyDictionary<string, string> IDeviating.Deviations => Deviations;

    [SetUp]
    public void Look_at_the_fixture()
    {
        if (Secrets is not { Count: > 0 } || Secrets.Any(s => s is not { Length: >= 8 }))
        {
            throw FixtureProblem.Of($"{nameof(Secrets)} must name the secrets of the test credentials, one or more, each of 8 characters or more.");
        }
    }

    [TearDown]
    public async Task Dispose_of_the_services()
    {
        foreach (var bench in _benches)
        {
            await bench.DisposeAsync();
        }

        _benches.Clear();
    }

    /// <summary>
    /// Makes a service with the test credentials and the retries that users get. It is disposed after the clause if it can be.
    /// </summary>
    /// <param name="handler">What every request must go through; not to be disposed of with the service.</param>
    /// <param name="time">The clock of every wait and deadline. Waits on it are over at once.</param>
    protected abstract IInventoryService CreateService(HttpMessageHandler handler, TimeProvider time);

    /// <summary>
    /// How the service answers an error; null where it has no such answer, and the clauses about it are reported as not provable. Needed for
    /// <see cref="InventoryErrorKind.RuleNotFound"/>, and for <see cref="InventoryErrorKind.RuleAlreadyExists"/> where the service's own put only creates.
    /// </summary>
    /// <param name="kind">What the answer must be told as.</param>
    /// <param name="message">What to write where the service explains itself. Plain text; it may hold the secrets.</param>
    protected abstract HttpAnswer? AnswerTo(InventoryErrorKind kind, string message);

    /// <summary>
    /// The baseline, changed to use a feature. Override it where the kit's own does not keep to what the service allows, such as in the id of a key.
    /// </summary>
    /// <param name="feature">The feature.</param>
    /// <param name="baseline">A rule that the service holds.</param>
    /// <param name="capabilities">What the service says that it holds.</param>
    protected virtual InventoryRule Sample(InventoryFeature feature, InventoryRule baseline, InventoryCapabilities capabilities) =>
        FeatureSamples.Using(feature, baseline, capabilities);

    /// <summary>The answer to a list.</summary>
    /// <param name="documents">The rules, each the body that it was put with.</param>
    protected abstract HttpAnswer Listed(IReadOnlyList<string> documents);

    /// <summary>The answer to a find that finds: 200 with the body that the rule was put with, unless overridden.</summary>
    /// <param name="document">The body that the rule was put with.</param>
    protected virtual HttpAnswer Found(string document) => new(200, document);

    /// <summary>The answer to a put that is done: 200 without a body, unless overridden.</summary>
    /// <param name="document">The body of the put.</param>
    protected virtual HttpAnswer Stored(string document) => new(200);

    /// <summary>
    /// What a request asks for: by its method, and a GET for one rule where its address names one, unless overridden.
    /// </summary>
    /// <param name="request">The request.</param>
    /// <param name="ruleId">The rule that its address names; null for none.</param>
    protected virtual HttpOperation OperationOf(HttpRequestMessage request, string? ruleId)
    {
        ArgumentNullException.ThrowIfNull(request);
        return request.Method == HttpMethod.Delete ? HttpOperation.Delete
            : request.Method != HttpMethod.Get ? HttpOperation.Put
            : ruleId is null ? HttpOperation.List : HttpOperation.Find;
    }

    private Task<HttpBench> BenchAsync()
    {
        var script = new HttpScript
        {
            OperationOf = OperationOf,
            Stored = Stored,
            Found = Found,
            Listed = Listed,
            Deleted = () => Deleted,
            AnswerTo = AnswerTo,
            RequestIdHeader = RequestIdHeader,
        };
        var bench = new HttpBench(script, CreateService, SourceBucket, DestinationBucket);
        _benches.Add(bench);
        return bench.BeginAsync();
    }

    /// <summary>How the service answers an error. Where it does not, the clause is not proved.</summary>
    private HttpAnswer AnswerOrIgnore(InventoryErrorKind kind, string message = "The kit says no.")
    {
        if (AnswerTo(kind, message) is not { } answer)
        {
            Assert.Ignore($"Not proved: the fixture says of no answer that it means {kind}. Have {nameof(AnswerTo)} return one if the service has it.");
            return null!;
        }

        return answer;
    }

    /// <summary>Fails unless the call did what it was to do.</summary>
    private static async Task AssertSucceededAsync(HttpBench bench, HttpEnd end)
    {
        Assert.That(end.Failure, Is.Null, $"{end.Operation} must succeed");
        bench.BackEnd.Fault = null;
        var (service, rule) = (bench.Service, end.Rule);
        var promised = service.Normalize(rule);
        switch (end.Operation)
        {
            case HttpOperation.Find:
                Assert.That(end.Found, Is.EqualTo(promised));
                break;
            case HttpOperation.List:
                Assert.That(end.Listed, Is.EquivalentTo(bench.Held.Select(service.Normalize)));
                break;
            case HttpOperation.Delete:
                Assert.That(await service.FindAsync(bench.Bucket, rule.Id), Is.Null);
                break;
            default:
                Assert.That(end.Put!.Outcome, Is.Not.EqualTo(PutOutcome.Replaced), "nothing was there before");
                Assert.That(await service.FindAsync(bench.Bucket, rule.Id), Is.EqualTo(promised));
                break;
        }
    }
}

namespace Inventory.Conformance;

/// <content>What the service refuses: the kind, what support asks for, and how often it is asked again.</content>
public abstract partial class HttpInventoryServiceConformance
{
    // Nobody who retries needs more.
    private const int MostAttempts = 20;
    private const string HowOften = "how often it is asked";

    [Clause, TestCaseSource(typeof(HttpCases), nameof(HttpCases.Refusals))]
    public async Task A_refusal_fails_in_its_kind_and_says_who_refused_what(InventoryErrorKind kind, HttpOperation operation)
    {
        var answer = AnswerOrIgnore(kind);

        var (bench, end) = await RefusedAsync(operation, answer);

        var error = end.Error($"an answer that means {kind}");
        Assert.That(error.Kind, Is.EqualTo(kind), error.Message);
        Assert.That(error.HttpStatus, kind == InventoryErrorKind.RuleAlreadyExists ? Is.EqualTo(answer.Status).Or.Null : Is.EqualTo(answer.Status), "the status of the answer");
        Assert.That(error.Provider, Is.EqualTo(bench.Capabilities.Provider));
        Assert.That(error.Bucket, Is.EqualTo(bench.Bucket));
        Assert.That(error.RuleId, Is.EqualTo(operation == HttpOperation.List ? null : end.Rule.Id));
    }

    [Clause, TestCaseSource(typeof(HttpCases), nameof(HttpCases.Operations))]
    public async Task A_refusal_names_the_last_request_and_says_how_many_there_were(HttpOperation operation)
    {
        IgnoreWithoutRequestIds();
        foreach (var (kind, answer) in Answers(InventoryErrorKind.AccessDenied, InventoryErrorKind.Unavailable))
        {
            var (_, end) = await RefusedAsync(operation, answer);

            var error = end.Error($"an answer that means {kind}");
            Assert.That(error.RequestId, Is.EqualTo(ScriptedBackEnd.IdOf(end.Requests[^1].Number)), $"the request id of {kind}");
            Assert.That(error.Attempts, Is.EqualTo(end.Requests.Count), $"the attempts of {kind}");
        }
    }

    [Clause, TestCaseSource(typeof(HttpCases), nameof(HttpCases.Refusals))]
    public async Task What_may_pass_is_asked_again_a_bounded_number_of_times_and_what_will_not_is_asked_once(InventoryErrorKind kind, HttpOperation operation)
    {
        var answer = AnswerOrIgnore(kind);

        var (_, end) = await RefusedAsync(operation, answer);

        var error = end.Error($"an answer that means {kind}");
        var isTransient = HttpCases.TransientKinds.Contains(kind);
        Assert.That(end.Requests, isTransient ? Has.Count.InRange(2, MostAttempts) : Has.Count.EqualTo(1), $"{kind}: {HowOften}");
        Assert.That(error.IsTransient, Is.EqualTo(isTransient), $"{kind}: callers ask again what is transient, as the service does");
    }

    /// <summary>A call each of whose requests is refused. A put is one that only creates where the service says that the rule is there.</summary>
    private async Task<(HttpBench Bench, HttpEnd End)> RefusedAsync(HttpOperation operation, HttpAnswer answer)
    {
        var bench = await BenchAsync();
        bench.BackEnd.Fault = request => request.IsOf(operation) ? Task.FromResult(request.Answer(answer)) : null;
        return (bench, await bench.RunAsync(operation, mode: PutMode.CreateOnly));
    }

    /// <summary>Those of the answers that the service has; the clause is not proved where it has none.</summary>
    private List<(InventoryErrorKind Kind, HttpAnswer Answer)> Answers(params IEnumerable<InventoryErrorKind> kinds)
    {
        var all = kinds.Select(k => (k, AnswerTo(k, "The kit says no."))).Where(a => a.Item2 is not null).Select(a => (a.k, a.Item2!)).ToList();
        if (all.Count == 0)
        {
            Assert.Ignore($"Not proved: the fixture says of no answer that it means {string.Join(" or ", kinds)}. Have {nameof(AnswerTo)} return one if the service has it.");
        }

        return all;
    }
}

using System.Globalization;

namespace Inventory.Conformance;

/// <content>What may pass: asked again after a wait, and not before the service asks for it.</content>
public abstract partial class HttpInventoryServiceConformance
{
    private static readonly TimeSpan Asked = TimeSpan.FromSeconds(7);

    [Clause, TestCaseSource(typeof(HttpCases), nameof(HttpCases.TransientRefusals))]
    public async Task A_call_that_is_answered_the_second_time_succeeds(InventoryErrorKind kind, HttpOperation operation)
    {
        var answer = AnswerOrIgnore(kind);

        var (bench, end) = await RefusedOnceAsync(operation, _ => answer);

        Assert.That(end.Requests, Has.Count.EqualTo(2), $"{operation} must be asked again");
        await AssertSucceededAsync(bench, end);
    }

    [Clause]
    public async Task Between_attempts_there_is_a_wait_on_the_clock_that_the_service_was_given()
    {
        List<TimeSpan> waits = [];
        foreach (var (_, answer) in Answers(HttpCases.TransientKinds))
        {
            foreach (var operation in HttpCases.Operations)
            {
                var (bench, _) = await RefusedAsync(operation, answer);
                waits.AddRange(bench.Clock.Waits);
            }
        }

        Assert.That(waits.Sum(w => w.TotalMilliseconds), Is.GreaterThan(0), "the service must wait before it asks again, with the TimeProvider that CreateService was handed");
        await TestContext.Out.WriteLineAsync($"{waits.Count} waits.");
    }

    [Clause]
    public Task A_Retry_After_in_seconds_is_not_undercut() => AssertIsObeyedAsync(_ => Asked.TotalSeconds.ToString(CultureInfo.InvariantCulture));

    [Clause]
    public Task A_Retry_After_that_is_a_date_is_not_undercut() => AssertIsObeyedAsync(now => (now + Asked).ToString("r", CultureInfo.InvariantCulture));

    [Clause]
    public async Task A_Retry_After_is_told_to_the_caller()
    {
        foreach (var (kind, answer) in Answers(HttpCases.TransientKinds))
        {
            var (_, end) = await RefusedAsync(HttpOperation.Find, answer.With("Retry-After", "7"));

            Assert.That(end.Error($"an answer that means {kind}").RetryAfter, Is.EqualTo(Asked));
        }
    }

    private async Task AssertIsObeyedAsync(Func<DateTimeOffset, string> retryAfter)
    {
        foreach (var (kind, answer) in Answers(HttpCases.TransientKinds))
        {
            foreach (var operation in HttpCases.Operations)
            {
                var (_, end) = await RefusedOnceAsync(operation, request => answer.With("Retry-After", retryAfter(request.At)));

                // A date has no fraction of a second.
                var least = Asked - TimeSpan.FromSeconds(1);
                Assert.That(end.Requests.Count < 2 || end.Requests[1].At - end.Requests[0].At > least, Is.True, $"{operation}: {kind} asked for {Asked.TotalSeconds} s");
            }
        }
    }

    private async Task<(HttpBench Bench, HttpEnd End)> RefusedOnceAsync(HttpOperation operation, Func<ReceivedRequest, HttpAnswer> answer)
    {
        var bench = await BenchAsync();
        var isOver = false;
        bench.BackEnd.Fault = request =>
        {
            if (isOver || !request.IsOf(operation))
            {
                return null;
            }

            isOver = true;
            return Task.FromResult(request.Answer(answer(request)));
        };
        return (bench, await bench.RunAsync(operation));
    }
}

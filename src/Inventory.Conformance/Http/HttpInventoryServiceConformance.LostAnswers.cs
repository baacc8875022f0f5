namespace Inventory.Conformance;

/// <content>Answers that do not arrive: nobody knows whether the service did what it was asked.</content>
public abstract partial class HttpInventoryServiceConformance
{
    [Clause, TestCaseSource(typeof(HttpCases), nameof(HttpCases.LostAnswers))]
    public async Task Where_no_answer_comes_the_call_ends_as_unavailable_after_a_bounded_number_of_attempts(string how, HttpOperation operation)
    {
        var bench = await BenchAsync();
        bench.BackEnd.Fault = request => request.IsOf(operation) ? Lose(bench, request, how) : null;

        var end = await bench.RunAsync(operation);

        var error = end.Error(how);
        Assert.That(error.Kind, Is.EqualTo(InventoryErrorKind.Unavailable), error.Message);
        Assert.That(end.Requests, Has.Count.InRange(2, MostAttempts), HowOften);
        Assert.That(error.Bucket, Is.EqualTo(bench.Bucket));
    }

    [Clause, TestCaseSource(typeof(HttpCases), nameof(HttpCases.LostAnswers))]
    public async Task A_call_whose_first_answer_is_lost_is_done_as_if_it_were_not(string how, HttpOperation operation)
    {
        var bench = await BenchAsync();
        LoseFirst(bench, operation, how);

        var end = await bench.RunAsync(operation);

        Assert.That(end.Requests, Has.Count.EqualTo(2), HowOften);
        await AssertSucceededAsync(bench, end);
    }

    [Clause]
    public async Task A_put_that_only_creates_and_whose_first_answer_is_lost_has_created_its_own_rule()
    {
        foreach (var how in HttpCases.LostAnswers.Select(c => (string)c[0]).Distinct())
        {
            var bench = await BenchAsync();
            LoseFirst(bench, HttpOperation.Put, how);

            var end = await bench.RunAsync(HttpOperation.Put, mode: PutMode.CreateOnly);

            await AssertSucceededAsync(bench, end);
            Assert.That(end.Put!.Outcome, Is.EqualTo(PutOutcome.Created), how);
        }
    }

    /// <summary>The first request of an operation is done, and its answer lost.</summary>
    private static void LoseFirst(HttpBench bench, HttpOperation operation, string how)
    {
        var isOver = false;
        bench.BackEnd.Fault = request =>
        {
            if (isOver || !request.IsOf(operation))
            {
                return null;
            }

            isOver = true;
            return Lose(bench, request, how);
        };
    }

    private static Task<HttpResponseMessage> Lose(HttpBench bench, ReceivedRequest request, string how)
    {
        var response = request.Apply();
        return how switch
        {
            HttpCases.BrokenAnswer => BreakAsync(response),
            HttpCases.LateAnswer => RunOutAsync(bench, request),
            "a failed connection" => throw new HttpRequestException("The kit let the connection fail."),
            _ => throw new IOException("The kit reset the connection."),
        };
    }

    private static async Task<HttpResponseMessage> BreakAsync(HttpResponseMessage response)
    {
        var whole = await response.Content.ReadAsByteArrayAsync();
        response.Content = new StreamContent(new BreakingStream(whole));
        return response;
    }

    /// <summary>Never answers: the time passes until the service gives up.</summary>
    private static async Task<HttpResponseMessage> RunOutAsync(HttpBench bench, ReceivedRequest request)
    {
        while (!request.GivenUp.IsCancellationRequested)
        {
            if (!bench.Clock.RunOut())
            {
                throw new AssertionException(
                    "The service waits for an answer without a deadline: it must cancel the request after a time, with the TimeProvider that CreateService was handed.");
            }
        }

        await Task.Delay(Timeout.Infinite, request.GivenUp);
        return request.Apply();
    }
}

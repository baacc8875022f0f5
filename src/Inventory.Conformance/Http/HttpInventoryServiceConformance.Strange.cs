namespace Inventory.Conformance;

/// <content>Answers that no document of the service describes.</content>
public abstract partial class HttpInventoryServiceConformance
{
    private const string Elsewhere = "elsewhere.example";
    private static readonly int[] RefusingStatuses = [400, 403, 500];

    [Clause, TestCaseSource(typeof(HttpCases), nameof(HttpCases.StrangeSuccesses))]
    public async Task A_success_that_cannot_be_read_is_a_malformed_answer_and_never_nothing(string body, HttpOperation operation)
    {
        var bench = await BenchAsync();
        bench.BackEnd.Fault = async request => request.Answer(new(200, HttpCases.StrangeBodies[body](await TextAsync(request.Apply()))));

        var end = await bench.RunAsync(operation);

        var error = end.Error(body);
        Assert.That(error.Kind, Is.EqualTo(InventoryErrorKind.MalformedResponse), error.Message);
        Assert.That(error.Bucket, Is.EqualTo(bench.Bucket));
    }

    [Clause, TestCaseSource(typeof(HttpCases), nameof(HttpCases.StrangeRefusals))]
    public async Task A_refusal_that_cannot_be_read_fails_all_the_same(string body, HttpOperation operation)
    {
        foreach (var status in RefusingStatuses)
        {
            var text = HttpCases.StrangeBodies[body]("{\"code\":\"Halved\",\"message\":\"The other half is missing.\"}");

            var (_, end) = await RefusedAsync(operation, new(status, text));

            Assert.That(end.Error($"{status} with {body}").HttpStatus, Is.EqualTo(status));
            Assert.That(end.Requests, Has.Count.InRange(1, MostAttempts), HowOften);
        }
    }

    [Clause, TestCaseSource(typeof(HttpCases), nameof(HttpCases.Operations))]
    public async Task An_answer_without_end_is_not_read_past_a_bound(HttpOperation operation)
    {
        foreach (var status in (int[])[200, .. RefusingStatuses])
        {
            var bench = await BenchAsync();
            List<EndlessStream> streams = [];
            bench.BackEnd.Fault = request =>
            {
                if (!request.IsOf(operation))
                {
                    return null;
                }

                var response = request.Answer(new(status));
                streams.Add(new());
                response.Content = new StreamContent(streams[^1]);
                return Task.FromResult(response);
            };

            var end = await bench.RunAsync(operation);

            Assert.That(streams.Select(s => s.Count), Has.All.LessThanOrEqualTo(EndlessStream.Bound), $"{status}: how much of the answer is read");
            if (status != 200 || HttpCases.Readings.Contains(operation))
            {
                _ = end.Error($"{status} without end");
            }
        }
    }

    [Clause, TestCaseSource(typeof(HttpCases), nameof(HttpCases.Redirects))]
    public async Task A_redirect_to_another_host_is_not_followed_and_no_success(int status)
    {
        var redirect = new HttpAnswer(status).With("Location", $"https://{Elsewhere}/rules?to=steal");
        foreach (var operation in HttpCases.Operations)
        {
            var bench = await BenchAsync();
            bench.BackEnd.Fault = request => request.IsOf(operation) && request.Uri.Host != Elsewhere ? Task.FromResult(request.Answer(redirect)) : null;

            var end = await bench.RunAsync(operation);

            Assert.That(end.Received.Select(r => r.Uri.Host), Has.None.EqualTo(Elsewhere), $"{operation}: nothing may be sent to another host");
            _ = end.Error($"{status} to another host");
            Assert.That(end.Requests, Has.Count.InRange(1, MostAttempts), HowOften);
        }
    }

    private static async Task<string> TextAsync(HttpResponseMessage response)
    {
        using (response)
        {
            return await response.Content.ReadAsStringAsync();
        }
    }
}

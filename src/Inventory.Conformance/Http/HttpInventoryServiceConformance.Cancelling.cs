namespace Inventory.Conformance;

/// <content>Callers that give up while the service holds a request: at each request in turn, before it is done and after.</content>
public abstract partial class HttpInventoryServiceConformance
{
    // More requests than these a call of the kit does not take.
    private const int MostRequests = 50;

    [Clause, TestCaseSource(typeof(HttpCases), nameof(HttpCases.Operations))]
    public async Task A_call_that_is_cancelled_in_the_midst_of_any_request_ends_as_cancelled(HttpOperation operation)
    {
        foreach (var isDone in (bool[])[false, true])
        {
            var number = 0;
            HttpEnd end;
            do
            {
                var bench = await BenchAsync();
                CancelAt(bench, ++number, isDone);

                end = await bench.RunAsync(operation);

                if (end.Received.Count >= number)
                {
                    Assert.That(end.Failure is OperationCanceledException, Is.True, $"{operation}, cancelled in the midst of request {number}, ended as {end}");
                }
            }
            while (end.Received.Count >= number && number < MostRequests);

            Assert.That(number, Is.GreaterThan(1), $"{operation} must send something");
        }
    }

    [Clause]
    public async Task A_replacement_that_is_cancelled_in_the_midst_of_any_request_leaves_the_old_rule_or_the_new_one()
    {
        foreach (var isDone in (bool[])[false, true])
        {
            var number = 0;
            HttpEnd end;
            do
            {
                var bench = await BenchAsync();
                var old = bench.Held[0];
                var changed = old with { IsEnabled = !old.IsEnabled };
                CancelAt(bench, ++number, isDone);

                end = await bench.RunAsync(HttpOperation.Put, changed);

                bench.BackEnd.Fault = null;
                var held = await bench.Service.FindAsync(bench.Bucket, old.Id);
                Assert.That(held, Is.EqualTo(bench.Service.Normalize(old)).Or.EqualTo(bench.Service.Normalize(changed)), $"cancelled in the midst of request {number}");
                Assert.That(end.Failure is null or OperationCanceledException or InventoryException, Is.True, $"cancelled in the midst of request {number}, it ended as {end}");
            }
            while (end.Received.Count >= number && number < MostRequests);
        }
    }

    /// <summary>The caller gives up when a request arrives. Where the service lets go of it, no answer comes; where it does not, the answer does.</summary>
    private static void CancelAt(HttpBench bench, int number, bool isDone) => bench.BackEnd.Fault = request =>
    {
        if (request.Number != number)
        {
            return null;
        }

        bench.Cancel();
        var response = isDone ? request.Apply() : null;
        return request.GivenUp.IsCancellationRequested ? Task.FromCanceled<HttpResponseMessage>(request.GivenUp)
            : response is null ? null : Task.FromResult(response);
    };
}

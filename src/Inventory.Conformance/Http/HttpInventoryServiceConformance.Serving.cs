namespace Inventory.Conformance;

/// <content>That the fixture says of its service's wire what the adapter reads: the other clauses prove nothing otherwise.</content>
public abstract partial class HttpInventoryServiceConformance
{
    [Clause, TestCaseSource(typeof(HttpCases), nameof(HttpCases.Operations))]
    public async Task What_the_fixture_answers_is_read_as_what_it_means(HttpOperation operation)
    {
        var bench = await BenchAsync();

        var end = await bench.RunAsync(operation);

        await AssertSucceededAsync(bench, end);
    }

    [Clause]
    public async Task A_rule_that_the_service_does_not_have_is_null_for_find_and_done_for_delete()
    {
        var bench = await BenchAsync();
        var missing = bench.NewRule();

        var find = await bench.RunAsync(HttpOperation.Find, missing);
        var delete = await bench.RunAsync(HttpOperation.Delete, missing);

        Assert.That((find.Failure, find.Found), Is.EqualTo(((Exception?)null, (InventoryRule?)null)));
        Assert.That(delete.Failure, Is.Null);
    }

    [Clause]
    public async Task A_put_tells_the_request_id_of_its_answer()
    {
        var bench = await BenchAsync();
        IgnoreWithoutRequestIds();

        var end = await bench.RunAsync(HttpOperation.Put);

        Assert.That(end.Put?.RequestId, Is.EqualTo(ScriptedBackEnd.IdOf(end.Requests[^1].Number)));
    }

    [Clause]
    public void Every_deviation_names_a_clause_and_says_why() => ClauseCases.AssertAreOf(typeof(HttpInventoryServiceConformance), Deviations);

    private void IgnoreWithoutRequestIds()
    {
        if (RequestIdHeader is null)
        {
            Assert.Ignore($"Not proved: the fixture names no header for the request's id. Override {nameof(RequestIdHeader)} if the service has one.");
        }
    }
}

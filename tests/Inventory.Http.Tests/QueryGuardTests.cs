namespace Inventory.Http.Tests;

public sealed class QueryGuardTests
{
    [TestCase]
    [TestCase("ruleId")]
    [TestCase("inventoryId")]
    [TestCase("Inventory")]
    [TestCase("ruleId=inventory")]
    [TestCase("inventory ")]
    public async Task A_request_without_the_inventory_query_is_not_sent(params string[] query)
    {
        var credentials = new SampleCredentials(SampleCredentials.LongLived);
        using var bench = new Bench(Steps.Answer(204)) { Credentials = credentials };

        var error = await bench.FailAsync(Bench.Delete() with { Query = [.. query.Select(q => q.Split('=')).Select(q => KeyValuePair.Create(q[0], q.Length > 1 ? q[1] : ""))] });

        Assert.That(bench.Service.Sent, Is.Empty);
        Assert.That(error.Kind, Is.EqualTo(InventoryErrorKind.InvalidRequest));
        Assert.That(error.Message, Does.Contain("DELETE").And.Contain("'photos'").And.Contain("'sample'").And.Contain("not sent"));
        Assert.That(error.Message, Does.Not.Contain("no answer"));
        Assert.That(error.Attempts, Is.Zero);
        Assert.That(credentials.Asked, Is.Zero);
    }

    [Test]
    public async Task The_guard_holds_for_every_method([Values("PUT", "GET", "DELETE")] string method)
    {
        var credentials = new SampleCredentials(SampleCredentials.LongLived);
        using var bench = new Bench(Steps.Answer(200)) { Credentials = credentials };
        var request = method == "PUT" ? Bench.Put() : Bench.Request(new HttpMethod(method), "nightly");

        var error = await bench.FailAsync(request with { Query = [new("ruleId", "nightly")] });

        Assert.That(bench.Service.Sent, Is.Empty);
        Assert.That(error.Kind, Is.EqualTo(InventoryErrorKind.InvalidRequest));
        Assert.That(error.Message, Does.Contain(method).And.Contain("not sent"));
        Assert.That(credentials.Asked, Is.Zero);
    }

    [TestCase("inventory", "")]
    [TestCase("inventory", "full")]
    public async Task A_request_with_it_is_sent(string name, string value)
    {
        using var bench = new Bench(Steps.Answer(204));

        _ = await bench.SendAsync(Bench.Delete() with { Query = [new("ruleId", "x"), new(name, value)] });

        Assert.That(bench.Service.Sent, Has.Count.EqualTo(1));
    }

    [Test]
    public void Methods_other_than_get_put_and_delete_are_refused()
    {
        using var bench = new Bench(Steps.Answer(204));

        Assert.That(async () => await bench.SendAsync(Bench.Request(HttpMethod.Post, "x")), Throws.ArgumentException.With.Message.Contains("POST"));
        Assert.That(bench.Service.Sent, Is.Empty);
    }
}

namespace Inventory.Http.Tests;

public sealed class HandlerTests
{
    private static IEnumerable<TestCaseData> Followers =>
    [
        new TestCaseData((Func<HttpMessageHandler>)(() => new SocketsHttpHandler())).SetArgDisplayNames("sockets"),
        new TestCaseData((Func<HttpMessageHandler>)(() => new HttpClientHandler())).SetArgDisplayNames("client handler"),
        new TestCaseData((Func<HttpMessageHandler>)(() => new Outer { InnerHandler = new Outer { InnerHandler = new SocketsHttpHandler() } })).SetArgDisplayNames("below others"),
    ];

    [TestCaseSource(nameof(Followers))]
    public void A_handler_that_follows_redirects_is_refused(Func<HttpMessageHandler> make)
    {
        using var handler = make();

        Assert.That(() => Client(handler), Throws.InstanceOf<InventoryException>()
            .With.Property(nameof(InventoryException.Kind)).EqualTo(InventoryErrorKind.InvalidConfiguration)
            .And.Message.Contains("AllowAutoRedirect"));
    }

    [Test]
    public void One_that_does_not_is_taken()
    {
        using var sockets = new SocketsHttpHandler { AllowAutoRedirect = false };
        using var handler = new Outer { InnerHandler = new HttpClientHandler { AllowAutoRedirect = false } };

        Assert.That(() => Client(sockets).Dispose(), Throws.Nothing);
        Assert.That(() => Client(handler).Dispose(), Throws.Nothing);
    }

    [Test]
    public async Task A_handler_of_the_callers_outlives_the_client_and_serves_the_next()
    {
        using var service = new ScriptedHandler(Steps.Answer(200));

        using (var first = Client(service))
        {
            _ = await first.SendAsync(Bench.Get());
        }

        Assert.That(service.IsDisposed, Is.False);
        using var second = Client(service);
        var answer = await second.SendAsync(Bench.Get());
        Assert.That(answer.Error, Is.Null);
    }

    [Test]
    public async Task One_handler_serves_several_clients_at_once()
    {
        using var service = new ScriptedHandler(Steps.Answer(200));
        using var one = Client(service);
        using var other = Client(service);

        _ = await one.SendAsync(Bench.Get("one"));
        _ = await other.SendAsync(Bench.Get("other"));

        Assert.That(service.Sent, Has.Count.EqualTo(2));
    }

    [Test]
    public async Task Many_calls_at_once_on_one_client_do_not_mix()
    {
        var flaky = 0;
        Step echo = async (request, cancellationToken) =>
        {
            await Task.Yield();
            return Interlocked.Increment(ref flaky) % 3 == 0
                ? await Steps.Refuse(503, "Busy")(request, cancellationToken)
                : await Steps.Answer(200, request.Uri.Query, ("x-sample-request-id", request.Uri.Query))(request, cancellationToken);
        };
        using var bench = new Bench(echo) { Options = new() { MaxAttempts = 50, BaseDelay = TimeSpan.Zero } };

        var answers = await Task.WhenAll(Enumerable.Range(0, 200).Select(i => Task.Run(() => bench.SendAsync(Bench.Get($"rule-{i}")))));

        Assert.That(answers.Select(a => System.Text.Encoding.UTF8.GetString(a.Body)), Is.EqualTo(Enumerable.Range(0, 200).Select(i => $"?inventory&ruleId=rule-{i}")));
        Assert.That(answers.Select(a => a.Header("x-sample-request-id")), Is.EqualTo(Enumerable.Range(0, 200).Select(i => $"?inventory&ruleId=rule-{i}")));
        Assert.That(answers.Sum(a => a.Attempts), Is.EqualTo(bench.Service.Sent.Count));
        Assert.That(bench.Service.Sent, Has.Count.EqualTo(299).Or.Count.EqualTo(300));
    }

    [TestCase(0, 100, 10, "AttemptTimeout")]
    [TestCase(30, 100_000, 10, "TotalTimeout")]
    [TestCase(30, 100, 0, "MaxResponseBytes")]
    public void A_bound_out_of_range_is_refused_by_name(int attempt, int total, int bytes, string name)
    {
        using var service = new ScriptedHandler(Steps.Answer(200));
        var options = new InventoryHttpOptions { AttemptTimeout = TimeSpan.FromSeconds(attempt), TotalTimeout = TimeSpan.FromSeconds(total), MaxResponseBytes = bytes };

        Assert.That(() => Client(service, options), Throws.InstanceOf<InventoryException>()
            .With.Property(nameof(InventoryException.Kind)).EqualTo(InventoryErrorKind.InvalidConfiguration)
            .And.Message.Contains(name).And.Message.Contains("'sample'"));
    }

    private static InventoryHttpClient Client(HttpMessageHandler handler, InventoryHttpOptions? options = null) =>
        new("sample", new SampleSigner(), new StaticCredentials(SampleCredentials.LongLived), new SampleErrors(), options, handler, new ManualTimeProvider());

    private sealed class Outer : DelegatingHandler;
}

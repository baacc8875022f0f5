namespace Inventory.Http.Tests;

/// <summary>Answers whose head is sound, and whose body is too long, breaks off or stalls: what the head says is not lost.</summary>
public sealed class BrokenBodyTests
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    [TestCase(1001L)]
    [TestCase(null)]
    public async Task A_success_over_the_bound_is_malformed_with_its_status_and_its_request_id(long? announced)
    {
        using var bench = Bounded(Broken(200, announced, () => new MemoryStream(new byte[1001])));

        foreach (var request in new[] { Bench.Get(), Bench.Put() })
        {
            var error = await bench.FailAsync(request);

            AssertHolds(error, InventoryErrorKind.MalformedResponse, 200, 1);
            Assert.That(error.Message, Does.Contain("1000 bytes").And.Contain("Request id H-1."));
        }
    }

    [TestCase(400, InventoryErrorKind.InvalidRequest, 1)]
    [TestCase(403, InventoryErrorKind.AccessDenied, 1)]
    [TestCase(404, InventoryErrorKind.Unexpected, 1)]
    [TestCase(409, InventoryErrorKind.Conflict, 1)]
    [TestCase(429, InventoryErrorKind.Throttled, 3)]
    [TestCase(503, InventoryErrorKind.Unavailable, 3)]
    public async Task A_refusal_over_the_bound_is_what_its_status_says(int status, InventoryErrorKind kind, int attempts)
    {
        using var announced = Bounded(Broken(status, 1001, () => new MemoryStream(new byte[1001])));
        using var unannounced = Bounded(Broken(status, null, () => new MemoryStream(new byte[1001])));

        foreach (var bench in new[] { announced, unannounced })
        {
            var error = await bench.FailAsync();

            AssertHolds(error, kind, status, attempts);
            Assert.That(error.Message, Does.Contain("What it says is not known: the answer is longer than 1000 bytes"));
        }
    }

    [TestCase(301, InventoryErrorKind.Unexpected, 1)]
    [TestCase(400, InventoryErrorKind.InvalidRequest, 1)]
    [TestCase(401, InventoryErrorKind.AuthenticationFailed, 1)]
    [TestCase(403, InventoryErrorKind.AccessDenied, 1)]
    [TestCase(412, InventoryErrorKind.InvalidRequest, 1)]
    [TestCase(408, InventoryErrorKind.Unavailable, 3)]
    [TestCase(429, InventoryErrorKind.Throttled, 3)]
    [TestCase(500, InventoryErrorKind.Unavailable, 3)]
    [TestCase(501, InventoryErrorKind.InvalidRequest, 1)]
    public async Task A_refusal_that_breaks_off_is_what_its_status_says_and_no_more_worth_trying_again(int status, InventoryErrorKind kind, int attempts)
    {
        using var bench = new Bench(Broken(status, 100, () => new BrokenStream("Code: Den")));

        var error = await bench.FailAsync();

        AssertHolds(error, kind, status, attempts);
        Assert.That(error.ServiceCode, Is.Null);
        Assert.That(error.Message, Does.Contain("What it says is not known: it broke off. Request id H-1."));
    }

    [TestCase(404)]
    [TestCase(409)]
    public async Task A_refusal_that_only_its_code_explains_is_asked_for_again_where_it_breaks_off(int status)
    {
        using var bench = new Bench(Broken(status, 100, () => new BrokenStream("Code: NoSuch")), Steps.Refuse(status, "NoSuchRule"));
        using var always = new Bench(Broken(status, 100, () => new BrokenStream("Code: NoSuch")));

        var answer = await bench.SendAsync();
        var error = await always.FailAsync();

        Assert.That((answer.Error?.Kind, answer.Attempts, answer.AttemptsInDoubt), Is.EqualTo((InventoryErrorKind.RuleNotFound, 2, 1)));
        AssertHolds(error, InventoryErrorKind.Unavailable, status, 3);
    }

    [TestCase(403, InventoryErrorKind.AccessDenied, 1)]
    [TestCase(503, InventoryErrorKind.Unavailable, 3)]
    public async Task A_refusal_that_stalls_is_what_its_status_says(int status, InventoryErrorKind kind, int attempts)
    {
        var clock = new ManualTimeProvider();
        using var bench = new Bench(Broken(status, 100, () => Stalled(clock))) { Clock = clock };

        AssertHolds(await bench.FailAsync(), kind, status, attempts);
    }

    [Test]
    public async Task A_success_that_always_breaks_off_says_its_status_and_its_request_id_in_the_end()
    {
        using var bench = new Bench(Broken(200, 100, () => new BrokenStream("<half")));

        var error = await bench.FailAsync(Bench.Put());

        AssertHolds(error, InventoryErrorKind.Unavailable, 200, 3);
        Assert.That(error.Message, Does.Contain("was answered 200, and the answer broke off").And.Contain("Request id H-1."));
    }

    [Test]
    public async Task A_success_that_always_stalls_does_so_too()
    {
        var clock = new ManualTimeProvider();
        using var bench = new Bench(Broken(200, 100, () => Stalled(clock))) { Clock = clock };

        var error = await bench.FailAsync();

        AssertHolds(error, InventoryErrorKind.Unavailable, 200, 3);
        Assert.That(error.Message, Does.Contain("did not come to its end in time"));
    }

    [Test]
    public async Task What_an_attempt_was_answered_with_is_not_said_of_the_next()
    {
        using var bench = new Bench(Broken(200, 100, () => new BrokenStream("<half")), Steps.Answer(403));

        var answer = await bench.SendAsync();

        Assert.That((answer.Status, answer.RequestId, answer.Error?.RequestId, answer.Body.Length), Is.EqualTo((403, (string?)null, (string?)null, 0)));
    }

    private static Bench Bounded(Step step) => new(step) { Options = new() { MaxResponseBytes = 1000 } };

    private static BrokenStream Stalled(ManualTimeProvider clock) => new("Code: Den", async cancellationToken =>
    {
        clock.Advance(30 * Second);
        await Task.Delay(Timeout.Infinite, cancellationToken);
        return 0;
    });

    private static Step Broken(int status, long? announced, Func<Stream> body) => async (request, cancellationToken) =>
    {
        var response = await Steps.Stream(new Unseekable(body()), announced)(request, cancellationToken);
        response.StatusCode = (System.Net.HttpStatusCode)status;
        _ = response.Headers.TryAddWithoutValidation("x-sample-request-id", "H-1");
        return response;
    };

    private static void AssertHolds(InventoryException error, InventoryErrorKind kind, int status, int attempts) =>
        Assert.That((error.Kind, error.HttpStatus, error.RequestId, error.Attempts), Is.EqualTo((kind, status, "H-1", attempts)));

    /// <summary>A stream whose length nobody knows.</summary>
    private sealed class Unseekable(Stream inner) : MemoryStream
    {
        public override bool CanSeek => false;

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => inner.ReadAsync(buffer, cancellationToken);
    }
}

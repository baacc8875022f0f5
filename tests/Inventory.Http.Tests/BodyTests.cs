namespace Inventory.Http.Tests;

public sealed class BodyTests
{
    [TestCase(0)]
    [TestCase(1)]
    [TestCase(4095)]
    [TestCase(4096)]
    [TestCase(4097)]
    [TestCase(100_000)]
    public async Task A_body_within_the_bound_is_read_byte_by_byte(int length)
    {
        var body = Enumerable.Range(0, length).Select(i => (byte)i).ToArray();
        using var known = new Bench(Steps.Stream(new MemoryStream(body), length)) { Options = new() { MaxResponseBytes = 100_000 } };
        using var unknown = new Bench(Steps.Stream(new Drip(body))) { Options = new() { MaxResponseBytes = 100_000 } };

        var announced = await known.SendAsync();
        var dripped = await unknown.SendAsync();

        Assert.That(announced.Body, Is.EqualTo(body));
        Assert.That(dripped.Body, Is.EqualTo(body));
    }

    [Test]
    public async Task An_announced_body_over_the_bound_is_malformed_and_is_not_read()
    {
        var read = false;
        var body = new BrokenStream("", _ =>
        {
            read = true;
            return ValueTask.FromResult(0);
        });
        using var bench = new Bench(Steps.Stream(body, contentLength: 1001)) { Options = new() { MaxResponseBytes = 1000 } };

        var error = await bench.FailAsync();

        Assert.That(error.Kind, Is.EqualTo(InventoryErrorKind.MalformedResponse));
        Assert.That(error.Message, Does.Contain("1000 bytes"));
        Assert.That(error.Message, Does.Not.Contain("no answer"));
        Assert.That(error.Attempts, Is.EqualTo(1));
        Assert.That(read, Is.False);
    }

    [Test]
    public async Task A_body_without_an_end_is_malformed_at_the_bound()
    {
        using var bench = new Bench(Steps.Stream(new Endless())) { Options = new() { MaxResponseBytes = 1000 } };

        var error = await bench.FailAsync();

        Assert.That(error.Kind, Is.EqualTo(InventoryErrorKind.MalformedResponse));
        Assert.That(error.Message, Does.Contain("1000 bytes"));
        Assert.That(error.Attempts, Is.EqualTo(1));
    }

    [Test]
    public async Task A_body_of_unknown_length_may_not_be_one_byte_over_the_bound()
    {
        using var bench = new Bench(Steps.Stream(new Drip(new byte[1001]))) { Options = new() { MaxResponseBytes = 1000 } };

        var error = await bench.FailAsync();

        Assert.That(error.Kind, Is.EqualTo(InventoryErrorKind.MalformedResponse));
    }

    [Test]
    public async Task A_body_that_breaks_off_is_tried_again()
    {
        using var bench = new Bench(Steps.Truncated(), Steps.Answer(200, "whole"));

        var answer = await bench.SendAsync();

        Assert.That(answer.Body, Is.EqualTo("whole"u8.ToArray()));
        Assert.That(answer.Attempts, Is.EqualTo(2));
    }

    [Test]
    public async Task A_body_that_always_breaks_off_is_unavailable()
    {
        using var bench = new Bench(Steps.Truncated());

        var error = await bench.FailAsync();

        Assert.That(error.Kind, Is.EqualTo(InventoryErrorKind.Unavailable));
        Assert.That(error.Attempts, Is.EqualTo(3));
    }

    [Test]
    public async Task An_answer_without_a_body_has_an_empty_one()
    {
        using var bench = new Bench((_, _) => Task.FromResult(new HttpResponseMessage(System.Net.HttpStatusCode.NoContent)));

        var answer = await bench.SendAsync(Bench.Delete());

        Assert.That(answer.Status, Is.EqualTo(204));
        Assert.That(answer.Body, Is.Empty);
    }

    [TestCase("application/x-sample; charset=no-such-charset")]
    [TestCase("application/x-sample; charset=utf-16")]
    [TestCase("not a media type")]
    public async Task The_media_type_of_an_answer_changes_no_byte_of_it(string mediaType)
    {
        using var bench = new Bench(Steps.Answer(200, "<规则/>", ("Content-Type", mediaType)));

        var answer = await bench.SendAsync();

        Assert.That(answer.Body, Is.EqualTo("<规则/>"u8.ToArray()));
        Assert.That(answer.Header("content-type"), Is.EqualTo(mediaType));
    }

    [Test]
    public async Task Headers_are_found_without_regard_to_case()
    {
        using var bench = new Bench(Steps.Answer(200, "", ("x-sample-request-id", "R-2"), ("x-sample-empty", "")));

        var answer = await bench.SendAsync();

        Assert.That(answer.Header("X-Sample-Request-ID"), Is.EqualTo("R-2"));
        Assert.That(answer.Header("x-sample-empty"), Is.Empty);
        Assert.That(answer.Header("x-sample-none"), Is.Null);
    }

    [Test]
    public async Task Several_headers_of_one_name_are_joined()
    {
        using var bench = new Bench(Steps.Answer(200, "", ("x-sample-part", "a"), ("x-sample-part", "b")));

        var answer = await bench.SendAsync();

        Assert.That(answer.Header("x-sample-part"), Is.EqualTo("a, b"));
    }

    /// <summary>One byte at a time, of no known length.</summary>
    private sealed class Drip(byte[] body) : MemoryStream(body)
    {
        public override bool CanSeek => false;

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            base.ReadAsync(buffer[..Math.Min(buffer.Length, 1 + (int)(Position % 7))], cancellationToken);
    }

    private sealed class Endless : MemoryStream
    {
        public override bool CanSeek => false;

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => ValueTask.FromResult(buffer.Length);
    }
}

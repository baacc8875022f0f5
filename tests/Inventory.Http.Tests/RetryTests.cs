namespace Inventory.Http.Tests;

public sealed class RetryTests
{
    private static IEnumerable<Exception> NoAnswers =>
    [
        new HttpRequestException("Connection refused"),
        new HttpIOException(HttpRequestError.ResponseEnded, "The response ended prematurely."),
        new IOException("Unable to read data"),
        new TaskCanceledException("The connect timeout elapsed."),
    ];

    [TestCase(408)]
    [TestCase(429)]
    [TestCase(500)]
    [TestCase(502)]
    [TestCase(503)]
    [TestCase(504)]
    public async Task A_status_that_may_pass_is_tried_again(int status)
    {
        using var bench = new Bench(Steps.Answer(status), Steps.Answer(200, "fine"));

        var answer = await bench.SendAsync();

        Assert.That(answer.Error, Is.Null);
        Assert.That(answer.Body, Is.EqualTo("fine"u8.ToArray()));
        Assert.That(answer.Attempts, Is.EqualTo(2));
        Assert.That(bench.Service.Sent, Has.Count.EqualTo(2));
    }

    [TestCase(301)]
    [TestCase(304)]
    [TestCase(400)]
    [TestCase(401)]
    [TestCase(403)]
    [TestCase(404)]
    [TestCase(405)]
    [TestCase(409)]
    [TestCase(411)]
    [TestCase(412)]
    [TestCase(413)]
    [TestCase(501)]
    [TestCase(505)]
    public async Task A_status_that_will_not_pass_is_not(int status)
    {
        using var bench = new Bench(Steps.Answer(status), Steps.Answer(200));

        var answer = await bench.SendAsync();

        Assert.That(answer.Status, Is.EqualTo(status));
        Assert.That(answer.Attempts, Is.EqualTo(1));
        Assert.That(bench.Service.Sent, Has.Count.EqualTo(1));
    }

    [TestCase(403, "SlowDown", 2)]
    [TestCase(403, "SignatureExpired", 2)]
    [TestCase(503, "Denied", 1)]
    [TestCase(500, "NoSuchRule", 1)]
    [TestCase(400, "Vague", 1)]
    public async Task A_code_that_the_adapter_knows_decides_before_the_status(int status, string code, int attempts)
    {
        using var bench = new Bench(Steps.Refuse(status, code), Steps.Answer(200));

        var answer = await bench.SendAsync();

        Assert.That(answer.Attempts, Is.EqualTo(attempts));
        Assert.That(answer.Error is null, Is.EqualTo(attempts == 2));
    }

    [TestCaseSource(nameof(NoAnswers))]
    public async Task No_answer_is_tried_again(Exception failure)
    {
        using var bench = new Bench(Steps.Throw(failure), Steps.Answer(200));

        var answer = await bench.SendAsync();

        Assert.That(answer.Error, Is.Null);
        Assert.That(answer.Attempts, Is.EqualTo(2));
    }

    [TestCaseSource(nameof(NoAnswers))]
    public async Task No_answer_at_all_is_unavailable(Exception failure)
    {
        using var bench = new Bench(Steps.Throw(failure));

        var error = await bench.FailAsync();

        Assert.That(error.Kind, Is.EqualTo(InventoryErrorKind.Unavailable));
        Assert.That(error.IsTransient);
        Assert.That(error.HttpStatus, Is.Null);
        Assert.That(error.Attempts, Is.EqualTo(3));
        Assert.That(error.Message, Does.Contain("no answer").And.Contain("3 attempts"));
    }

    [Test]
    public async Task A_mistake_of_the_adapters_is_not_tried_again()
    {
        using var bench = new Bench(Steps.Throw(new InvalidOperationException("a mistake")));

        var error = await bench.FailAsync();

        Assert.That(error.Kind, Is.EqualTo(InventoryErrorKind.Unexpected));
        Assert.That(error.Message, Does.Contain("a mistake"));
        Assert.That(error.InnerException, Is.InstanceOf<InvalidOperationException>());
        Assert.That(error.Attempts, Is.EqualTo(1));
    }

    [TestCase(1)]
    [TestCase(2)]
    [TestCase(5)]
    public async Task Attempts_are_bounded(int bound)
    {
        using var bench = new Bench(Steps.Refuse(503, "Busy")) { Options = new() { MaxAttempts = bound } };

        var error = await bench.FailAsync();

        Assert.That(bench.Service.Sent, Has.Count.EqualTo(bound));
        Assert.That(error.Attempts, Is.EqualTo(bound));
        Assert.That(error.Kind, Is.EqualTo(InventoryErrorKind.Unavailable));
        Assert.That(error.ServiceCode, Is.EqualTo("Busy"));
    }

    [Test]
    public void Fewer_than_one_attempt_cannot_be_asked_for() =>
        Assert.That(() => new Bench(Steps.Answer(200)) { Options = new() { MaxAttempts = 0 } }.Client, Throws.TypeOf<InventoryException>()
            .With.Property("Kind").EqualTo(InventoryErrorKind.InvalidConfiguration).And.Message.Contains("MaxAttempts: it must be 1 or more."));

    [Test]
    public async Task A_body_is_sent_whole_at_every_attempt()
    {
        using var bench = new Bench(Steps.Answer(500), Steps.Throw(new IOException()), Steps.Answer(200));

        _ = await bench.SendAsync(Bench.Put("<rule>规则</rule>"));

        Assert.That(bench.Service.Sent.Select(s => s.Body), Is.All.EqualTo("<rule>规则</rule>"u8.ToArray()));
    }

    [Test]
    public async Task A_call_leaves_nothing_behind_for_the_next()
    {
        using var bench = new Bench(Steps.Refuse(404, "NoSuchRule"), Steps.Answer(200));

        var first = await bench.SendAsync();
        var second = await bench.SendAsync();

        Assert.That(first.Error, Is.Not.Null);
        Assert.That(second.Error, Is.Null);
        Assert.That(second.Attempts, Is.EqualTo(1));
    }
}

namespace Inventory.Http.Tests;

public sealed class ErrorTests
{
    [TestCase(302, InventoryErrorKind.Unexpected)]
    [TestCase(400, InventoryErrorKind.InvalidRequest)]
    [TestCase(401, InventoryErrorKind.AuthenticationFailed)]
    [TestCase(403, InventoryErrorKind.AccessDenied)]
    [TestCase(404, InventoryErrorKind.Unexpected)]
    [TestCase(405, InventoryErrorKind.InvalidRequest)]
    [TestCase(408, InventoryErrorKind.Unavailable)]
    [TestCase(409, InventoryErrorKind.Conflict)]
    [TestCase(412, InventoryErrorKind.InvalidRequest)]
    [TestCase(429, InventoryErrorKind.Throttled)]
    [TestCase(500, InventoryErrorKind.Unavailable)]
    [TestCase(501, InventoryErrorKind.InvalidRequest)]
    [TestCase(502, InventoryErrorKind.Unavailable)]
    [TestCase(503, InventoryErrorKind.Unavailable)]
    [TestCase(504, InventoryErrorKind.Unavailable)]
    [TestCase(505, InventoryErrorKind.InvalidRequest)]
    [TestCase(507, InventoryErrorKind.Unavailable)]
    public async Task The_status_decides_where_the_code_does_not(int status, InventoryErrorKind kind)
    {
        using var unknown = new Bench(Steps.Refuse(status, "NeverHeardOf"));
        using var silent = new Bench(Steps.Answer(status));

        var withCode = await unknown.FailAsync();
        var without = await silent.FailAsync();

        Assert.That(withCode.Kind, Is.EqualTo(kind));
        Assert.That(without.Kind, Is.EqualTo(kind));
        Assert.That(without.HttpStatus, Is.EqualTo(status));
    }

    [TestCase("NoSuchRule", InventoryErrorKind.RuleNotFound, true)]
    [TestCase("Denied", InventoryErrorKind.AccessDenied, true)]
    [TestCase("Vague", InventoryErrorKind.InvalidRequest, false)]
    [TestCase("NeverHeardOf", InventoryErrorKind.InvalidRequest, false)]
    public async Task A_code_is_known_where_the_adapter_knows_beyond_doubt_what_it_means(string code, InventoryErrorKind kind, bool isKnown)
    {
        using var bench = new Bench(Steps.Refuse(400, code));

        var error = await bench.FailAsync();

        Assert.That(error.Kind, Is.EqualTo(kind));
        Assert.That(error.ServiceCode, Is.EqualTo(code));
        Assert.That(error.IsServiceCodeKnown, Is.EqualTo(isKnown));
    }

    [Test]
    public async Task Where_there_is_no_code_none_is_unknown()
    {
        using var bench = new Bench(Steps.Answer(400));

        var error = await bench.FailAsync();

        Assert.That(error.ServiceCode, Is.Null);
        Assert.That(error.IsServiceCodeKnown, Is.True);
        Assert.That(error.Message, Does.Contain("without a code"));
    }

    [Test]
    public async Task A_refusal_says_everything_that_support_asks_for()
    {
        using var bench = new Bench(
            Steps.Answer(503, "", ("Retry-After", "2")),
            Steps.Refuse(403, "Denied", "You may not do this.", ("x-sample-trace", "T-9"), ("Retry-After", "4")));

        var error = await bench.FailAsync(Bench.Put());

        Assert.That(error.Message, Is.EqualTo(
            "'sample' answered 403 Denied to PUT of inventory rule 'nightly' of bucket 'photos': You may not do this. Request id R-1. x-sample-trace T-9. (2 attempts in 2.0 s)"));
        Assert.That(error.Kind, Is.EqualTo(InventoryErrorKind.AccessDenied));
        Assert.That(error.Provider, Is.EqualTo("sample"));
        Assert.That(error.Bucket, Is.EqualTo("photos"));
        Assert.That(error.RuleId, Is.EqualTo("nightly"));
        Assert.That(error.HttpStatus, Is.EqualTo(403));
        Assert.That(error.ServiceCode, Is.EqualTo("Denied"));
        Assert.That(error.ServiceMessage, Is.EqualTo("You may not do this."));
        Assert.That(error.RequestId, Is.EqualTo("R-1"));
        Assert.That(error.Diagnostics, Is.EqualTo(new Dictionary<string, string> { ["x-sample-trace"] = "T-9" }));
        Assert.That(error.Attempts, Is.EqualTo(2));
        Assert.That(error.Elapsed, Is.EqualTo(TimeSpan.FromSeconds(2)));
        Assert.That(error.RetryAfter, Is.EqualTo(TimeSpan.FromSeconds(4)));
        Assert.That(error.IsTransient, Is.False);
    }

    [Test]
    public async Task A_failure_without_an_answer_says_what_was_asked_and_how_often()
    {
        using var bench = new Bench(Steps.Throw(new HttpRequestException("Connection refused."))) { Options = new() { BaseDelay = TimeSpan.Zero } };

        var error = await bench.FailAsync(Bench.Get() with { RuleId = null });

        Assert.That(error.Message, Is.EqualTo("GET of the inventory rules of bucket 'photos' on 'sample' got no answer: Connection refused. (3 attempts in 0.0 s)"));
        Assert.That(error.Provider, Is.EqualTo("sample"));
        Assert.That(error.Bucket, Is.EqualTo("photos"));
        Assert.That(error.RuleId, Is.Null);
        Assert.That(error.InnerException, Is.InstanceOf<HttpRequestException>());
    }

    [Test]
    public async Task A_redirect_says_what_to_correct()
    {
        using var bench = new Bench(Steps.Answer(307, "", ("Location", "https://elsewhere.example/")));

        var error = await bench.FailAsync(Bench.Delete());

        Assert.That(error.Message, Does.Contain("307").And.Contain("not followed").And.Contain("region"));
    }

    [Test]
    public async Task A_long_message_is_cut_in_the_text_and_whole_in_its_property()
    {
        var long1000 = new string('x', 1000);
        using var bench = new Bench(Steps.Refuse(400, "Vague", long1000));

        var error = await bench.FailAsync();

        Assert.That(error.ServiceMessage, Is.EqualTo(long1000));
        Assert.That(error.Message, Does.Contain($": {new string('x', 500)}…. Request id"));
    }

    [TestCase(400)]
    [TestCase(200)]
    public async Task No_text_of_a_service_passes_for_a_line_of_the_message_or_commands_a_terminal(int status)
    {
        using var bench = new Bench(Steps.Answer(
            status, "Code: Vague\u001b[2J\rforged\nMessage: x\u0085y\u2028b\u202ec\nRequestId: R\u2029forged\n", ("x-sample-trace", "T\u0007")));

        var error = await bench.FailAsync(Bench.Put());

        Assert.That(error.Message.Where(c => char.IsControl(c) || c is '\u2028' or '\u2029' or '\u202e'), Is.Empty);
        Assert.That(error.Message, Does.Contain("Vague\uFFFD[2J\uFFFDforged").And.Contain(": x\uFFFDy\uFFFDb\uFFFDc. Request id R\uFFFDforged. x-sample-trace T\uFFFD."));
        Assert.That(error.ServiceMessage, Is.EqualTo("x\u0085y\u2028b\u202ec"), "Properties are as the service says it.");
    }

    [TestCase(400)]
    [TestCase(200)]
    public async Task However_long_a_text_is_messages_and_properties_stay_short(int status)
    {
        var text = $"{new string('x', 199)}\U0001F4C4{new string('y', 3894)}\U0001F4C4{new string('z', 1_000_000)}";
        using var bench = new Bench(Steps.Answer(status, $"Code: {text}\nMessage: {text}\nRequestId: {text}\n", ("x-sample-trace", text)));

        var error = await bench.FailAsync(Bench.Put());

        Assert.That(error.Message, Has.Length.LessThan(2000).And.Contains($"Request id {new string('x', 199)}…."));
        Assert.That(
            new[] { error.ServiceCode, error.ServiceMessage, error.RequestId, error.Diagnostics["x-sample-trace"] },
            Is.All.EqualTo(text[..4095]), "4,096, and no half of a character.");
    }

    [Test]
    public async Task A_request_id_in_a_header_is_cut_too()
    {
        using var bench = new Bench(Steps.Answer(200, "", ("x-sample-request-id", new string('x', 5000))));

        Assert.That((await bench.SendAsync()).RequestId, Has.Length.EqualTo(4096));
    }

    [Test]
    public async Task An_answer_throws_its_refusal_and_nothing_for_a_success()
    {
        using var refused = new Bench(Steps.Refuse(404, "NoSuchRule"));
        using var granted = new Bench(Steps.Answer(200));

        var refusal = await refused.SendAsync();
        var success = await granted.SendAsync();

        Assert.That(refusal.ThrowIfError, Throws.Exception.SameAs(refusal.Error));
        Assert.That(success.ThrowIfError, Throws.Nothing);
        Assert.That(refusal.Is(InventoryErrorKind.RuleNotFound));
        Assert.That(refusal.Is(InventoryErrorKind.AccessDenied), Is.False);
        Assert.That(success.Is(InventoryErrorKind.Unexpected), Is.False);
    }

    [Test]
    public async Task A_success_that_cannot_be_read_is_malformed_and_says_where()
    {
        using var bench = new Bench(Steps.Answer(200, "junk", ("x-sample-request-id", "R-3")));
        var cause = new InventoryException(InventoryErrorKind.InvalidDocument, "line 1: junk");
        var answer = await bench.SendAsync();

        var error = Assert.Throws<InventoryException>(() => answer.Read<string>(_ => throw cause));

        Assert.That(error.Kind, Is.EqualTo(InventoryErrorKind.MalformedResponse));
        Assert.That(error.Message, Does.Contain("'sample'").And.Contain("GET").And.Contain("'nightly'").And.Contain("'photos'").And.Contain("line 1: junk"));
        Assert.That(error.HttpStatus, Is.EqualTo(200));
        Assert.That(error.RequestId, Is.EqualTo("R-3"));
        Assert.That(error.InnerException, Is.SameAs(cause));
        Assert.That(error.Attempts, Is.EqualTo(1));
    }

    [Test]
    public async Task A_refusal_is_thrown_before_its_body_is_read()
    {
        using var bench = new Bench(Steps.Refuse(403, "Denied"));
        var answer = await bench.SendAsync();

        var error = Assert.Throws<InventoryException>(() => answer.Read(body => body.Length));

        Assert.That(error, Is.SameAs(answer.Error));
    }
}

namespace Inventory.Http.Tests;

public sealed class SecretTests
{
    private static readonly string Both = $"secret {SampleCredentials.Secret} token {SampleCredentials.Token}";

    [Test]
    public async Task A_service_that_repeats_a_secret_is_not_repeated()
    {
        using var bench = Temporary(Steps.Answer(
            403, $"Code: Odd {Both}\nMessage: {Both}\nRequestId: {Both}\n", ("x-sample-trace", Both)));

        var error = await bench.FailAsync();

        AssertSilent(error);
        Assert.That(error.ServiceMessage, Is.EqualTo("secret (secret) token (token)"));
        Assert.That(error.ServiceCode, Is.EqualTo("Odd secret (secret) token (token)"));
        Assert.That(error.RequestId, Is.EqualTo("secret (secret) token (token)"));
        Assert.That(error.Diagnostics["x-sample-trace"], Is.EqualTo("secret (secret) token (token)"));
    }

    [Test]
    public async Task Nor_is_the_signature()
    {
        var signature = new SampleSigner().Sign(null!, SampleCredentials.LongLived, new ManualTimeProvider().GetUtcNow()).Signature;
        using var bench = new Bench(Steps.Refuse(403, "Denied", $"You signed {signature}."));

        var error = await bench.FailAsync();

        Assert.That(error.ServiceMessage, Is.EqualTo("You signed (authorization)."));
        Assert.That(error.ToString(), Does.Not.Contain(signature));
    }

    [Test]
    public async Task Nor_where_it_repeats_it_percent_encoded()
    {
        var upper = PercentEncoding.Encode(Both);
        using var bench = Temporary(Steps.Refuse(403, "Denied", $"{upper} {upper.Replace("%2F", "%2f", StringComparison.Ordinal)}"));

        var error = await bench.FailAsync();

        Assert.That(error.ToString(), Does.Not.Contain(PercentEncoding.Encode(SampleCredentials.Secret)).IgnoreCase.And.Not.Contain(PercentEncoding.Encode(SampleCredentials.Token)).IgnoreCase);
    }

    [Test]
    public async Task A_secret_that_stands_where_a_long_message_is_cut_is_not_half_said()
    {
        for (var at = 470; at <= 500; at++)
        {
            using var bench = Temporary(Steps.Refuse(403, "Denied", new string('x', at) + SampleCredentials.Secret));

            var error = await bench.FailAsync();

            Assert.That(error.Message, Does.Not.Contain(SampleCredentials.Secret[..3]));
        }
    }

    [Test]
    public async Task A_transport_that_repeats_a_secret_is_not_repeated_and_not_even_as_a_cause()
    {
        using var bench = Temporary(Steps.Throw(new HttpRequestException($"bad header: {Both}", new IOException(Both))));

        var error = await bench.FailAsync();

        AssertSilent(error);
        Assert.That(error.Message, Does.Contain("bad header: secret (secret) token (token)"));
    }

    [Test]
    public async Task A_cause_deep_below_that_repeats_a_secret_is_left_out()
    {
        using var bench = Temporary(Steps.Throw(new HttpRequestException("bad", new IOException("worse", new FormatException(Both)))));

        var error = await bench.FailAsync();

        AssertSilent(error);
        Assert.That(error.InnerException, Is.Null);
    }

    [Test]
    public async Task A_service_that_repeats_the_signature_is_not_repeated()
    {
        Step echo = (request, cancellationToken) =>
            Steps.Refuse(403, "Denied", $"You sent {request.Headers["Authorization"]}, or {PercentEncoding.Encode(request.Headers["Authorization"])}.")(request, cancellationToken);
        using var bench = Temporary(echo);

        var error = await bench.FailAsync();

        Assert.That(error.ServiceMessage, Is.EqualTo("You sent (authorization), or (authorization)."));
        Assert.That(error.ToString(), Does.Not.Contain(bench.Service.Sent[0].Headers["Authorization"]));
    }

    [Test]
    public void A_signature_alone_is_taken_out_as_well()
    {
        var signature = new RequestSignature([new("authorization", "Sample k/abc")], "", "", "abc");
        var unsigned = new RequestSignature([], "", "", "");

        Assert.That(signature.Redact("Sample k/abc, abc"), Is.EqualTo("(authorization), (signature)"));
        Assert.That(unsigned.Redact("Sample k/abc, abc"), Is.EqualTo("Sample k/abc, abc"));
    }

    [Test]
    public async Task Nor_is_what_an_attempt_before_was_signed_with()
    {
        CloudCredentials earlier = new("EARLIER", "hush-earlier", "token-earlier");
        using var bench = new Bench(
            Steps.Answer(503),
            (request, cancellationToken) => Steps.Refuse(403, "Denied", "hush-earlier token-earlier Sample EARLIER at 20260301T080000Z")(request, cancellationToken))
        {
            Credentials = new SampleCredentials(earlier, SampleCredentials.LongLived),
        };

        var error = await bench.FailAsync();

        Assert.That(error.ServiceMessage, Is.EqualTo("(secret) (token) (authorization)"));
        Assert.That(error.Attempts, Is.EqualTo(2));
    }

    [Test]
    public async Task A_cause_that_cannot_be_shown_is_left_out_and_does_not_take_the_place_of_the_failure()
    {
        using var bench = Temporary(Steps.Throw(new Unshowable()), Steps.Answer(200));

        var error = await bench.FailAsync();

        Assert.That((error.Kind, error.Attempts), Is.EqualTo((InventoryErrorKind.Unexpected, 1)));
        Assert.That(error.InnerException, Is.Null);
        Assert.That(error.ToString(), Does.Contain("a Unshowable that cannot be shown"));
    }

    [Test]
    public async Task A_body_that_cannot_be_read_is_not_quoted_with_a_secret_in_it()
    {
        using var bench = Temporary(Steps.Answer(200, Both));
        var answer = await bench.SendAsync();

        var error = Assert.Throws<InventoryException>(() => answer.Read<string>(
            _ => throw new InventoryException(InventoryErrorKind.InvalidDocument, $"unexpected '{Both}'", new FormatException(Both))));

        AssertSilent(error);
    }

    [Test]
    public void Credentials_show_the_end_of_the_key_id_alone()
    {
        var temporary = SampleCredentials.Temporary.ToString();
        var longLived = SampleCredentials.LongLived.ToString();

        Assert.That(temporary, Is.EqualTo("access key …0001 with a session token"));
        Assert.That(longLived, Is.EqualTo("access key …0001"));
        Assert.That(new CloudCredentials("abc", "s").ToString(), Is.EqualTo("access key …abc"));
    }

    [TestCase("", "s")]
    [TestCase("k", "")]
    [TestCase(null, "s")]
    [TestCase("k", null)]
    public void Half_a_key_is_none(string? id, string? secret) =>
        Assert.That(() => new CloudCredentials(id!, secret!), Throws.InstanceOf<ArgumentException>());

    [Test]
    public void An_empty_session_token_is_none()
    {
        var credentials = new CloudCredentials("k", "s", "");

        Assert.That(credentials.SessionToken, Is.Null);
    }

    [Test]
    public async Task Static_credentials_do_not_change()
    {
        var provider = new StaticCredentials(SampleCredentials.LongLived);

        Assert.That(await provider.GetAsync(), Is.SameAs(SampleCredentials.LongLived));
        Assert.That(await provider.GetAsync(), Is.SameAs(SampleCredentials.LongLived));
    }

    [Test]
    public void A_signature_shows_neither_itself_nor_what_was_signed()
    {
        var signature = new RequestSignature([new("x-sample-token", SampleCredentials.Token)], $"canonical {SampleCredentials.Token}", "text", "abc");

        Assert.That(signature.ToString(), Does.Not.Contain("abc").And.Not.Contain(SampleCredentials.Token));
    }

    /// <summary>An exception of somebody's own that fails whoever looks at it.</summary>
    private sealed class Unshowable : Exception
    {
        public override string Message => throw new InvalidOperationException("no message");

        public override string ToString() => throw new InvalidOperationException("no text");
    }

    private static Bench Temporary(params Step[] script) => new(script) { Credentials = new SampleCredentials(SampleCredentials.Temporary) };

    private static void AssertSilent(Exception error)
    {
        Assert.That(error.ToString(), Does.Not.Contain(SampleCredentials.Secret).And.Not.Contain(SampleCredentials.Token));
        Assert.That(error.Message, Does.Not.Contain(SampleCredentials.Secret).And.Not.Contain(SampleCredentials.Token));
    }
}

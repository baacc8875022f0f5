namespace Inventory.Http.Tests;

public sealed class SigningTests
{
    [Test]
    public async Task Every_attempt_is_signed_anew_for_its_own_instant()
    {
        using var bench = new Bench(Steps.Answer(503), Steps.Answer(503, "", ("Retry-After", "7")), Steps.Answer(200));

        _ = await bench.SendAsync();

        var first = ManualTimeProvider.Start;
        var second = first + bench.Clock.Waits[0];
        Assert.That(bench.Signer.Instants, Is.EqualTo([first, second, second + TimeSpan.FromSeconds(7)]));
        Assert.That(bench.Service.Sent[2].Headers["Authorization"], Does.EndWith(bench.Signer.Instants[2].ToString("yyyyMMdd'T'HHmmss'Z'", System.Globalization.CultureInfo.InvariantCulture)));
    }

    [Test]
    public async Task Credentials_are_read_before_every_attempt()
    {
        var credentials = new SampleCredentials(new("FIRST", "s1"), new("SECOND", "s2"));
        using var bench = new Bench(Steps.Answer(503), Steps.Answer(200)) { Credentials = credentials };

        _ = await bench.SendAsync();

        Assert.That(credentials.Asked, Is.EqualTo(2));
        Assert.That(bench.Service.Sent.Select(s => s.Headers["Authorization"].Split(' ')[1]), Is.EqualTo(["FIRST", "SECOND"]));
    }

    [Test]
    public async Task The_token_of_an_earlier_attempt_does_not_stay_when_the_key_is_long_lived_now()
    {
        using var bench = new Bench(Steps.Answer(503), Steps.Answer(200)) { Credentials = new SampleCredentials(SampleCredentials.Temporary, SampleCredentials.LongLived) };

        _ = await bench.SendAsync();

        Assert.That(bench.Service.Sent[0].Headers["x-sample-token"], Is.EqualTo(SampleCredentials.Token));
        Assert.That(bench.Service.Sent[1].Headers, Does.Not.ContainKey("x-sample-token"));
    }

    [Test]
    public async Task A_token_replaces_the_one_of_the_earlier_attempt()
    {
        using var bench = new Bench(Steps.Answer(503), Steps.Answer(200)) { Credentials = new SampleCredentials(new("A", "s", "one"), new("A", "s", "two")) };

        _ = await bench.SendAsync();

        Assert.That(bench.Service.Sent[1].Headers["x-sample-token"], Is.EqualTo("two"));
    }

    [Test]
    public async Task The_signer_never_sees_its_own_headers_of_an_earlier_attempt()
    {
        using var bench = new Bench(Steps.Answer(503), Steps.Answer(200)) { Credentials = new SampleCredentials(SampleCredentials.Temporary) };

        _ = await bench.SendAsync();

        Assert.That(bench.Signer.Requests[1].Headers, Is.EqualTo(bench.Signer.Requests[0].Headers));
        Assert.That(bench.Signer.Requests[1].Headers.Select(h => h.Key), Has.None.EqualTo("Authorization").And.None.EqualTo("x-sample-token"));
    }

    [Test]
    public async Task The_signer_sees_the_headers_as_they_are_sent()
    {
        using var bench = new Bench(Steps.Answer(200));

        _ = await bench.SendAsync(Bench.Put());

        var signed = bench.Signer.Requests[0];
        var sent = bench.Service.Sent[0].Headers.Where(h => h.Key is not ("Authorization" or "Host")).ToDictionary(h => h.Key, h => h.Value);
        Assert.That(signed.Headers.ToDictionary(h => h.Key, h => h.Value), Is.EqualTo(sent));
        Assert.That(signed.Headers, Does.Contain(KeyValuePair.Create("Content-Type", "application/x-sample")));
        Assert.That(signed.Method, Is.EqualTo("PUT"));
    }

    [Test]
    public async Task The_signer_sees_path_resource_and_query_decoded()
    {
        using var bench = new Bench(Steps.Answer(200));

        _ = await bench.SendAsync(Bench.Get("a b/ü%") with { Path = "/bücket 1", Resource = "/bücket 1/" });

        var signed = bench.Signer.Requests[0];
        Assert.That(signed.Path, Is.EqualTo("/bücket 1"));
        Assert.That(signed.Resource, Is.EqualTo("/bücket 1/"));
        Assert.That(signed.Query, Is.EqualTo([KeyValuePair.Create("inventory", ""), KeyValuePair.Create("ruleId", "a b/ü%")]));
    }

    [TestCase("https://photos.storage.example", "photos.storage.example")]
    [TestCase("https://photos.storage.example:8443", "photos.storage.example:8443")]
    [TestCase("http://127.0.0.1:8080", "127.0.0.1:8080")]
    [TestCase("http://[::1]", "[::1]")]
    [TestCase("http://[::1]:8080", "[::1]:8080")]
    [TestCase("https://bücher.example", "xn--bcher-kva.example")]
    [TestCase("https://bücher.example:8443", "xn--bcher-kva.example:8443")]
    public async Task The_host_that_is_signed_is_the_host_that_is_sent(string authority, string host)
    {
        using var bench = new Bench(Steps.Answer(200));

        _ = await bench.SendAsync(Bench.Get() with { Authority = new(authority) });

        Assert.That(bench.Signer.Requests[0].Host, Is.EqualTo(host));
        Assert.That(bench.Service.Sent[0].Headers["Host"], Is.EqualTo(host));
    }
}

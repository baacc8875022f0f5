using System.Text;

namespace Inventory.Http.Tests;

/// <summary>What leaves and reaches a real socket.</summary>
public sealed class WireTests
{
    private const string Fine = "HTTP/1.1 200 OK\r\nx-sample-request-id: R-0\r\nContent-Length: 4\r\nConnection: close\r\n\r\nfine";

    [Test]
    public async Task A_get_carries_what_is_needed_and_nothing_else()
    {
        await using var server = new LoopbackServer(Fine);
        using var client = Client();

        var answer = await client.SendAsync(Bench.Get("a b") with { Authority = server.Authority, Path = "/photos/" });

        var lines = server.Requests[0].Split("\r\n");
        Assert.That(lines[0], Is.EqualTo("GET /photos/?inventory&ruleId=a%20b HTTP/1.1"));
        Assert.That(Names(lines), Is.EquivalentTo(["Host", "Accept", "User-Agent", "Authorization"]));
        Assert.That(lines, Does.Contain($"Host: {server.Authority.Authority}").And.Contain("Accept: */*"));
        Assert.That(lines, Has.One.Matches("^User-Agent: inventory-dotnet/[0-9A-Za-z.-]+$"));
        Assert.That(lines, Has.One.StartsWith("Authorization: Sample LONGLIVED0001 at 2"));
        Assert.That(answer.Body, Is.EqualTo("fine"u8.ToArray()));
    }

    [Test]
    public async Task A_put_carries_its_media_type_as_given_and_its_length()
    {
        await using var server = new LoopbackServer(Fine);
        using var client = Client();

        _ = await client.SendAsync(Bench.Put("<规则/>") with { Authority = server.Authority });

        var lines = server.Requests[0].Split("\r\n");
        Assert.That(lines[0], Is.EqualTo("PUT /?inventory&ruleId=nightly HTTP/1.1"));
        Assert.That(Names(lines), Is.EquivalentTo(["Host", "Accept", "User-Agent", "Authorization", "Content-Type", "Content-Length"]));
        Assert.That(lines, Does.Contain("Content-Type: application/x-sample").And.Contain("Content-Length: 9"));
        Assert.That(Encoding.Latin1.GetBytes(server.Requests[0].Split("\r\n\r\n", 2)[1]), Is.EqualTo("<规则/>"u8.ToArray()));
    }

    [Test]
    public async Task A_put_without_a_body_says_so()
    {
        await using var server = new LoopbackServer(Fine);
        using var client = Client();

        _ = await client.SendAsync(Bench.Request(HttpMethod.Put, "nightly") with { Authority = server.Authority });

        Assert.That(server.Requests[0].Split("\r\n"), Does.Contain("Content-Length: 0"));
    }

    [Test]
    public async Task A_delete_has_its_query_and_no_body()
    {
        await using var server = new LoopbackServer("HTTP/1.1 204 No Content\r\nConnection: close\r\n\r\n");
        using var client = Client();

        var answer = await client.SendAsync(Bench.Delete("规则+~") with { Authority = server.Authority, Path = "/photos" });

        var lines = server.Requests[0].Split("\r\n");
        Assert.That(lines[0], Is.EqualTo("DELETE /photos?inventory&ruleId=%E8%A7%84%E5%88%99%2B~ HTTP/1.1"));
        Assert.That(Names(lines), Does.Not.Contain("Content-Type").And.Not.Contain("Expect").And.Not.Contain("Accept-Encoding"));
        Assert.That(server.Requests[0], Does.EndWith("\r\n\r\n"));
        Assert.That(answer.Status, Is.EqualTo(204));
    }

    [TestCase(301)]
    [TestCase(302)]
    [TestCase(303)]
    [TestCase(307)]
    [TestCase(308)]
    public async Task A_redirect_is_not_followed(int status)
    {
        await using var elsewhere = new LoopbackServer(Fine);
        await using var server = new LoopbackServer($"HTTP/1.1 {status} Moved\r\nLocation: {elsewhere.Authority}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n", Fine);
        using var client = Client();

        var answer = await client.SendAsync(Bench.Delete() with { Authority = server.Authority });

        Assert.That(answer.Error?.HttpStatus, Is.EqualTo(status));
        Assert.That(server.Requests, Has.Count.EqualTo(1));
        Assert.That(elsewhere.Requests, Is.Empty);
    }

    [Test]
    public async Task A_redirect_is_not_followed_over_a_handler_of_the_callers_either()
    {
        await using var server = new LoopbackServer("HTTP/1.1 302 Found\r\nLocation: /\r\nContent-Length: 0\r\nConnection: close\r\n\r\n", Fine);
        using var handler = new SocketsHttpHandler { AllowAutoRedirect = false };
        using var client = Client(handler);

        var answer = await client.SendAsync(Bench.Delete() with { Authority = server.Authority });

        Assert.That(answer.Status, Is.EqualTo(302));
        Assert.That(server.Requests, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Cookies_are_not_kept()
    {
        await using var server = new LoopbackServer("HTTP/1.1 503 Busy\r\nSet-Cookie: a=b\r\nContent-Length: 0\r\nConnection: close\r\n\r\n", Fine, Fine);
        using var client = Client();

        _ = await client.SendAsync(Bench.Get() with { Authority = server.Authority });
        _ = await client.SendAsync(Bench.Get() with { Authority = server.Authority });

        Assert.That(server.Requests, Has.Count.EqualTo(3).And.None.Contains("Cookie:"));
    }

    [Test]
    public async Task A_connection_that_is_reset_is_tried_again()
    {
        await using var server = new LoopbackServer(null, Fine);
        using var client = Client();

        var answer = await client.SendAsync(Bench.Put() with { Authority = server.Authority });

        Assert.That(answer.Attempts, Is.EqualTo(2));
        Assert.That(server.Requests, Has.Count.EqualTo(2));
        Assert.That(server.Requests[1].Split("\r\n")[0], Is.EqualTo(server.Requests[0].Split("\r\n")[0]));
    }

    [TestCase("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhalf")]
    [TestCase("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n4\r\nhalf\r\n")]
    [TestCase("HTTP/1.1 200 OK\r\nContent-Le")]
    public async Task An_answer_that_ends_early_is_tried_again(string early)
    {
        await using var server = new LoopbackServer(early, Fine);
        using var client = Client();

        var answer = await client.SendAsync(Bench.Get() with { Authority = server.Authority });

        Assert.That(answer.Body, Is.EqualTo("fine"u8.ToArray()));
        Assert.That(answer.Attempts, Is.EqualTo(2));
    }

    [Test]
    public async Task A_connection_that_ends_before_any_answer_is_made_again()
    {
        await using var server = new LoopbackServer("", Fine);
        using var client = Client();

        var answer = await client.SendAsync(Bench.Get() with { Authority = server.Authority });

        // .NET's own handler may do so below our attempts, where no body was sent yet.
        Assert.That(answer.Body, Is.EqualTo("fine"u8.ToArray()));
        Assert.That(server.Requests, Has.Count.EqualTo(2));
    }

    [Test]
    public async Task Answers_that_always_end_early_are_unavailable()
    {
        const string early = "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhalf";
        await using var server = new LoopbackServer(early, early, early);
        using var client = Client();

        Assert.That(
            () => client.SendAsync(Bench.Get() with { Authority = server.Authority }),
            Throws.InstanceOf<InventoryException>().With.Property(nameof(InventoryException.Kind)).EqualTo(InventoryErrorKind.Unavailable)
                .And.Property(nameof(InventoryException.Attempts)).EqualTo(3));
    }

    [Test]
    public async Task Nobody_at_the_address_is_unavailable()
    {
        Uri authority;
        await using (var server = new LoopbackServer())
        {
            authority = server.Authority;
        }

        using var client = Client();

        Assert.That(
            () => client.SendAsync(Bench.Get() with { Authority = authority }),
            Throws.InstanceOf<InventoryException>().With.Property(nameof(InventoryException.Kind)).EqualTo(InventoryErrorKind.Unavailable));
    }

    private static IEnumerable<string> Names(string[] lines) => lines.Skip(1).TakeWhile(line => line.Length > 0).Select(line => line.Split(':')[0]);

    private static InventoryHttpClient Client(HttpMessageHandler? handler = null) =>
        new("sample", new SampleSigner(), new StaticCredentials(SampleCredentials.LongLived), new SampleErrors(), new() { BaseDelay = TimeSpan.Zero }, handler);
}

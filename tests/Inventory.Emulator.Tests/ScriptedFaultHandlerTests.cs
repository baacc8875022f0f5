using System.Net;
using System.Text;
using Inventory.Emulator.Tests.Support;

namespace Inventory.Emulator.Tests;

/// <summary>The same script on the client's side, before a cloud that the emulator does not speak.</summary>
[TestFixture]
public sealed class ScriptedFaultHandlerTests
{
    private static readonly Uri Address = new("http://cloud.invalid/");

    private int _applied;
    private HastyClock _clock = null!;
    private Watched _content = new();
    private Action _afterwards = () => { };

    [SetUp]
    public void Begin() => (_applied, _clock, _content, _afterwards) = (0, new(), new(), () => { });

    [TearDown]
    public void End() => _content.Dispose();

    [TestCase("reset", 0)]
    [TestCase("reset-after", 1)]
    public void A_reset_is_a_request_without_an_answer_done_or_not(string fault, int applied)
    {
        using var client = Client($"mine:get:1={fault}");

        Assert.ThrowsAsync<HttpRequestException>(() => client.GetAsync(Address));

        Assert.That(_applied, Is.EqualTo(applied));
    }

    [TestCase("429,retry-after=3", 0)]
    [TestCase("500-after", 1)]
    [TestCase("expired-token", 0)]
    [TestCase("clock:+20m", 0)]
    public async Task An_answer_is_the_clouds_own_and_says_how_long_to_wait(string fault, int applied)
    {
        using var client = Client($"mine:get:1={fault}");

        using var answer = await client.GetAsync(Address);

        Assert.That(await answer.Content.ReadAsStringAsync(), Is.EqualTo($"answer to {fault}"));
        Assert.That(answer.Headers.RetryAfter?.Delta, Is.EqualTo(fault.Contains("retry-after", StringComparison.Ordinal) ? TimeSpan.FromSeconds(3) : null));
        Assert.That(_applied, Is.EqualTo(applied));
    }

    [Test]
    public async Task A_truncated_body_breaks_off_in_its_middle()
    {
        using var client = Client("mine:get:1=truncate");
        using var answer = await client.GetAsync(Address, HttpCompletionOption.ResponseHeadersRead);
        var stream = await answer.Content.ReadAsStreamAsync();
        var buffer = new byte[100];

        var read = await stream.ReadAsync(buffer);

        Assert.That(Encoding.ASCII.GetString(buffer, 0, read), Is.EqualTo("0123"));
        Assert.That(answer.Content.Headers.ContentLength, Is.EqualTo(8));
        Assert.That(async () => await stream.ReadAsync(buffer), Throws.InstanceOf<IOException>());
    }

    [Test]
    public async Task A_delay_is_followed_by_the_answer_and_other_requests_are_let_through()
    {
        using var client = Client("mine:get:1=delay:1h", "other:get:*=503", "mine:put:*=503");

        var bodies = new[] { await client.GetStringAsync(Address), await client.GetStringAsync(Address) };

        Assert.That(bodies, Is.All.EqualTo("01234567"));
        Assert.That(_clock.Waits, Is.EqualTo([TimeSpan.FromHours(1)]));
    }

    [TestCase("reset-after")]
    [TestCase("500-after")]
    public async Task An_answer_that_nobody_gets_is_let_go(string fault)
    {
        using var client = Client($"mine:get:1={fault}");

        await Outcome(client.GetAsync(Address));

        Assert.That(_content.IsDisposed);
    }

    [Test]
    public async Task Nor_is_one_kept_whose_wait_is_cancelled()
    {
        using var stop = new CancellationTokenSource();
        using var client = Client("mine:get:1=delay-after:1m");
        _afterwards = stop.Cancel;

        await Outcome(client.GetAsync(Address, stop.Token));

        Assert.That((_applied, _content.IsDisposed), Is.EqualTo((1, true)));
    }

    private static async Task Outcome(Task<HttpResponseMessage> call)
    {
        try
        {
            (await call).Dispose();
        }
        catch (Exception e) when (e is HttpRequestException or OperationCanceledException)
        {
            // What became of the answer is what matters.
        }
    }

    private HttpClient Client(params string[] rules) => new(new ScriptedFaultHandler(
        new(rules.Select(Rule)),
        "mine",
        (fault, _) => new((HttpStatusCode)(fault.StatusCode ?? 403)) { Content = new StringContent($"answer to {fault}") },
        new Cloud(Apply),
        _clock));

    private Watched Apply()
    {
        _applied++;
        _afterwards();
        return _content = new();
    }

    /// <summary>A rule for a cloud of one's own, whose name no text knows.</summary>
    private static FaultRule Rule(string text)
    {
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        return FaultRule.Parse("*" + text[colon..]) with { Wire = text[..colon] };
    }

    /// <summary>A body that tells whether it was let go.</summary>
    private sealed class Watched() : StringContent("01234567")
    {
        public bool IsDisposed { get; private set; }

        protected override void Dispose(bool disposing)
        {
            IsDisposed = true;
            base.Dispose(disposing);
        }
    }

    private sealed class Cloud(Func<HttpContent> apply) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            return Task.FromResult(new HttpResponseMessage { Content = apply() });
        }
    }
}

using Inventory.Emulator.Tests.Support;

namespace Inventory.Emulator.Tests;

/// <summary>What the script does to requests, seen from the wire.</summary>
[TestFixture]
public sealed class FaultTests
{
    private const string OssTarget = "/examplebucket/?inventory&inventoryId=report1";

    private InventoryEmulator _emulator = null!;

    [SetUp]
    public async Task Start() => _emulator = await InventoryEmulator.StartAsync(Samples.Unsigned);

    [TearDown]
    public async Task Stop() => await _emulator.DisposeAsync();

    [TestCase("oss", "503", 503, "ServiceUnavailable")]
    [TestCase("oss", "500", 500, "InternalError")]
    [TestCase("oss", "503,code=SlowDown", 503, "SlowDown")]
    [TestCase("bos", "429", 429, "RequestRateLimitExceeded")]
    [TestCase("bos", "503", 503, "ServiceUnavailable")]
    [TestCase("oss", "expired-token", 403, "SecurityTokenExpired")]
    [TestCase("bos", "expired-token", 400, "InvalidSessionToken")]
    public async Task A_fault_with_an_answer_answers_as_the_service_does_and_does_nothing(string wire, string fault, int status, string code)
    {
        _emulator.Faults.Add($"{wire}:*:1={fault}");

        var answer = await PutAsync(wire);

        Assert.That((answer.Status, answer.Code), Is.EqualTo((status, code)));
        Assert.That(answer.Header(wire == "oss" ? "x-oss-request-id" : "x-bce-request-id"), Is.Not.Null);
        Assert.That(_emulator.StoredRules(wire, Samples.Source), Is.Empty);
        Assert.That(_emulator.Requests.Single(), Has.Property("Fault").EqualTo(fault).And.Property("Status").EqualTo(status).And.Property("ErrorCode").EqualTo(code));
    }

    [TestCase("oss")]
    [TestCase("bos")]
    public async Task A_status_that_no_document_of_the_service_has_a_code_for_is_a_page_of_a_proxy(string wire)
    {
        _emulator.Faults.Add($"{wire}:*:1=502,retry-after=7");

        var answer = await PutAsync(wire);

        Assert.That((answer.Status, answer.Header("Content-Type"), answer.Header("Retry-After")), Is.EqualTo((502, "text/html", "7")));
        Assert.That(answer.Body, Does.StartWith("<html>"));
    }

    [TestCase("503-after")]
    [TestCase("429-after,retry-after=1")]
    public async Task An_error_after_applying_has_changed_the_store(string fault)
    {
        _emulator.Faults.Add($"oss:put:1={fault}");

        var answer = await PutAsync("oss");

        Assert.That(answer.Status, Is.GreaterThanOrEqualTo(400));
        Assert.That(_emulator.StoredRules("oss", Samples.Source), Has.Count.EqualTo(1));
    }

    [TestCase("reset", 0)]
    [TestCase("reset-after", 1)]
    public async Task A_reset_ends_the_connection_without_an_answer_before_or_after_the_request_is_done(string fault, int stored)
    {
        _emulator.Faults.Add($"oss:put:1={fault}");
        using var client = new HttpClient();
        using var body = new StringContent(Samples.OssMinimal());

        Assert.ThrowsAsync<HttpRequestException>(() => client.PutAsync(new Uri(_emulator.OssEndpoint, OssTarget), body));

        Assert.That(_emulator.StoredRules("oss", Samples.Source), Has.Count.EqualTo(stored));
        Assert.That(_emulator.Requests.Single(), Has.Property("Fault").EqualTo(fault).And.Property("Status").EqualTo(0));
    }

    [Test]
    public async Task A_truncated_body_ends_before_the_length_that_it_announces()
    {
        _emulator.SeedRaw("oss", Samples.Source, Samples.OssMinimal());
        var whole = await _emulator.OssAsync("GET", "?inventory&inventoryId=report1");
        _emulator.Faults.Add("oss:get:1=truncate");

        var cut = await _emulator.OssAsync("GET", "?inventory&inventoryId=report1");

        Assert.That(cut.Header("Content-Length"), Is.EqualTo(whole.Header("Content-Length")));
        Assert.That(cut.Body, Is.EqualTo(whole.Body[..(whole.Body.Length / 2)]));
    }

    [TestCase("PUT")]
    [TestCase("DELETE")]
    public async Task A_truncated_answer_without_a_body_announces_one_that_does_not_come(string method)
    {
        _emulator.Faults.Add("oss:*:1=truncate");

        var answer = method == "PUT" ? await PutAsync("oss") : await _emulator.OssAsync(method, "?inventory&inventoryId=report1");

        Assert.That((answer.Status, answer.Header("Content-Length"), answer.Body), Is.EqualTo((200, "1", "")));
        Assert.That(_emulator.Requests.Single().Status, Is.EqualTo(200));
    }

    [TestCase("delay:1h", 0)]
    [TestCase("delay-after:1h", 1)]
    public async Task A_delay_ends_when_the_client_gives_up(string fault, int stored)
    {
        var clock = new HoldingClock();
        await using var emulator = await InventoryEmulator.StartAsync(new() { VerifySignatures = false, Clock = clock });
        emulator.Faults.Add($"oss:put:1={fault}");
        using var client = new HttpClient();
        using var body = new StringContent(Samples.OssMinimal());
        using var caller = new CancellationTokenSource();

        var put = client.PutAsync(new Uri(emulator.OssEndpoint, OssTarget), body, caller.Token);
        await clock.Holding;
        await caller.CancelAsync();
        Assert.That(async () => await put, Throws.InstanceOf<OperationCanceledException>());
        await clock.Released;

        Assert.That(emulator.StoredRules("oss", Samples.Source), Has.Count.EqualTo(stored));
    }

    [Test]
    public async Task A_delay_that_is_over_is_followed_by_the_answer()
    {
        var clock = new HastyClock();
        await using var emulator = await InventoryEmulator.StartAsync(new() { VerifySignatures = false, Clock = clock });
        emulator.Faults.Add("oss:put:1=delay:1h");

        var answer = await emulator.PutOssAsync(Samples.OssMinimal());

        Assert.That(answer.Status, Is.EqualTo(200));
        Assert.That(emulator.Requests.Single().Fault, Is.EqualTo("delay:1h"));
        Assert.That(clock.Waits, Is.EqualTo([TimeSpan.FromHours(1)]));
    }

    [TestCase("oss", "oss:*:1=clock:+20m", 20)]
    [TestCase("oss", "*:list:1=clock:-20m", -20)]
    [TestCase("bos", "bos:*:1=clock:-20m", -20)]
    [TestCase("bos", "*:*:1=clock:+20m", 20)]
    public async Task A_skewed_clock_shows_in_the_date_and_refuses_requests_of_now(string wire, string fault, int minutes)
    {
        await using var emulator = await InventoryEmulator.StartAsync(new() { Clock = new FixedClock(Samples.Now) });
        emulator.Faults.Add(fault);
        var stamp = Samples.Now.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture);
        (string, string)[] headers = wire == "oss"
            ? [("Date", Samples.Now.ToString("r")), ("Authorization", $"OSS {EmulatorCredential.DefaultAccessKeyId}:00")]
            : [("x-bce-date", stamp), ("Authorization", $"bce-auth-v1/{EmulatorCredential.DefaultAccessKeyId}/{stamp}/1800//00")];
        var (endpoint, target) = wire == "oss" ? (emulator.OssEndpoint, "/examplebucket/?inventory") : (emulator.BosEndpoint, "/examplebucket?inventory");

        var off = await RawHttp.SendAsync(endpoint, "GET", target, (string?)null, headers);
        var right = await RawHttp.SendAsync(endpoint, "GET", target, (string?)null, headers);

        Assert.That((off.Code, off.Header("Date")), Is.EqualTo(("RequestTimeTooSkewed", Samples.Now.AddMinutes(minutes).ToString("r"))));
        Assert.That(right.Code, Is.Not.EqualTo("RequestTimeTooSkewed"));
        Assert.That(right.Header("Date"), Is.EqualTo(Samples.Now.ToString("r")));
    }

    [Test]
    public async Task Each_wire_and_method_is_counted_by_itself_and_what_is_not_named_is_left_alone()
    {
        await using var emulator = await InventoryEmulator.StartAsync(Samples.Unsigned with { Faults = [FaultRule.Parse("oss:get:2=503"), FaultRule.Parse("bos:*:2-=500")] });

        List<int> oss = [], bos = [];
        foreach (var method in new[] { "GET", "DELETE", "GET", "GET" })
        {
            oss.Add((await emulator.OssAsync(method, "?inventory&inventoryId=a")).Status);
            bos.Add((await emulator.BosAsync(method, "?inventory&id=a")).Status);
        }

        Assert.That(oss, Is.EqualTo([404, 204, 503, 404]));
        Assert.That(bos, Is.EqualTo([404, 500, 500, 500]));
    }

    [TestCase("oss:get:1=503", "200 503 200")]
    [TestCase("oss:list:1=503", "503 200 200")]
    [TestCase("oss:GET:2=503", "200 503 200")]
    [TestCase("oss:ListBuckets:1=503", "200 200 503")]
    [TestCase("oss:PutBucket:*=503", "200 200 200")]
    public async Task A_fault_befalls_the_operation_that_it_names_or_the_method_in_capitals(string fault, string statuses)
    {
        _emulator.SeedRaw("oss", Samples.Source, Samples.OssMinimal());
        _emulator.Faults.Add(fault);

        var list = await _emulator.OssAsync("GET", "?inventory");
        var get = await _emulator.OssAsync("GET", "?inventory&inventoryId=report1");
        var buckets = await RawHttp.SendAsync(_emulator.OssEndpoint, "GET", "/");

        Assert.That($"{list.Status} {get.Status} {buckets.Status}", Is.EqualTo(statuses));
    }

    [TestCase("bos:list:*=503", "503 404 200 200")]
    [TestCase("bos:HeadBucket:*=503", "200 404 503 200")]
    [TestCase("bos:getbucketlocation:1=503", "200 404 200 503")]
    public async Task Operations_have_names_on_the_other_wire_as_well(string fault, string statuses)
    {
        _emulator.Faults.Add(fault);

        List<int> seen = [];
        foreach (var (method, query) in new[] { ("GET", "?inventory"), ("GET", "?inventory&id=a"), ("HEAD", ""), ("GET", "?location") })
        {
            seen.Add((await _emulator.BosAsync(method, query)).Status);
        }

        Assert.That(string.Join(' ', seen), Is.EqualTo(statuses));
    }

    private Task<RawAnswer> PutAsync(string wire) => wire == "oss" ? _emulator.PutOssAsync(Samples.OssMinimal()) : _emulator.PutBosAsync(Samples.Bos());

    /// <summary>Says when somebody waits on it, and when they have given that up. Nothing on it ever ends by itself.</summary>
    private sealed class HoldingClock : TimeProvider
    {
        private readonly TaskCompletionSource _holding = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly TaskCompletionSource _released = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task Holding => _holding.Task;

        public Task Released => _released.Task;

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            _holding.SetResult();
            return new Alarm(_released);
        }

        private sealed class Alarm(TaskCompletionSource released) : ITimer
        {
            public bool Change(TimeSpan dueTime, TimeSpan period) => true;

            public void Dispose() => released.TrySetResult();

            public ValueTask DisposeAsync()
            {
                Dispose();
                return ValueTask.CompletedTask;
            }
        }
    }
}

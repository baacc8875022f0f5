using Inventory.AlibabaOss.Tests.Support;
using Inventory.Http.Tests;

namespace Inventory.AlibabaOss.Tests.Credentials;

/// <summary>What is asked of an ECS instance, and what comes of its answers.</summary>
[TestFixture]
public sealed class EcsRamRoleTests
{
    private const string Roles = "GET http://100.100.100.200/latest/meta-data/ram/security-credentials/";
    private const string Tokens = "PUT http://100.100.100.200/latest/api/token";
    private const string TokenHeader = "X-aliyun-ecs-metadata-token";
    private static readonly CannedAnswer NoToken = new(404);
    private static readonly CannedAnswer Good = new(200, Ecs.Key("2026-03-01T14:00:00Z"));

    [Test]
    public async Task In_hardened_mode_the_role_and_its_key_are_asked_for_with_a_token()
    {
        using var instance = new CannedHandler(new(200, "metadata-token\n"), new(200, "inventory-role\n"), Good);

        var key = await New(instance).GetAsync().AsTask().Soon();

        Assert.That((key.AccessKeyId, key.SecretAccessKey, key.SessionToken), Is.EqualTo((Ecs.Id, Ecs.Secret, Ecs.Token)));
        Assert.That(key.ExpiresAt, Is.EqualTo(new DateTimeOffset(2026, 3, 1, 14, 0, 0, TimeSpan.Zero)));
        Assert.That(instance.Requests.Select(r => $"{r.Method} {r.SentUri}"), Is.EqualTo((string[])[Tokens, Roles, $"{Roles}inventory-role"]));
        Assert.That(instance.Requests[0].Headers["X-aliyun-ecs-metadata-token-ttl-seconds"], Is.EqualTo("60"));
        Assert.That(instance.Requests.Skip(1).Select(r => r.Headers[TokenHeader]), Has.All.EqualTo("metadata-token"));
    }

    [Test]
    public async Task A_role_that_is_named_is_not_asked_for()
    {
        using var instance = new CannedHandler(new(200, "metadata-token"), Good);

        _ = await New(instance, "inventory-role").GetAsync().AsTask().Soon();

        Assert.That(instance.Requests.Select(r => $"{r.Method} {r.SentUri}"), Is.EqualTo((string[])[Tokens, $"{Roles}inventory-role"]));
    }

    [Test]
    public async Task A_key_that_OSS_refused_is_asked_for_anew()
    {
        using var instance = new CannedHandler(new(200, "metadata-token"), Good, new(200, "metadata-token"), new(200, Ecs.Key("2026-03-01T14:00:00Z", id: "STS.next")));
        var role = New(instance, "inventory-role", new ManualTimeProvider());

        var first = await role.GetAsync();
        role.Forget(first);
        var next = await role.GetAsync();

        Assert.That((first.AccessKeyId, next.AccessKeyId), Is.EqualTo((Ecs.Id, "STS.next")));
    }

    [TestCase(404, "")]
    [TestCase(405, "no")]
    [TestCase(500, "no")]
    [TestCase(200, "")]
    [TestCase(200, "<html> not a token </html>")]
    public async Task Where_the_endpoint_gives_no_token_it_is_asked_without(int status, string body)
    {
        using var instance = new CannedHandler(new(status, body), new(200, "inventory-role"), Good);

        var key = await New(instance).GetAsync().AsTask().Soon();

        Assert.That(key.AccessKeyId, Is.EqualTo(Ecs.Id));
        Assert.That(instance.Requests.Skip(1).Select(r => r.Headers.Keys), Has.All.Not.Contain(TokenHeader));
    }

    [Test]
    public async Task A_token_that_does_not_come_is_waited_for_two_seconds()
    {
        var clock = new ManualTimeProvider();
        using var instance = new SilentHandler(HttpMethod.Put, Good.Body);
        var asking = New(instance, "inventory-role", clock).GetAsync();
        await instance.Reached.Soon();

        clock.Advance(TimeSpan.FromSeconds(2));

        Assert.That((await asking.AsTask().Soon()).AccessKeyId, Is.EqualTo(Ecs.Id));
    }

    [Test]
    public async Task An_endpoint_that_does_not_answer_is_given_up_after_five_seconds()
    {
        var clock = new ManualTimeProvider();
        using var instance = new SilentHandler(HttpMethod.Get, "metadata-token");
        var asking = New(instance, "inventory-role", clock).GetAsync().AsTask();
        await instance.Reached.Soon();

        clock.Advance(TimeSpan.FromSeconds(5));

        var error = Assert.ThrowsAsync<InventoryException>(() => asking.Soon());
        Assert.That(error.Kind, Is.EqualTo(InventoryErrorKind.Unavailable));
        Assert.That(error.Message, Is.EqualTo(
            "The ECS metadata endpoint did not answer within 5 s. Is this an ECS instance with a RAM role attached, and may it reach its metadata endpoint 100.100.100.200?"));
    }

    private static IEnumerable<TestCaseData> Failures() =>
    [
        Failure("no role", InventoryErrorKind.AuthenticationFailed, "knows no RAM role of this instance. Attach one", NoToken, NoToken),
        Failure("an empty role", InventoryErrorKind.AuthenticationFailed, "knows no RAM role of this instance. Attach one", NoToken, new(200, " \n")),
        Failure("another role", InventoryErrorKind.AuthenticationFailed, "knows no RAM role 'inventory-role' of this instance", NoToken, new(200, "inventory-role"), new(404)),
        Failure("two roles", InventoryErrorKind.MalformedResponse, "named no role", NoToken, new(200, "one\ntwo")),
        Failure("a path", InventoryErrorKind.MalformedResponse, "named no role", NoToken, new(200, "../../user-data")),
        Failure("a page", InventoryErrorKind.MalformedResponse, "named no role", NoToken, new(200, "<html>sign in</html>")),
        Failure("forbidden", InventoryErrorKind.AuthenticationFailed, "(status 403) refused a request without a token", NoToken, new(403)),
        Failure("token refused", InventoryErrorKind.AuthenticationFailed, "(status 403) refused its own token", new(200, "metadata-token"), new(403)),
        Failure("busy", InventoryErrorKind.Unavailable, "(status 503) cannot answer now", NoToken, new(503)),
        Failure("throttled", InventoryErrorKind.Unavailable, "(status 429) cannot answer now", NoToken, new(429)),
        Failure("redirected", InventoryErrorKind.MalformedResponse, "(status 302) did not answer as one does", NoToken, new(302)),
        Failure("failed", InventoryErrorKind.AuthenticationFailed, "its Code is 'Failed', not Success", NoToken, new(200, "role"), new(200, Ecs.Key("2026-03-01T14:00:00Z", "Failed"))),
        Failure("odd code", InventoryErrorKind.AuthenticationFailed, "its Code is missing or no word", NoToken, new(200, "role"), new(200, Ecs.Key("2026-03-01T14:00:00Z", Ecs.Secret))),
        Failure("no code", InventoryErrorKind.AuthenticationFailed, "its Code is missing", NoToken, new(200, "role"), new(200, "{}")),
        Failure("garbage", InventoryErrorKind.MalformedResponse, "it is not JSON", NoToken, new(200, "role"), new(200, $"{Ecs.Secret} {Ecs.Token}")),
        Failure("truncated", InventoryErrorKind.MalformedResponse, "it ends too early", NoToken, new(200, "role"), new(200, Ecs.Key("2026-03-01T14:00:00Z")[..^30])),
        Failure("a list", InventoryErrorKind.AuthenticationFailed, "its Code is missing", NoToken, new(200, "role"), new(200, $"[\"{Ecs.Secret}\"]")),
        Failure("no secret", InventoryErrorKind.MalformedResponse, "AccessKeySecret or SecurityToken is missing", NoToken, new(200, "role"), new(200, Without("AccessKeySecret"))),
        Failure("no token", InventoryErrorKind.MalformedResponse, "AccessKeySecret or SecurityToken is missing", NoToken, new(200, "role"), new(200, Without("SecurityToken"))),
        Failure("no end", InventoryErrorKind.MalformedResponse, "Expiration is missing or no instant", NoToken, new(200, "role"), new(200, Without("Expiration"))),
        Failure("odd end", InventoryErrorKind.MalformedResponse, "Expiration is missing or no instant", NoToken, new(200, "role"), new(200, Ecs.Key("in an hour"))),
        Failure("odd key", InventoryErrorKind.MalformedResponse, "no header can carry", NoToken, new(200, "role"), new(200, Ecs.Key("2026-03-01T14:00:00Z", id: "a b"))),
        Failure("expired", InventoryErrorKind.AuthenticationFailed, "expired at 2026-03-01T07:59:59Z", NoToken, new(200, "role"), new(200, Ecs.Key("2026-03-01T07:59:59Z"))),
        Failure("too long", InventoryErrorKind.MalformedResponse, "more than 64 KiB", NoToken, new(200, new string('r', 70_000))),
    ];

    [TestCaseSource(nameof(Failures))]
    public void An_answer_that_gives_no_credentials_says_what_to_check_and_no_secret(InventoryErrorKind kind, string said, object answers)
    {
        using var instance = new CannedHandler((CannedAnswer[])answers);
        var credentials = New(instance);

        var error = Assert.ThrowsAsync<InventoryException>(async () => await credentials.GetAsync().AsTask().Soon());

        Assert.That(error.Kind, Is.EqualTo(kind), error.Message);
        Assert.That(error.Message, Does.Contain(said));
        Assert.That($"{error} {credentials}", Does.Not.Contain(Ecs.Secret).And.Not.Contain(Ecs.Token));
    }

    [Test]
    public void An_endpoint_that_cannot_be_reached_says_what_to_check()
    {
        using var nowhere = new DeadHandler();

        var error = Assert.ThrowsAsync<InventoryException>(async () => await New(nowhere).GetAsync().AsTask().Soon());

        Assert.That(error.Kind, Is.EqualTo(InventoryErrorKind.Unavailable));
        Assert.That(error.Message, Does.Contain("no route").And.Contain("Is this an ECS instance with a RAM role attached"));
    }

    [Test]
    public void No_proxy_and_no_redirect_comes_between()
    {
        using var own = EcsMetadata.OwnHandler();

        Assert.That((own.UseProxy, own.AllowAutoRedirect, own.UseCookies), Is.EqualTo((false, false, false)));
    }

    [Test]
    public async Task The_key_is_kept_and_asked_for_anew_ahead_of_its_end()
    {
        var clock = new ManualTimeProvider();
        using var instance = new CannedHandler(
            NoToken, new(200, Ecs.Key("2026-03-01T14:00:00Z")), NoToken, new(200, Ecs.Key("2026-03-01T20:00:00Z", id: "STS.second")));
        var credentials = New(instance, "inventory-role", clock);

        var first = await credentials.GetAsync().AsTask().Soon();
        clock.Advance(TimeSpan.FromHours(4.7));
        var kept = await credentials.GetAsync().AsTask().Soon();
        var requests = instance.Requests.Count;
        clock.Advance(TimeSpan.FromHours(1.3));
        var second = await credentials.GetAsync().AsTask().Soon();

        Assert.That((kept, requests), Is.EqualTo((first, 2)));
        Assert.That(second.AccessKeyId, Is.EqualTo("STS.second"));
    }

    [Test]
    public async Task A_call_tries_again_where_the_endpoint_cannot_answer_for_now()
    {
        using var instance = new CannedHandler(NoToken, new(503), NoToken, new(200, Ecs.Key("2099-01-01T00:00:00Z")));
        using var handler = new CannedHandler(CannedAnswer.NoSuchInventory);
        var options = new OssOptions { Region = "cn-hangzhou", UseEcsRamRole = true, EcsRamRoleName = "inventory-role", EcsMetadataHandler = instance };
        using var service = new OssInventoryService(options, handler: handler, time: new ManualTimeProvider());

        var found = await service.FindAsync(OssCloud.Source, "report1").Soon();

        Assert.That(found, Is.Null);
        Assert.That(handler.Requests.Single().Headers["Authorization"], Does.Contain($"Credential={Ecs.Id}/"));
    }

    private static EcsRamRoleCredentials New(HttpMessageHandler instance, string? roleName = null, ManualTimeProvider? clock = null) =>
        new(roleName, instance, clock ?? new ManualTimeProvider());

    private static string Without(string member) =>
        string.Join('\n', Ecs.Key("2026-03-01T14:00:00Z").Split('\n').Where(line => !line.Contains(member, StringComparison.Ordinal)));

    private static TestCaseData Failure(string name, InventoryErrorKind kind, string said, params CannedAnswer[] answers) =>
        new TestCaseData(kind, said, answers).SetArgDisplayNames(name);

    /// <summary>Answers every method but one, and that one never.</summary>
    private sealed class SilentHandler(HttpMethod silent, string otherwise) : HttpMessageHandler
    {
        private readonly TaskCompletionSource _reached = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task Reached => _reached.Task;

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (request.Method == silent)
            {
                _ = _reached.TrySetResult();
                await Task.Delay(Timeout.Infinite, cancellationToken);
            }

            return new() { Content = new StringContent(otherwise) };
        }
    }

    private sealed class DeadHandler : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            throw new HttpRequestException("no route");
    }
}

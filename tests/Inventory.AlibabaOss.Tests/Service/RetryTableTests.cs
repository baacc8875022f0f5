using System.Globalization;
using Inventory.AlibabaOss.Tests.Support;
using Inventory.Http;
using Inventory.Http.Tests;
using K = Inventory.InventoryErrorKind;

namespace Inventory.AlibabaOss.Tests.Service;

/// <summary>
/// How often each answer is asked for: the retry table of the v2 SDKs (three attempts; 5xx, 401, 408 and 429; RequestTimeTooSkewed and BadRequest), the codes of the
/// operations' pages, and what is known of repeated puts and deletes. The service answers the same each time.
/// </summary>
[TestFixture]
public sealed class RetryTableTests
{
    private static readonly Row[] Table =
    [
        // §6.1: 5xx, 408 and 429, whatever the code.
        new(500, "InternalError", 3, K.Unavailable),
        new(500, null, 3, K.Unavailable),
        new(500, "BrandNew", 3, K.Unavailable),
        new(502, null, 3, K.Unavailable),
        new(503, "ServiceUnavailable", 3, K.Unavailable),
        new(503, "SlowDown", 3, K.Unavailable),
        new(503, null, 3, K.Unavailable),
        new(504, null, 3, K.Unavailable),
        new(408, null, 3, K.Unavailable),
        new(408, "RequestTimeout", 3, K.Unavailable),
        new(429, null, 3, K.Throttled),
        new(429, "TooManyRequests", 3, K.Throttled),

        // §6.1 says 5xx; these two say that the request itself is not understood.
        new(501, "NotImplemented", 1, K.InvalidRequest),
        new(501, null, 1, K.InvalidRequest),
        new(505, null, 1, K.InvalidRequest),

        // §6.1: the codes that are retried. Of a clock, at once, and no more once the answer's date is what was signed.
        new(400, "BadRequest", 3, K.InvalidRequest),
        new(403, "RequestTimeTooSkewed", 2, K.AuthenticationFailed, IsLate: true),
        new(403, "RequestTimeTooSkewed", 1, K.AuthenticationFailed),

        // §6.1: 401, of which the reason is credentials that were refreshed; §1.9: those that the service does not take.
        new(401, null, 2, K.AuthenticationFailed, HasOthers: true),
        new(401, null, 1, K.AuthenticationFailed),
        new(401, "AccessDenied", 2, K.AccessDenied, HasOthers: true),
        new(403, "SecurityTokenExpired", 2, K.AuthenticationFailed, HasOthers: true),
        new(403, "SecurityTokenExpired", 1, K.AuthenticationFailed),
        new(403, "InvalidSecurityToken", 2, K.AuthenticationFailed, HasOthers: true),
        new(403, "InvalidSecurityToken", 1, K.AuthenticationFailed),
        new(403, "InvalidAccessKeyId", 2, K.AuthenticationFailed, HasOthers: true),
        new(403, "InvalidAccessKeyId", 1, K.AuthenticationFailed),

        // §6.1: no other 4xx. The codes are those of §1.9 and §5.
        new(403, "SignatureDoesNotMatch", 1, K.AuthenticationFailed, HasOthers: true),
        new(403, "AccessDenied", 1, K.AccessDenied, HasOthers: true),
        new(403, "UserDisable", 1, K.AccessDenied, HasOthers: true),
        new(403, "SecondLevelDomainForbidden", 1, K.InvalidRequest),
        new(403, "BrandNew", 1, K.AccessDenied, HasOthers: true),
        new(403, null, 1, K.AccessDenied, HasOthers: true, IsLate: true),
        new(400, "InvalidArgument", 1, K.InvalidRequest, IsLate: true),
        new(400, "MalformedXML", 1, K.InvalidRequest),
        new(400, "InvalidDigest", 1, K.InvalidRequest),
        new(400, "InvalidBucketName", 1, K.InvalidRequest),
        new(400, "InventoryExceedLimit", 1, K.RuleLimitReached),
        new(400, "DailyInventoryExceedLimit", 1, K.InvalidRequest),
        new(400, "WeeklyInventoryExceedLimit", 1, K.InvalidRequest),
        new(400, "PublicEndpointForbidden", 1, K.InvalidRequest),
        new(400, null, 1, K.InvalidRequest),
        new(404, "NoSuchInventory", 1, K.RuleNotFound),
        new(404, "NoSuchInventoryConfiguration", 1, K.RuleNotFound),
        new(404, "NoSuchBucket", 1, K.BucketNotFound),
        new(404, null, 1, K.Unexpected),
        new(405, null, 1, K.InvalidRequest),
        new(411, null, 1, K.InvalidRequest),
        new(412, null, 1, K.InvalidRequest),

        // §1.3: nothing but the rule's being there is known from these.
        new(409, "InventoryConfigurationAlreadyExists", 1, K.RuleAlreadyExists),
        new(409, "InventoryAlreadyExist", 1, K.RuleAlreadyExists),
        new(409, null, 1, K.Conflict),

        // §4.6: redirects are not followed.
        new(301, "AccessDenied", 1, K.BucketNotFound),
        new(307, "AccessDenied", 1, K.BucketNotFound),
    ];

    public static IEnumerable<TestCaseData> Rows =>
        from row in Table
        from method in (string[])["PUT", "GET", "LIST", "DELETE"]
        select new TestCaseData(row, method).SetArgDisplayNames($"{row}", method);

    [TestCaseSource(nameof(Rows))]
    public async Task An_answer_is_asked_for_as_often_as_the_table_says(Row row, string method)
    {
        var clock = new ManualTimeProvider();
        using var handler = new CannedHandler(row.Answer);
        using var service = new OssInventoryService(Options(), row.Credentials, handler, clock);

        var failure = await FailureAsync(service, method);

        var sent = handler.Requests.Where(r => r.Method == (method == "LIST" ? "GET" : method) && r.Uri == handler.Requests[0].Uri).ToList();
        Assert.That(sent, Has.Count.EqualTo(row.Attempts));
        Assert.That(sent.Select(r => r.Headers["Authorization"]).Distinct().Count(), row.HasOthers || row.IsLate ? Is.EqualTo(row.Attempts) : Is.GreaterThanOrEqualTo(1));
        if (row.Kind == K.RuleNotFound && method != "PUT")
        {
            Assert.That(failure, Is.Null, "a rule that is not there is no failure to find, to list or to delete");
            return;
        }

        Assert.That(failure?.Kind, Is.EqualTo(row.Kind), $"{failure}");
        if (row.Kind == K.RuleAlreadyExists && method == "PUT")
        {
            return;
        }

        Assert.That((failure!.HttpStatus, failure.ServiceCode, failure.RequestId), Is.EqualTo((row.Status, row.Code, CannedAnswer.RequestId)));
        Assert.That((failure.Attempts, failure.Elapsed), Is.EqualTo((row.Attempts, clock.GetUtcNow() - ManualTimeProvider.Start)));
        Assert.That(failure.Message, Does.Contain(string.Create(
            CultureInfo.InvariantCulture, $"({row.Attempts} attempt{(row.Attempts == 1 ? "" : "s")} in {failure.Elapsed.TotalSeconds:0.0} s)")));
    }

    [Test]
    public void The_waits_are_those_of_the_table_by_default()
    {
        // §6.1: rand[0,1) * min(2^attempt * 200 ms, 20 s), three attempts.
        var bounds = new OssOptions().Transport;

        Assert.That((bounds.MaxAttempts, bounds.BaseDelay, bounds.MaxDelay), Is.EqualTo((3, TimeSpan.FromMilliseconds(200), TimeSpan.FromSeconds(20))));
    }

    [Test]
    public async Task A_delete_that_is_sent_again_and_finds_nothing_is_done()
    {
        // §1.7: a rule that is not there is deleted, whichever way it is said.
        using var handler = new CannedHandler(new CannedAnswer(500), CannedAnswer.Error(404, "NoSuchInventoryConfiguration"));
        using var service = new OssInventoryService(Options(), handler: handler, time: new ManualTimeProvider());

        await service.DeleteAsync(OssCloud.Source, "report1");

        Assert.That(handler.Requests, Has.Count.EqualTo(2));
    }

    [Test]
    public async Task A_rule_that_is_there_after_a_put_that_failed_may_be_that_puts_own_doing()
    {
        // §6.1: on 409 after a retry, an equal rule is success.
        using var handler = new CannedHandler(new CannedAnswer(500), CannedAnswer.Error(409, "InventoryAlreadyExist"), new(200, OssRules.Xml()));
        using var service = new OssInventoryService(Options(), handler: handler, time: new ManualTimeProvider());

        var result = await service.PutAsync(OssCloud.Source, OssRules.Plain, new() { Mode = PutMode.CreateOnly });

        Assert.That(result.Outcome, Is.EqualTo(PutOutcome.Created));
    }

    [TestCase("RequestTimeTooSkewed", 403)]
    [TestCase("BadRequest", 400)]
    [TestCase("TooManyRequests", 429)]
    public void A_rule_that_is_there_after_a_put_that_was_refused_is_somebody_elses(string code, int status)
    {
        // §1.3: a put of an id that is there is refused, be the rules equal.
        using var handler = new CannedHandler(new Row(status, code, 2, K.Unexpected, IsLate: true).Answer, CannedAnswer.Error(409, "InventoryAlreadyExist"), new(200, OssRules.Xml()));
        using var service = new OssInventoryService(Options(), handler: handler, time: new ManualTimeProvider());

        var failure = Assert.ThrowsAsync<InventoryException>(() => service.PutAsync(OssCloud.Source, OssRules.Plain, new() { Mode = PutMode.CreateOnly }));

        Assert.That(failure.Kind, Is.EqualTo(InventoryErrorKind.RuleAlreadyExists));
        Assert.That(handler.Requests.Select(r => r.Method), Is.EqualTo(["PUT", "PUT"]));
    }

    private static OssOptions Options() => new()
    {
        Region = "cn-hangzhou",
        AccessKeyId = "key-id",
        AccessKeySecret = "key-secret-0123456789",
        DestinationAccountId = OssCloud.AccountId,
        DestinationRoleArn = OssCloud.RoleArn,
    };

    private static async Task<InventoryException?> FailureAsync(OssInventoryService service, string method)
    {
        try
        {
            switch (method)
            {
                case "PUT":
                    _ = await service.PutAsync(OssCloud.Source, OssRules.Plain, new() { Mode = PutMode.CreateOnly });
                    break;
                case "GET":
                    _ = await service.FindAsync(OssCloud.Source, "report1");
                    break;
                case "LIST":
                    _ = await service.ListAsync(OssCloud.Source).ToListAsync();
                    break;
                default:
                    await service.DeleteAsync(OssCloud.Source, "report1");
                    break;
            }

            return null;
        }
        catch (InventoryException e)
        {
            return e;
        }
    }

    /// <summary>A row of the table.</summary>
    /// <param name="Status">The status.</param>
    /// <param name="Code">The code; null for an answer without a body.</param>
    /// <param name="Attempts">How often the request is sent.</param>
    /// <param name="Kind">What the call fails with.</param>
    /// <param name="HasOthers">Whether the provider gives other credentials each time.</param>
    /// <param name="IsLate">Whether the answer's date is 20 minutes after the machine's.</param>
    public sealed record Row(int Status, string? Code, int Attempts, K Kind, bool HasOthers = false, bool IsLate = false)
    {
        internal CannedAnswer Answer => (Code is null ? new CannedAnswer(Status) : CannedAnswer.Error(Status, Code)) with
        {
            Headers = [("Date", (ManualTimeProvider.Start + TimeSpan.FromMinutes(IsLate ? 20 : 0)).ToString("r", CultureInfo.InvariantCulture))],
        };

        internal ICredentialsProvider? Credentials
        {
            get
            {
                var given = 0;
                return HasOthers ? new RefreshingCredentials(_ => new(new CloudCredentials($"key-{++given}", "secret-0123456789", "session-0123456789")), new ManualTimeProvider()) : null;
            }
        }

        public override string ToString() => $"{Status} {Code ?? "without a code"}{(HasOthers ? ", other credentials" : "")}{(IsLate ? ", a late clock" : "")}: {Attempts}";
    }
}

using System.Globalization;
using Inventory.Http;
using Inventory.Http.Tests;
using K = Inventory.InventoryErrorKind;

namespace Inventory.BaiduBos.Tests.Service;

/// <summary>How often each answer is asked for: the contract's recommendation over what the vendor's SDKs do. The service answers the same each time.</summary>
[TestFixture]
public sealed class RetryTableTests
{
    private static readonly Row[] Table =
    [
        // §6: 408, 429, 500, 502, 503 and 504; §5: the codes that come with them.
        new(500, "InternalError", 4, K.Unavailable),
        new(500, null, 4, K.Unavailable),
        new(500, "BrandNew", 4, K.Unavailable),
        new(502, null, 4, K.Unavailable),
        new(503, "SlowDown", 4, K.Throttled),
        new(503, "ServiceUnavailable", 4, K.Unavailable),
        new(503, null, 4, K.Unavailable),
        new(504, null, 4, K.Unavailable),
        new(408, null, 4, K.Unavailable),
        new(429, "RequestRateLimitExceeded", 4, K.Throttled),
        new(429, null, 4, K.Throttled),

        // §5 and §6: what SDKs treat as transient, and what the code says is a rate.
        new(400, "Http400", 4, K.Unavailable),
        new(403, "AccessDenied", 4, K.Throttled, Message: "Your request rate is too high."),

        // §6: signed anew; §10, 16: of a clock, with the service's time, and no more once that is what was signed.
        new(403, "RequestTimeTooSkewed", 2, K.AuthenticationFailed, IsLate: true),
        new(403, "RequestTimeTooSkewed", 1, K.AuthenticationFailed),
        new(400, "RequestExpired", 4, K.AuthenticationFailed, IsLate: true),
        new(400, "RequestExpired", 4, K.AuthenticationFailed),

        // §5: credentials that the service does not take; there is no use in the same ones.
        new(400, "InvalidSessionToken", 2, K.AuthenticationFailed, HasOthers: true),
        new(400, "InvalidSessionToken", 1, K.AuthenticationFailed),
        new(403, "InvalidAccessKeyId", 2, K.AuthenticationFailed, HasOthers: true),
        new(403, "InvalidAccessKeyId", 1, K.AuthenticationFailed),

        // §6: never 403 in general, nor another 4xx. §5: the codes.
        new(403, "AccessDenied", 1, K.AccessDenied, HasOthers: true),
        new(403, "AccountOverdue", 1, K.AccessDenied, HasOthers: true),
        new(403, "OptInRequired", 1, K.AccessDenied),
        new(403, "SignatureDoesNotMatch", 1, K.AuthenticationFailed, HasOthers: true),
        new(403, "BrandNew", 1, K.AccessDenied),
        new(403, null, 1, K.AccessDenied, HasOthers: true, IsLate: true),
        new(401, null, 1, K.AuthenticationFailed),
        new(400, "InvalidHTTPAuthHeader", 1, K.AuthenticationFailed),
        new(400, "InvalidHTTPRequest", 1, K.InvalidRequest),
        new(400, "InvalidURI", 1, K.InvalidRequest),
        new(400, "InvalidArgument", 1, K.InvalidRequest, IsLate: true),
        new(400, "InappropriateJSON", 1, K.InvalidRequest),
        new(400, "MalformedJSON", 1, K.InvalidRequest),
        new(400, "InvalidBucketName", 1, K.InvalidRequest),
        new(400, "BadDigest", 1, K.InvalidRequest),
        new(400, null, 1, K.InvalidRequest),
        new(404, "NoSuchInventoryConfiguration", 1, K.RuleNotFound),
        new(404, "NoSuchBucket", 1, K.BucketNotFound),
        new(404, null, 1, K.Unexpected),
        new(405, "MethodNotAllowed", 1, K.InvalidRequest),
        new(409, null, 1, K.Conflict),
        new(411, "MissingContentLength", 1, K.InvalidRequest),
        new(412, "PreconditionFailed", 1, K.InvalidRequest),
        new(501, "NotImplemented", 1, K.InvalidRequest),
        new(501, null, 1, K.InvalidRequest),
        new(505, null, 1, K.InvalidRequest),

        // §4: redirects are not followed.
        new(301, null, 1, K.Unexpected),
        new(307, null, 1, K.Unexpected),
    ];

    public static IEnumerable<TestCaseData> Rows =>
        from row in Table
        from method in (string[])["PUT", "GET", "LIST", "DELETE"]
        select new TestCaseData(row, method).SetArgDisplayNames($"{row}", method);

    [TestCaseSource(nameof(Rows))]
    public async Task An_answer_is_asked_for_as_often_as_the_table_says(Row row, string method)
    {
        // A put that may replace anything reads before it writes.
        var clock = new ManualTimeProvider();
        var isPut = method == "PUT";
        var handler = isPut ? new ScriptedHandler(NoRule, row.Answer) : new ScriptedHandler(row.Answer);
        using var service = ScriptedBos.Service(handler, Options(), clock, row.Credentials);

        var failure = await FailureAsync(service, method);

        var verb = method == "LIST" ? "GET" : method;
        var sent = handler.Sent.Where(r => r.Method == verb && r.Uri == handler.Sent[0].Uri).ToList();
        Assert.That(sent, Has.Count.EqualTo(row.Attempts));
        if (row.Kind == K.RuleNotFound && method != "PUT")
        {
            Assert.That(failure, Is.Null, "a rule that is not there is no failure to find, to list or to delete");
            return;
        }

        Assert.That(failure?.Kind, Is.EqualTo(row.Kind), $"{failure}");
        Assert.That((failure!.HttpStatus, failure.ServiceCode, failure.RequestId), Is.EqualTo((row.Status, row.Code, row.Code is null ? ScriptedHandler.RequestId : "R")));
        Assert.That((failure.Attempts, failure.Elapsed), Is.EqualTo((row.Attempts, clock.GetUtcNow() - ManualTimeProvider.Start)));
        Assert.That(failure.Message, Does.Contain(string.Create(
            CultureInfo.InvariantCulture, $"({row.Attempts} attempt{(row.Attempts == 1 ? "" : "s")} in {failure.Elapsed.TotalSeconds:0.0} s)")));
    }

    [Test]
    public void The_waits_are_those_of_the_table_by_default()
    {
        // §6: three retries, 300 ms * 2^n with jitter, 20 s at most.
        var bounds = new BosOptions().Transport;

        Assert.That((bounds.MaxAttempts, bounds.BaseDelay, bounds.MaxDelay), Is.EqualTo((4, TimeSpan.FromMilliseconds(300), TimeSpan.FromSeconds(20))));
    }

    [Test]
    public async Task A_delete_that_is_sent_again_and_finds_nothing_is_done()
    {
        // §1.4 and §10, 18.
        var handler = new ScriptedHandler(ScriptedHandler.Answer(500), NoRule);
        using var service = ScriptedBos.Service(handler, Options(), new ManualTimeProvider());

        await service.DeleteAsync(ScriptedBos.Source, "rule-1");

        Assert.That(handler.Sent.Select(s => s.Method), Is.EqualTo(["DELETE", "DELETE"]));
    }

    [Test]
    public async Task A_delete_that_is_sent_again_and_finds_no_bucket_is_not()
    {
        // §1.3: another 404 stays an error.
        var handler = new ScriptedHandler(ScriptedHandler.Answer(500), new Row(404, "NoSuchBucket", 2, K.BucketNotFound).Answer);
        using var service = ScriptedBos.Service(handler, Options(), new ManualTimeProvider());

        var error = await Caught.ByAsync(() => service.DeleteAsync(ScriptedBos.Source, "rule-1"));

        Assert.That((error.Kind, error.Attempts), Is.EqualTo((InventoryErrorKind.BucketNotFound, 2)));
    }

    private static Func<HttpResponseMessage> NoRule => new Row(404, "NoSuchInventoryConfiguration", 1, K.RuleNotFound).Answer;

    private static BosOptions Options()
    {
        var options = ScriptedBos.Options();
        options.Transport = new BosOptions().Transport;
        return options;
    }

    private static async Task<InventoryException?> FailureAsync(BosInventoryService service, string method)
    {
        try
        {
            switch (method)
            {
                case "PUT":
                    _ = await service.PutAsync(ScriptedBos.Source, Rules.Weekly());
                    break;
                case "GET":
                    _ = await service.FindAsync(ScriptedBos.Source, "rule-1");
                    break;
                case "LIST":
                    _ = await service.AllAsync(ScriptedBos.Source);
                    break;
                default:
                    await service.DeleteAsync(ScriptedBos.Source, "rule-1");
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
    /// <param name="IsLate">Whether the answer's date is 40 minutes after the machine's.</param>
    /// <param name="Message">What the service says.</param>
    public sealed record Row(int Status, string? Code, int Attempts, K Kind, bool HasOthers = false, bool IsLate = false, string Message = "No.")
    {
        internal Func<HttpResponseMessage> Answer => ScriptedHandler.Answer(
            Status,
            Code is null ? "" : $$"""{"code":"{{Code}}","message":"{{Message}}","requestId":"R"}""",
            ("Date", (ManualTimeProvider.Start + TimeSpan.FromMinutes(IsLate ? 40 : 0)).ToString("r", CultureInfo.InvariantCulture)));

        internal ICredentialsProvider? Credentials
        {
            get
            {
                var given = 0;
                return HasOthers ? new RefreshingCredentials(_ => new(new CloudCredentials($"key-{++given}", "secret-0123456789", "session-0123456789")), new ManualTimeProvider()) : null;
            }
        }

        public override string ToString() => $"{Status} {Code ?? "without a code"}{(HasOthers ? ", other credentials" : "")}{(IsLate ? ", a late clock" : "")}: {Attempts} ({Message})";
    }
}

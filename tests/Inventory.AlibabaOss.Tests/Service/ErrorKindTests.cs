using Inventory.AlibabaOss.Tests.Support;
using Inventory.Emulator;

namespace Inventory.AlibabaOss.Tests.Service;

/// <summary>What the service refuses, as the kinds that callers act on.</summary>
[TestFixture]
public sealed class ErrorKindTests
{
    [TestCase("wrong secret", "SignatureDoesNotMatch", "0002-00000040")]
    [TestCase("unknown key", "InvalidAccessKeyId", null)]
    [TestCase("unknown token", "InvalidSecurityToken", null)]
    public async Task Credentials_that_are_not_accepted_fail_as_authentication(string what, string code, string? ec)
    {
        await using var cloud = await OssCloud.StartAsync();
        using var service = new OssInventoryService(Broken(cloud.Options(), what));

        foreach (var call in EveryOperation(service, OssCloud.Source))
        {
            var failure = Assert.CatchAsync<InventoryException>(() => call());

            Assert.That(failure.Kind, Is.EqualTo(InventoryErrorKind.AuthenticationFailed));
            Assert.That((failure.HttpStatus, failure.ServiceCode), Is.EqualTo((403, code)));
            Assert.That(failure.Diagnostics.GetValueOrDefault("x-oss-ec"), Is.EqualTo(ec));
        }

        Assert.That(cloud.Emulator.StoredRules(EmulatorWire.Oss, OssCloud.Source), Is.Empty);
    }

    [Test]
    public async Task A_missing_bucket_is_not_found_by_any_of_the_four_operations()
    {
        await using var cloud = await OssCloud.StartAsync();

        foreach (var call in EveryOperation(cloud.Service, "no-such-bucket"))
        {
            var failure = Assert.CatchAsync<InventoryException>(() => call());

            Assert.That(failure.Kind, Is.EqualTo(InventoryErrorKind.BucketNotFound));
            Assert.That((failure.Bucket, failure.HttpStatus, failure.ServiceCode), Is.EqualTo(("no-such-bucket", 404, "NoSuchBucket")));
        }

        Assert.That(cloud.Requests, Has.Count.EqualTo(4));
    }

    [Test]
    public async Task An_error_says_what_was_asked_and_what_support_asks_for()
    {
        await using var cloud = await OssCloud.StartAsync();

        var failure = Assert.CatchAsync<InventoryException>(() => cloud.Service.FindAsync("no-such-bucket", "report1"));

        Assert.That(failure.RequestId, Does.Match("^[0-9A-F]{24}$"));
        Assert.That(failure.Message, Does.Contain("404 NoSuchBucket").And.Contain("GET of inventory rule 'report1' of bucket 'no-such-bucket'")
            .And.Contain($"Request id {failure.RequestId}.").And.Contain("x-oss-ec 0015-00000101.").And.Contain("(1 attempt in "));
        Assert.That((failure.Provider, failure.RuleId, failure.Attempts), Is.EqualTo(("oss", "report1", 1)));
    }

    [TestCase("InventoryConfigurationAlreadyExists")]
    [TestCase("InventoryAlreadyExist")]
    [TestCase("InventoryDuplicated", Description = "which no document names")]
    public async Task A_rule_that_is_there_is_known_by_either_code(string code)
    {
        await using var cloud = await OssCloud.StartAsync(new() { OssAlreadyExistsCode = code });
        _ = await cloud.Service.PutAsync(OssCloud.Source, OssRules.Plain);

        var failure = Assert.CatchAsync<InventoryException>(() => cloud.Service.PutAsync(OssCloud.Source, OssRules.Plain, new() { Mode = PutMode.CreateOnly }));
        var replaced = await cloud.Service.PutAsync(OssCloud.Source, OssRules.Plain with { IsEnabled = false });

        Assert.That(failure.Kind, Is.EqualTo(InventoryErrorKind.RuleAlreadyExists));
        Assert.That(replaced.Outcome, Is.EqualTo(PutOutcome.Replaced));
        Assert.That(cloud.Requests.Count(r => r.ErrorCode == code), Is.EqualTo(2));
    }

    [Test]
    public void What_no_documented_code_says_is_told_by_the_status()
    {
        (CannedAnswer Answer, InventoryErrorKind Kind)[] answers =
        [
            (CannedAnswer.Error(403, "AccessDenied"), InventoryErrorKind.AccessDenied),
            (CannedAnswer.Error(403, "NewlyForbidden"), InventoryErrorKind.AccessDenied),
            (CannedAnswer.Error(409, "OperationAborted"), InventoryErrorKind.Conflict),
            (CannedAnswer.Error(400, "PublicEndpointForbidden"), InventoryErrorKind.InvalidRequest),
            (CannedAnswer.Error(404, "NoSuchKey"), InventoryErrorKind.Unexpected),
            (new CannedAnswer(429), InventoryErrorKind.Throttled),
            (new CannedAnswer(503), InventoryErrorKind.Unavailable),
            (new CannedAnswer(502, "<html><body>Bad gateway</body></html>"), InventoryErrorKind.Unavailable),
            (new CannedAnswer(400, "<!DOCTYPE x [<!ENTITY e \"x\">]><Error><Code>&e;</Code></Error>"), InventoryErrorKind.InvalidRequest),
        ];

        foreach (var (answer, kind) in answers)
        {
            using var handler = new CannedHandler(answer);
            using var service = CannedOss.Service(handler);
            var failure = Assert.CatchAsync<InventoryException>(() => service.DeleteAsync(OssCloud.Source, "report1"));

            Assert.That(failure.Kind, Is.EqualTo(kind), answer.Body);
            Assert.That(failure.RequestId, Is.EqualTo(CannedAnswer.RequestId));
        }
    }

    [Test]
    public void An_error_is_read_from_a_namespaced_body_and_from_a_header_where_there_is_no_body()
    {
        const string body = "<Error xmlns=\"http://doc.oss-cn-hangzhou.aliyuncs.com\"><EC>0003-00000001</EC><Code>AccessDenied</Code></Error>";
        CannedAnswer[] answers = [new(403, body), new(403, "", ("x-oss-err", Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(body))))];

        foreach (var answer in answers)
        {
            using var handler = new CannedHandler(answer);
            using var service = CannedOss.Service(handler);
            var failure = Assert.CatchAsync<InventoryException>(() => service.DeleteAsync(OssCloud.Source, "report1"));

            Assert.That((failure.ServiceCode, failure.Diagnostics["x-oss-ec"]), Is.EqualTo(("AccessDenied", "0003-00000001")));
        }
    }

    [TestCase(403, "AccessDenied", "0015-00000101", InventoryErrorKind.AccessDenied, Description = "the EC of NoSuchBucket")]
    [TestCase(404, "NoSuchBucket", "0002-00000040", InventoryErrorKind.BucketNotFound, Description = "of a wrong signature")]
    [TestCase(409, "InventoryConfigurationAlreadyExists", "0003-00000001", InventoryErrorKind.RuleAlreadyExists, Description = "of a denial")]
    [TestCase(400, "InvalidArgument", "0020-00000044", InventoryErrorKind.InvalidRequest, Description = "of too many rules")]
    [TestCase(503, "ServiceUnavailable", "0002-00000504", InventoryErrorKind.Unavailable, Description = "of the clock")]
    [TestCase(403, null, "0015-00000101", InventoryErrorKind.AccessDenied)]
    public void An_EC_decides_nothing_and_is_kept(int status, string? code, string ec, InventoryErrorKind kind)
    {
        CannedAnswer[] answers =
        [
            code is null ? new(status, $"<Error><EC>{ec}</EC></Error>") : CannedAnswer.Error(status, code, more: $"<EC>{ec}</EC>"),
            code is null ? new(status, "", ("x-oss-ec", ec)) : CannedAnswer.Error(status, code) with { Headers = [("x-oss-ec", ec)] },
        ];

        foreach (var answer in answers)
        {
            using var handler = new CannedHandler(answer);
            using var service = CannedOss.Service(handler);
            var failure = Assert.CatchAsync<InventoryException>(() => service.DeleteAsync(OssCloud.Source, "report1"));

            Assert.That((failure.Kind, failure.ServiceCode, failure.Diagnostics["x-oss-ec"]), Is.EqualTo((kind, code, ec)), answer.ToString());
        }
    }

    [TestCase("NoSuchInventory")]
    [TestCase("NoSuchInventoryConfiguration")]
    public async Task A_rule_that_is_missing_is_null_an_empty_list_and_a_delete_that_succeeds(string code)
    {
        using var handler = new CannedHandler(CannedAnswer.Error(404, code));
        using var service = CannedOss.Service(handler);

        var found = await service.FindAsync(OssCloud.Source, "report1");
        var listed = await service.ListAsync(OssCloud.Source).ToListAsync();
        await service.DeleteAsync(OssCloud.Source, "report1");

        Assert.That(found, Is.Null);
        Assert.That(listed, Is.Empty);
        Assert.That(handler.Requests, Has.Count.EqualTo(3));
    }

    [Test]
    public async Task What_restricted_access_refuses_is_access_denied_in_the_services_words()
    {
        await using var cloud = await OssCloud.StartAsync();
        var rule = OssRules.Plain.WithExtension(new OssInventoryExtension { IncrementalInventory = new() });

        var failure = Assert.CatchAsync<InventoryException>(() => cloud.Service.PutAsync(OssCloud.Source, rule));

        Assert.That((failure.Kind, failure.ServiceMessage), Is.EqualTo((InventoryErrorKind.AccessDenied, "Incremental Inventory is disabled.")));
    }

    [Test]
    public async Task A_period_that_OSS_does_not_keep_is_reported_and_not_swallowed()
    {
        await using var cloud = await OssCloud.StartAsync(new() { AllowIncrementalInventory = true });
        var service = cloud.NewService(time: new SkippingClock());
        var rule = OssRules.Plain.WithExtension(new OssInventoryExtension { IncrementalInventory = new() { FrequencySeconds = 900 } });

        var failure = Assert.ThrowsAsync<RuleNotStoredAsSentException>(() => service.PutAsync(OssCloud.Source, rule));

        Assert.That(failure.Paths.Single(), Is.EqualTo("Extensions[oss]"));
        Assert.That(failure.Stored!.Extension<OssInventoryExtension>()!.IncrementalInventory!.FrequencySeconds, Is.EqualTo(600));
    }

    private static Func<Task>[] EveryOperation(OssInventoryService service, string bucket) =>
    [
        () => service.PutAsync(bucket, OssRules.Plain),
        () => service.FindAsync(bucket, "report1"),
        async () => _ = await service.ListAsync(bucket).ToListAsync(),
        () => service.DeleteAsync(bucket, "report1"),
    ];

    private static OssOptions Broken(OssOptions options, string what)
    {
        (options.AccessKeyId, options.AccessKeySecret, options.SecurityToken) = what switch
        {
            "wrong secret" => (options.AccessKeyId, "another", null),
            "unknown key" => ("another", options.AccessKeySecret, null),
            "unknown token" => (options.AccessKeyId, options.AccessKeySecret, "another"),
            _ => (options.AccessKeyId, options.AccessKeySecret, (string?)null),
        };
        return options;
    }
}

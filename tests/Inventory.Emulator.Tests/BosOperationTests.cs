using System.Text.Json;
using Inventory.Emulator.Tests.Support;

namespace Inventory.Emulator.Tests;

[TestFixture]
public sealed class BosOperationTests
{
    private InventoryEmulator _emulator = null!;

    [SetUp]
    public async Task Start() => _emulator = await InventoryEmulator.StartAsync(Samples.Unsigned);

    [TearDown]
    public async Task Stop() => await _emulator.DisposeAsync();

    [Test]
    public async Task A_put_answers_200_without_a_body_and_with_the_headers_of_the_service()
    {
        var answer = await _emulator.PutBosAsync(Samples.Bos());

        Assert.That((answer.Status, answer.Body, answer.Header("Server")), Is.EqualTo((200, "", "BceBos")));
        Assert.That(Guid.TryParse(answer.Header("x-bce-request-id"), out _), Is.True);
        Assert.That(answer.Header("x-bce-debug-id"), Is.Not.Empty);
    }

    [Test]
    public async Task A_get_answers_the_rule_unwrapped()
    {
        await _emulator.PutBosAsync(Samples.Bos());

        var answer = await _emulator.BosAsync("GET", "?inventory&id=rule-1");

        Assert.That((answer.Status, answer.Body), Is.EqualTo((200, Samples.Bos())));
        Assert.That(answer.Header("Content-Type"), Does.StartWith("application/json"));
    }

    [Test]
    public async Task A_second_put_overwrites_the_rule()
    {
        await _emulator.PutBosAsync(Samples.Bos());

        var answer = await _emulator.PutBosAsync(Samples.Bos().Replace("enabled", "disabled", StringComparison.Ordinal));

        Assert.That(answer.Status, Is.EqualTo(200));
        Assert.That(_emulator.StoredRules(EmulatorWire.Bos, Samples.Source).Single().Document, Does.Contain("disabled"));
    }

    [TestCase("GET")]
    [TestCase("DELETE")]
    public async Task A_missing_rule_is_not_found_by_get_and_by_delete(string method)
    {
        var answer = await _emulator.BosAsync(method, "?inventory&id=none");

        Assert.That((answer.Status, answer.Code), Is.EqualTo((404, "NoSuchInventoryConfiguration")));
        Assert.That(answer.Json("requestId"), Is.EqualTo(answer.Header("x-bce-request-id")));
    }

    [Test]
    public async Task A_delete_removes_the_rule()
    {
        await _emulator.PutBosAsync(Samples.Bos());

        var answer = await _emulator.BosAsync("DELETE", "?id=rule-1&inventory=");

        Assert.That((answer.Status, answer.Body), Is.EqualTo((200, "")));
        Assert.That(_emulator.StoredRules(EmulatorWire.Bos, Samples.Source), Is.Empty);
    }

    [Test]
    public async Task A_list_holds_every_rule_at_once()
    {
        await _emulator.PutBosAsync(Samples.Bos("b"), "b");
        await _emulator.PutBosAsync(Samples.Bos("a"), "a");

        var answer = await _emulator.BosAsync("GET", "?inventory");

        using var document = JsonDocument.Parse(answer.Body);
        var ids = document.RootElement.GetProperty("inventoryRuleList").EnumerateArray().Select(rule => rule.GetProperty("id").GetString());
        Assert.That(string.Join(' ', ids), Is.EqualTo("a b"));
        Assert.That(document.RootElement.EnumerateObject().Count(), Is.EqualTo(1));
    }

    [TestCase(BosEmptyListAnswer.EmptyArray, 200, """{"inventoryRuleList":[]}""")]
    [TestCase(BosEmptyListAnswer.NullArray, 200, """{"inventoryRuleList":null}""")]
    [TestCase(BosEmptyListAnswer.NoMember, 200, "{}")]
    [TestCase(BosEmptyListAnswer.EmptyBody, 200, "")]
    [TestCase(BosEmptyListAnswer.NotFound, 404, null)]
    public async Task A_list_without_rules_is_answered_as_chosen(BosEmptyListAnswer choice, int status, string? body)
    {
        await using var emulator = await InventoryEmulator.StartAsync(Samples.Unsigned with { BosEmptyListAnswer = choice });

        var answer = await emulator.BosAsync("GET", "?inventory");

        Assert.That(answer.Status, Is.EqualTo(status));
        Assert.That(answer.Body, body is null ? Does.Contain("NoSuchInventoryConfiguration") : Is.EqualTo(body));
    }

    [Test]
    public async Task The_twenty_first_rule_is_refused_as_chosen_and_an_existing_one_is_still_overwritten()
    {
        await using var emulator = await InventoryEmulator.StartAsync(Samples.Unsigned with { BosRuleLimitStatus = 403, BosRuleLimitCode = "TooManyRules" });
        for (var number = 1; number <= 20; number++)
        {
            await emulator.PutBosAsync(Samples.Bos($"r{number}"), $"r{number}");
        }

        var refused = await emulator.PutBosAsync(Samples.Bos("r21"), "r21");
        var overwritten = await emulator.PutBosAsync(Samples.Bos("r20"), "r20");

        Assert.That((refused.Status, refused.Code), Is.EqualTo((403, "TooManyRules")));
        Assert.That(overwritten.Status, Is.EqualTo(200));
    }

    [Test]
    public async Task A_bucket_that_does_not_exist_is_not_found()
    {
        var answer = await RawHttp.SendAsync(_emulator.BosEndpoint, "GET", "/no-such-bucket?inventory");

        Assert.That((answer.Status, answer.Code), Is.EqualTo((404, "NoSuchBucket")));
    }

    [TestCase("GET", "/examplebucket?acl", "GetBucketAcl")]
    [TestCase("PUT", "/v1/examplebucket?lifecycle", "PutBucketLifecycle")]
    [TestCase("PUT", "/examplebucket?storageClass", "PutBucketStorageClass")]
    [TestCase("PUT", "/examplebucket/key", "PutObject")]
    [TestCase("HEAD", "/examplebucket/key", null)]
    [TestCase("POST", "/examplebucket/key?uploads", "InitiateMultipartUpload")]
    [TestCase("GET", "/?x", "GET of the service with the query 'x'")]
    [TestCase("DELETE", "/examplebucket?id=rule-1", "DELETE of a bucket with the query 'id'")]
    [TestCase("DELETE", "/examplebucket?&", "DELETE of a bucket")]
    [TestCase("PUT", "/examplebucket?id=rule-1", "PUT of a bucket with the query 'id'")]
    [TestCase("POST", "/examplebucket?inventory&id=rule-1", "POST of a bucket with the query 'inventory'")]
    public async Task What_is_neither_about_a_rule_nor_about_a_bucket_is_named_and_does_nothing(string method, string target, string? name)
    {
        await _emulator.PutBosAsync(Samples.Bos());

        var answer = await RawHttp.SendAsync(_emulator.BosEndpoint, method, target, Samples.Bos());

        Assert.That(answer.Status, Is.EqualTo(501));
        Assert.That(answer.Body, name is null ? Is.Empty : Does.Contain($"\"code\":\"NotImplemented\",\"message\":\"{name} is not implemented here"));
        Assert.That(_emulator.StoredRules(EmulatorWire.Bos, Samples.Source), Has.Count.EqualTo(1));
    }

    [TestCase("/v1/examplebucket?inventory&id=rule-1")]
    [TestCase("/examplebucket/?inventory&id=rule-1")]
    public async Task The_path_may_have_a_version_or_a_slash(string target)
    {
        await _emulator.PutBosAsync(Samples.Bos());

        var answer = await RawHttp.SendAsync(_emulator.BosEndpoint, "GET", target);

        Assert.That(answer.Status, Is.EqualTo(200));
    }

    [TestCase("Content-MD5", "1B2M2Y8AsgTpgAmY7PhCfg==")]
    [TestCase("x-bce-content-sha256", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")]
    public async Task A_wrong_digest_is_refused(string header, string value)
    {
        var answer = await RawHttp.SendAsync(_emulator.BosEndpoint, "PUT", "/examplebucket?inventory&id=rule-1", Samples.Bos(), (header, value));

        Assert.That((answer.Status, answer.Code), Is.EqualTo((400, "BadDigest")));
    }
}

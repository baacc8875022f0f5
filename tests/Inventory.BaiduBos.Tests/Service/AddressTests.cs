using Inventory.Http;

namespace Inventory.BaiduBos.Tests.Service;

/// <summary>The addresses that requests go to, character by character.</summary>
[TestFixture]
public sealed class AddressTests
{
    [TestCase("bj", null, BucketAddressing.Auto, "https://src-bucket.bj.bcebos.com/?inventory")]
    [TestCase("gz", null, BucketAddressing.Auto, "https://src-bucket.gz.bcebos.com/?inventory")]
    [TestCase("bj", null, BucketAddressing.Path, "https://bj.bcebos.com/src-bucket?inventory")]
    [TestCase(null, "su.bcebos.com", BucketAddressing.Auto, "https://src-bucket.su.bcebos.com/?inventory")]
    [TestCase(null, "http://su.bcebos.com", BucketAddressing.Auto, "http://src-bucket.su.bcebos.com/?inventory")]
    [TestCase("bj", "https://bos.example.com:8443", BucketAddressing.Auto, "https://src-bucket.bos.example.com:8443/?inventory")]
    [TestCase(null, "http://10.0.0.1:8080", BucketAddressing.Auto, "http://10.0.0.1:8080/src-bucket?inventory")]
    [TestCase(null, "https://files.example.com", BucketAddressing.CustomDomain, "https://files.example.com/?inventory")]
    public async Task Each_operation_goes_to(string? region, string? endpoint, BucketAddressing addressing, string list)
    {
        var handler = new ScriptedHandler(ScriptedHandler.Answer(404, """{"code":"NoSuchInventoryConfiguration"}"""), ScriptedHandler.Answer(200));
        var options = ScriptedBos.Options();
        (options.Region, options.Endpoint, options.Addressing, options.CustomDomainBucket) = (region, endpoint, addressing, addressing == BucketAddressing.CustomDomain ? ScriptedBos.Source : null);
        using var service = ScriptedBos.Service(handler, options);

        _ = await service.PutAsync(ScriptedBos.Source, Rules.Weekly("a.B_c-9"));
        _ = await service.AllAsync(ScriptedBos.Source);
        await service.DeleteAsync(ScriptedBos.Source, "a.B_c-9");

        var rule = $"{list}&id=a.B_c-9";
        Assert.That(string.Join('\n', handler.Sent.Select(s => $"{s.Method} {s.Uri.OriginalString}")), Is.EqualTo($"GET {rule}\nPUT {rule}\nGET {list}\nDELETE {rule}"));
        Assert.That(handler.Sent.Select(s => s.Host), Is.All.EqualTo(new Uri(list).Authority));
    }

    [Test]
    public async Task A_custom_domain_is_asked_for_its_own_bucket_alone()
    {
        var handler = new ScriptedHandler(ScriptedHandler.Answer(200));
        var options = ScriptedBos.Options();
        (options.Endpoint, options.Addressing, options.CustomDomainBucket) = ("https://files.example.com", BucketAddressing.CustomDomain, ScriptedBos.Source);
        using var service = ScriptedBos.Service(handler, options);

        var error = await Caught.ByAsync(() => service.DeleteAsync("some-other-bucket", "rule-1"));

        Assert.That(error.Kind, Is.EqualTo(InventoryErrorKind.InvalidRequest));
        Assert.That(handler.Sent, Is.Empty);
    }

    [Test]
    public async Task A_put_says_that_it_is_json_in_the_words_that_are_signed_and_nothing_else_says_so()
    {
        await using var bos = await EmulatedBos.StartAsync();

        _ = await bos.Service.PutAsync(EmulatedBos.Source, Rules.Weekly());
        await bos.Service.DeleteAsync(EmulatedBos.Source, "rule-1");

        Assert.That(bos.Requests.Select(r => (r.Method, r.Header("content-type"))), Is.EqualTo(new (string, string?)[] { ("GET", null), ("PUT", "application/json"), ("DELETE", null) }));
        Assert.That(bos.Requests[1].Header("authorization"), Does.Contain("/content-type;host;x-bce-date/"));
    }

    [TestCase("http://bj.bcebos.com", BucketAddressing.Auto, "/?inventory&id=rule-1")]
    [TestCase("http://bj.bcebos.com", BucketAddressing.Path, "/examplebucket?inventory&id=rule-1")]
    [TestCase("http://files.example.com", BucketAddressing.CustomDomain, "/?inventory&id=rule-1")]
    public async Task A_server_that_checks_the_signature_takes_it_in_each_form_of_address(string endpoint, BucketAddressing addressing, string target)
    {
        await using var bos = await EmulatedBos.StartAsync(new() { CustomDomains = new Dictionary<string, string> { ["files.example.com"] = EmulatedBos.Source } });
        using var handler = Loopback.To(bos.Emulator.BosEndpoint.Port);
        var options = bos.Options();
        (options.Endpoint, options.Addressing, options.CustomDomainBucket) = (endpoint, addressing, addressing == BucketAddressing.CustomDomain ? EmulatedBos.Source : null);
        using var service = new BosInventoryService(options, handler: handler);

        _ = await service.PutAsync(EmulatedBos.Source, Rules.Weekly());
        var found = await service.FindAsync(EmulatedBos.Source, "rule-1");

        Assert.That(found, Is.EqualTo(Rules.Weekly()));
        Assert.That(bos.Requests.Select(r => r.Target), Is.All.EqualTo(target));
    }

    [Test]
    public async Task A_temporary_key_is_sent_with_its_token_and_signed_with_it()
    {
        await using var bos = await EmulatedBos.StartAsync(new() { Credentials = [new("temporary", "temporary-secret", "tok/en+1=")] });
        var service = bos.NewService(options => (options.AccessKeyId, options.SecretAccessKey, options.SessionToken) = ("temporary", "temporary-secret", "tok/en+1="));

        _ = await service.PutAsync(EmulatedBos.Source, Rules.Weekly());

        Assert.That(bos.Requests.Select(r => (r.Method, r.Status)), Has.Member(("PUT", 200)).And.All.Not.EqualTo(("GET", 400)));
        Assert.That(bos.Requests.Select(r => r.Header("x-bce-security-token")), Is.All.EqualTo("tok/en+1="));
    }

    [Test]
    public void A_handler_that_follows_redirects_is_not_taken()
    {
        using var handler = new SocketsHttpHandler { AllowAutoRedirect = true };

        var error = Assert.Catch<InventoryException>(() => new BosInventoryService(ScriptedBos.Options(), handler: handler).Dispose());

        Assert.That(error!.Kind, Is.EqualTo(InventoryErrorKind.InvalidConfiguration));
    }
}

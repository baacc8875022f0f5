namespace Inventory.BaiduBos.Tests.Service;

/// <summary>What the service refuses, by the kind that callers act on.</summary>
[TestFixture]
public sealed class ErrorKindTests
{
    private EmulatedBos _bos = null!;

    public static IEnumerable<TestCaseData> Operations =>
    [
        Operation("put", (service, bucket) => service.PutAsync(bucket, Rules.Weekly())),
        Operation("find", (service, bucket) => service.FindAsync(bucket, "rule-1")),
        Operation("list", (service, bucket) => service.AllAsync(bucket)),
        Operation("delete", (service, bucket) => service.DeleteAsync(bucket, "rule-1")),
    ];

    [OneTimeSetUp]
    public async Task Start() => _bos = await EmulatedBos.StartAsync();

    [OneTimeTearDown]
    public async Task Stop() => await _bos.DisposeAsync();

    [TestCaseSource(nameof(Operations))]
    public async Task A_wrong_secret_is_a_failed_authentication(Func<IInventoryService, string, Task> operation)
    {
        var service = _bos.NewService(options => options.SecretAccessKey = "not-the-secret");

        var error = await Caught.ByAsync(() => operation(service, EmulatedBos.Source));

        Assert.That((error.Kind, error.ServiceCode, error.HttpStatus, error.Attempts), Is.EqualTo((InventoryErrorKind.AuthenticationFailed, "SignatureDoesNotMatch", 403, 1)));
    }

    [TestCaseSource(nameof(Operations))]
    public async Task An_unknown_key_is_a_failed_authentication(Func<IInventoryService, string, Task> operation)
    {
        var service = _bos.NewService(options => options.AccessKeyId = "nobody");

        var error = await Caught.ByAsync(() => operation(service, EmulatedBos.Source));

        Assert.That((error.Kind, error.ServiceCode, error.HttpStatus), Is.EqualTo((InventoryErrorKind.AuthenticationFailed, "InvalidAccessKeyId", 403)));
    }

    [TestCaseSource(nameof(Operations))]
    public async Task A_missing_bucket_is_an_error_and_never_an_empty_answer(Func<IInventoryService, string, Task> operation)
    {
        var error = await Caught.ByAsync(() => operation(_bos.Service, "no-such-bucket"));

        Assert.That((error.Kind, error.ServiceCode, error.Bucket), Is.EqualTo((InventoryErrorKind.BucketNotFound, "NoSuchBucket", "no-such-bucket")));
    }

    [TestCaseSource(nameof(Operations))]
    public async Task A_name_that_no_bucket_has_is_refused_before_anything_is_sent(Func<IInventoryService, string, Task> operation)
    {
        _bos.Emulator.ClearRequests();

        var error = await Caught.ByAsync(() => operation(_bos.Service, "No_Bucket"));

        Assert.That(error.Kind, Is.EqualTo(InventoryErrorKind.InvalidRequest));
        Assert.That(_bos.Requests, Is.Empty);
    }

    [TestCaseSource(nameof(Operations))]
    public async Task An_error_carries_what_support_asks_for(Func<IInventoryService, string, Task> operation)
    {
        var error = await Caught.ByAsync(() => operation(_bos.Service, "no-such-bucket"));

        Assert.That(Guid.TryParse(error.RequestId, out _), Is.True, error.RequestId);
        Assert.That(error.Diagnostics["x-bce-debug-id"], Is.Not.Empty);
        Assert.That(error.Message, Does.Contain(error.RequestId).And.Contain($"x-bce-debug-id {error.Diagnostics["x-bce-debug-id"]}"));
        Assert.That((error.Provider, error.HttpStatus, error.ServiceMessage), Is.EqualTo(("bos", 404, "The specified bucket does not exist.")));
    }

    [Test]
    public async Task A_missing_target_bucket_keeps_the_code_that_the_service_gives()
    {
        var rule = Rules.Weekly() with { Destination = new() { Bucket = "no-such-target", Prefix = "p/" } };

        var error = await Caught.ByAsync(() => _bos.Service.PutAsync(EmulatedBos.Source, rule));

        Assert.That((error.Kind, error.ServiceCode), Is.EqualTo((InventoryErrorKind.BucketNotFound, "NoSuchBucket")));
        Assert.That(error.ServiceMessage, Does.Contain("target bucket"));
    }

    [Test]
    public async Task A_rule_that_is_not_there_is_null_for_find_and_an_error_for_get()
    {
        var found = await _bos.Service.FindAsync(EmulatedBos.Source, "nobody");
        var error = await Caught.ByAsync(() => _bos.Service.GetAsync(EmulatedBos.Source, "nobody"));

        Assert.That(found, Is.Null);
        Assert.That(error.Kind, Is.EqualTo(InventoryErrorKind.RuleNotFound));
    }

    private static TestCaseData Operation(string name, Func<IInventoryService, string, Task> operation) => new TestCaseData(operation).SetArgDisplayNames(name);
}

using Inventory.Tests.Hostile;

namespace Inventory.BaiduBos.Tests.Service;

/// <summary>A bucket that is asked for where it is not: to BOS it does not exist there.</summary>
[TestFixture]
public sealed class WrongEndpointTests
{
    [TestCaseSource(typeof(RuleOperation), nameof(RuleOperation.All))]
    public async Task A_bucket_of_another_region_is_not_found_there(RuleOperation operation)
    {
        ArgumentNullException.ThrowIfNull(operation);
        await using var bos = await EmulatedBos.StartAsync();
        bos.Seed("""{"id":"target","status":"enabled","resource":["examplebucket/*"],"schedule":"Weekly","destination":{"targetBucket":"destbucket","format":"CSV"}}""");
        using var handler = Loopback.To(bos.Emulator.BosEndpoint.Port);
        var options = bos.Options();
        options.Endpoint = "http://gz.bcebos.com";
        using var service = new BosInventoryService(options, handler: handler);

        var failure = await operation.FailAsync(service, EmulatedBos.Source);

        Assert.That((failure.Kind, failure.HttpStatus, failure.ServiceCode, failure.Bucket), Is.EqualTo((InventoryErrorKind.BucketNotFound, 404, "NoSuchBucket", EmulatedBos.Source)));
        Assert.That(Guid.TryParse(failure.RequestId, out _), Is.True, failure.RequestId);
        Assert.That(bos.Requests, Has.Count.EqualTo(1));
        Assert.That(bos.Stored().Select(r => r.Id), Is.EqualTo(["target"]));
    }
}

namespace Inventory.Conformance;

/// <content>Buckets that do not exist, and names that no bucket can have.</content>
public abstract partial class InventoryServiceConformance
{
    [Clause]
    public async Task Putting_into_a_missing_bucket_fails_as_bucket_not_found()
    {
        var bucket = TheMissingBucket();

        var error = await Caught.ByAsync(InventoryErrorKind.BucketNotFound, () => Service.PutAsync(bucket, Baseline()));

        Assert.That(error.Bucket, Is.EqualTo(bucket));
    }

    [Clause]
    public async Task Finding_in_a_missing_bucket_fails_as_bucket_not_found()
    {
        var bucket = TheMissingBucket();

        var error = await Caught.ByAsync(InventoryErrorKind.BucketNotFound, () => Service.FindAsync(bucket, Ids.Next()));

        Assert.That(error.Bucket, Is.EqualTo(bucket));
    }

    [Clause]
    public async Task Listing_a_missing_bucket_fails_as_bucket_not_found()
    {
        var bucket = TheMissingBucket();

        var error = await Caught.ByAsync(InventoryErrorKind.BucketNotFound, () => IdsOfAsync(Service.ListAsync(bucket)));

        Assert.That(error.Bucket, Is.EqualTo(bucket));
    }

    [Clause]
    public async Task Deleting_from_a_missing_bucket_fails_as_bucket_not_found()
    {
        var bucket = TheMissingBucket();

        var error = await Caught.ByAsync(InventoryErrorKind.BucketNotFound, () => Service.DeleteAsync(bucket, Ids.Next()));

        Assert.That(error.Bucket, Is.EqualTo(bucket));
    }

    [Clause]
    public async Task A_name_that_no_bucket_can_have_is_an_invalid_request()
    {
        foreach (var (operation, call) in EveryOperation(MalformedBucketName(), Baseline()))
        {
            var error = await Caught.ByAsync<InventoryException>(call);

            Assert.That(error.Kind, Is.EqualTo(InventoryErrorKind.InvalidRequest), operation);
        }
    }

    private (string Operation, Func<Task> Call)[] EveryOperation(string bucket, InventoryRule rule, CancellationToken cancellationToken = default) =>
    [
        ("put", () => Service.PutAsync(bucket, rule, cancellationToken: cancellationToken)),
        ("find", () => Service.FindAsync(bucket, rule.Id, cancellationToken)),
        ("list", () => IdsOfAsync(Service.ListAsync(bucket, cancellationToken))),
        ("delete", () => Service.DeleteAsync(bucket, rule.Id, cancellationToken)),
    ];

    private string TheMissingBucket()
    {
        if (MissingBucket is null)
        {
            Assert.Ignore($"Not proved: the fixture promises no bucket that does not exist. Override {nameof(MissingBucket)}.");
        }

        FixtureProblem.RefuseBucket(nameof(MissingBucket), MissingBucket, Capabilities.BucketName);
        return MissingBucket != SourceBucket && MissingBucket != DestinationBucket
            ? MissingBucket!
            : throw FixtureProblem.Of($"{nameof(MissingBucket)} '{MissingBucket}' is one of the two buckets that exist. It must be one that does not.");
    }

    private string MalformedBucketName() =>
        new[] { "No Bucket/Is Called?This", new string('b', Capabilities.BucketName.MaxLength + 1) }.First(name => Capabilities.BucketName.Problem(name) is not null);
}

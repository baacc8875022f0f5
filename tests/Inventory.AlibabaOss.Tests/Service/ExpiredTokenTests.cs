using Inventory.AlibabaOss.Tests.Support;
using Inventory.Emulator;
using Inventory.Http;

namespace Inventory.AlibabaOss.Tests.Service;

/// <summary>A token that has expired for OSS and not yet for this machine, and what the provider gives in its place.</summary>
[TestFixture]
public sealed class ExpiredTokenTests
{
    private static readonly EmulatorCredential Old = new("old-key", "old-secret", "old-token", new DateTimeOffset(2020, 1, 1, 0, 0, 0, TimeSpan.Zero));
    private static readonly EmulatorCredential New = new("new-key", "new-secret", "new-token");

    [TestCase(OssSignatureVersion.V4)]
    [TestCase(OssSignatureVersion.V1)]
    public async Task Every_operation_works_and_one_refusal_is_all_that_it_costs(OssSignatureVersion version)
    {
        await using var cloud = await OssCloud.StartAsync(new() { Credentials = [Old, New] });
        var fetched = 0;
        using var service = new OssInventoryService(Options(cloud, version), new RefreshingCredentials(_ => new(Key(fetched++ == 0 ? Old : New))));

        _ = await service.PutAsync(OssCloud.Source, OssRules.Plain, new() { Mode = PutMode.CreateOnly });
        var found = await service.FindAsync(OssCloud.Source, OssRules.Plain.Id);
        var listed = await service.ListAsync(OssCloud.Source).ToListAsync();
        await service.DeleteAsync(OssCloud.Source, OssRules.Plain.Id);

        Assert.That((found, listed.Single()), Is.EqualTo((service.Normalize(OssRules.Plain), found)));
        Assert.That(cloud.Requests.Select(r => (r.Status, r.ErrorCode)), Is.EqualTo(new (int, string?)[]
            { (403, "SecurityTokenExpired"), (200, null), (200, null), (200, null), (204, null) }));
        Assert.That(fetched, Is.EqualTo(2));
    }

    [Test]
    public async Task Where_there_are_no_others_nothing_is_sent_twice()
    {
        await using var cloud = await OssCloud.StartAsync(new() { Credentials = [Old] });
        using var service = new OssInventoryService(Options(cloud, default), new StaticCredentials(Key(Old)));

        var failure = Assert.ThrowsAsync<InventoryException>(() => service.FindAsync(OssCloud.Source, "report1"));

        Assert.That((failure.Kind, failure.ServiceCode, failure.Attempts), Is.EqualTo((InventoryErrorKind.AuthenticationFailed, "SecurityTokenExpired", 1)));
        Assert.That(cloud.Requests, Has.Count.EqualTo(1));
        Assert.That($"{failure}", Does.Not.Contain("old-secret").And.Not.Contain("old-token"));
    }

    private static OssOptions Options(OssCloud cloud, OssSignatureVersion version)
    {
        var options = cloud.Options();
        (options.AccessKeyId, options.AccessKeySecret, options.SignatureVersion) = (null, null, version);
        return options;
    }

    // This machine takes both to be good for long.
    private static CloudCredentials Key(EmulatorCredential known) => new(known.AccessKeyId, known.Secret, known.SessionToken, new DateTimeOffset(2100, 1, 1, 0, 0, 0, TimeSpan.Zero));
}

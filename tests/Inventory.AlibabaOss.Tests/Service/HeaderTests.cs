using System.Globalization;
using System.Text;
using Inventory.AlibabaOss.Tests.Support;
using Inventory.Emulator;

namespace Inventory.AlibabaOss.Tests.Service;

/// <summary>What a request says beside its address.</summary>
[TestFixture]
public sealed class HeaderTests
{
    [Test]
    public async Task A_put_says_its_type_and_its_length_in_bytes_and_the_others_have_no_content()
    {
        await using var cloud = await OssCloud.StartAsync();

        _ = await cloud.Service.PutAsync(OssCloud.Source, OssRules.Plain with { Id = "日志" });
        _ = await cloud.Service.FindAsync(OssCloud.Source, "日志");
        _ = await cloud.Service.ListAsync(OssCloud.Source).ToListAsync();
        await cloud.Service.DeleteAsync(OssCloud.Source, "日志");

        var put = cloud.Requests[0];
        Assert.That(put.Header("Content-Type"), Is.EqualTo("application/xml"));
        Assert.That(put.Header("Content-Length"), Is.EqualTo(Encoding.UTF8.GetByteCount(put.Body).ToString(CultureInfo.InvariantCulture)));
        Assert.That(cloud.Requests.Skip(1).SelectMany(r => r.Headers).Select(h => h.Key), Has.None.StartsWith("Content-").And.None.EqualTo("Transfer-Encoding"));
        Assert.That(cloud.Requests.Select(r => r.Status), Is.EqualTo((int[])[200, 200, 200, 204]));
    }

    [Test]
    public async Task A_request_is_signed_with_V4_anew_for_its_moment_and_its_key()
    {
        await using var cloud = await OssCloud.StartAsync();

        _ = await cloud.Service.FindAsync(OssCloud.Source, "report1");

        var request = cloud.Requests.Single();
        Assert.That(request.Header("x-oss-content-sha256"), Is.EqualTo("UNSIGNED-PAYLOAD"));
        Assert.That(request.Header("x-oss-date"), Does.Match("^[0-9]{8}T[0-9]{6}Z$"));
        Assert.That(request.Header("Authorization"), Does.Match(
            $"^OSS4-HMAC-SHA256 Credential={EmulatorCredential.DefaultAccessKeyId}/{request.Header("x-oss-date")![..8]}/cn-hangzhou/oss/aliyun_v4_request,Signature=[0-9a-f]{{64}}$"));
        Assert.That(request.Header("User-Agent"), Does.StartWith("inventory-dotnet/"));
    }

    [Test]
    public async Task The_token_of_temporary_credentials_is_sent_and_accepted()
    {
        await using var cloud = await OssCloud.StartAsync(new() { Credentials = [new("temporary", "temporary-secret", "to/ken+==")] });
        var service = cloud.NewService(o => (o.AccessKeyId, o.AccessKeySecret, o.SecurityToken) = ("temporary", "temporary-secret", "to/ken+=="));

        _ = await service.PutAsync(OssCloud.Source, OssRules.Plain);

        Assert.That(cloud.Requests.Single().Header("x-oss-security-token"), Is.EqualTo("to/ken+=="));
        Assert.That(cloud.Requests.Single().Status, Is.EqualTo(200));
    }

    [Test]
    public async Task The_answers_request_id_is_the_results()
    {
        await using var cloud = await OssCloud.StartAsync();

        var created = await cloud.Service.PutAsync(OssCloud.Source, OssRules.Plain);
        var replaced = await cloud.Service.PutAsync(OssCloud.Source, OssRules.Plain with { IsEnabled = false });

        Assert.That(created.RequestId, Does.Match("^[0-9A-F]{24}$"));
        Assert.That(replaced.RequestId, Does.Match("^[0-9A-F]{24}$").And.Not.EqualTo(created.RequestId));
    }
}

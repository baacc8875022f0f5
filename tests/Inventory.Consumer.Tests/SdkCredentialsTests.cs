using Aliyun.OSS.Common.Authentication;
using Moq;

namespace Inventory.Consumer.Tests;

public sealed class SdkCredentialsTests
{
    [TestCase(true, "sts")]
    [TestCase(false, null)]
    public async Task The_key_of_the_vendors_SDK_is_handed_over_as_it_is_at_the_moment(bool usesToken, string? token)
    {
        var key = Mock.Of<ICredentials>(k => k.AccessKeyId == "id" && k.AccessKeySecret == "sk" && k.SecurityToken == "sts" && k.UseToken == usesToken);
        var provider = new SdkCredentials(Mock.Of<ICredentialsProvider>(p => p.GetCredentials() == key));

        var credentials = await provider.GetAsync();

        Assert.That((credentials.AccessKeyId, credentials.SecretAccessKey, credentials.SessionToken), Is.EqualTo(("id", "sk", token)));
    }
}

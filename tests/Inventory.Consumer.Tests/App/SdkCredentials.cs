using Inventory.Http;

namespace Inventory.Consumer;

/// <summary>The credentials of an application that uses the vendor's SDK already.</summary>
public sealed class SdkCredentials(Aliyun.OSS.Common.Authentication.ICredentialsProvider sdk) : ICredentialsProvider
{
    public ValueTask<CloudCredentials> GetAsync(CancellationToken cancellationToken = default)
    {
        var key = sdk.GetCredentials();
        return new(new CloudCredentials(key.AccessKeyId, key.AccessKeySecret, key.UseToken ? key.SecurityToken : null));
    }
}

namespace Inventory.AlibabaOss.Tests.Support;

/// <summary>A service of one attempt over a handler.</summary>
internal static class CannedOss
{
    public static OssInventoryService Service(CannedHandler handler, Action<OssOptions>? change = null, TimeProvider? time = null) => ServiceOver(handler, change, time);

    public static OssInventoryService ServiceOver(HttpMessageHandler handler, Action<OssOptions>? change = null, TimeProvider? time = null)
    {
        var options = new OssOptions
        {
            Region = "cn-hangzhou",
            AccessKeyId = "key-id",
            AccessKeySecret = "key-secret-0123456789",
            DestinationAccountId = OssCloud.AccountId,
            DestinationRoleArn = OssCloud.RoleArn,
            Transport = new() { MaxAttempts = 1, BaseDelay = TimeSpan.FromMilliseconds(1) },
        };
        change?.Invoke(options);
        return new(options, handler: handler, time: time);
    }
}

namespace Inventory.AlibabaOss;

/// <summary>What an OSS V4 signing key is valid for.</summary>
/// <param name="Day">The UTC day, <c>yyyyMMdd</c>.</param>
/// <param name="Region">The short region id, such as <c>cn-hangzhou</c> without <c>oss-</c>; of a cloud box its id.</param>
/// <param name="Product"><c>oss</c>, or <c>oss-cloudbox</c>.</param>
internal readonly record struct OssV4Scope(string Day, string Region, string Product)
{
    public const string Terminator = "aliyun_v4_request";

    /// <summary>The scope as it stands in the credential and in the string to sign.</summary>
    public override string ToString() => $"{Day}/{Region}/{Product}/{Terminator}";
}

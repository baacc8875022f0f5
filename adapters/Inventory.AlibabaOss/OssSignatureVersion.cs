namespace Inventory.AlibabaOss;

/// <summary>How requests are signed. Temporary credentials serve with either.</summary>
public enum OssSignatureVersion
{
    /// <summary><c>OSS4-HMAC-SHA256</c>, which every account and bucket takes. It names the region.</summary>
    V4 = 0,

    /// <summary>
    /// <c>OSS</c>, over HMAC-SHA1, for private installations that know nothing newer. OSS itself refuses it to accounts opened since 2025-03-01 and to buckets made since
    /// 2025-09-01. It names no region.
    /// </summary>
    V1 = 1,
}

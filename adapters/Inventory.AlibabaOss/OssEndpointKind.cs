using Inventory.Http;

namespace Inventory.AlibabaOss;

/// <summary>Which of a region's endpoints requests go to. Source: Regions and endpoints, and the endpoint derivation of the v2 SDKs.</summary>
public enum OssEndpointKind
{
    /// <summary><c>oss-REGION.aliyuncs.com</c>, from anywhere.</summary>
    /// <remarks>
    /// OSS answers 400 PublicEndpointForbidden to newer accounts here, on the Chinese mainland and for operations on data; whether rules count as such is not
    /// said. Take <see cref="Internal"/> then, or a custom domain of the bucket (<see cref="CloudOptions.CustomDomainBucket"/>).
    /// </remarks>
    Public = 0,

    /// <summary><c>oss-REGION-internal.aliyuncs.com</c>, from Alibaba Cloud's own network in the region, where traffic costs nothing.</summary>
    Internal = 1,

    /// <summary><c>REGION.oss.aliyuncs.com</c>, over IPv4 and IPv6.</summary>
    DualStack = 2,

    /// <summary><c>oss-accelerate.aliyuncs.com</c>, for buckets with transfer acceleration.</summary>
    Accelerate = 3,

    /// <summary><c>oss-accelerate-overseas.aliyuncs.com</c>, for buckets with transfer acceleration outside the Chinese mainland.</summary>
    AccelerateOverseas = 4,
}

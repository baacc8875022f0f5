namespace Inventory.Emulator.Oss;

/// <summary>What a version 4 signature is good for.</summary>
/// <param name="Day">The UTC day, <c>yyyyMMdd</c>.</param>
/// <param name="Region">The short region id, such as <c>cn-hangzhou</c>.</param>
/// <param name="Product"><c>oss</c> or <c>oss-cloudbox</c>.</param>
internal sealed record OssScope(string Day, string Region, string Product);

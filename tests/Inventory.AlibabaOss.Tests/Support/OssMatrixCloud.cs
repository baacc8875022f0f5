using Inventory.Emulator;
using Inventory.Tests.Faults;

namespace Inventory.AlibabaOss.Tests.Support;

/// <summary>OSS to the fault matrix: 105 rules on 11 pages of ten.</summary>
internal static class OssMatrixCloud
{
    public static MatrixCloud Instance { get; } = new(EmulatorWire.Oss, ListedRules: 105, Pages: 11, (emulator, credentials, handler, time, transport) =>
        new OssInventoryService(
            new()
            {
                Region = "cn-hangzhou",
                Endpoint = emulator.OssEndpoint.ToString(),
                DestinationAccountId = OssCloud.AccountId,
                DestinationRoleArn = OssCloud.RoleArn,
                Transport = transport,
            },
            credentials,
            handler,
            time));
}

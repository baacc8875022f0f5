using Inventory.Emulator;
using Inventory.Tests.Faults;

namespace Inventory.BaiduBos.Tests;

/// <summary>BOS to the fault matrix: 20 rules, as many as a bucket holds, in one answer.</summary>
internal static class BosMatrixCloud
{
    public static MatrixCloud Instance { get; } = new(EmulatorWire.Bos, ListedRules: 20, Pages: 1, (emulator, credentials, handler, time, transport) =>
        new BosInventoryService(new() { Endpoint = emulator.BosEndpoint.OriginalString, Transport = transport }, credentials, handler, time));
}

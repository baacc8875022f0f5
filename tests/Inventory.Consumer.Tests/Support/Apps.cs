using Inventory.Emulator;

namespace Inventory.Consumer.Tests;

/// <summary>The application with its clouds on the emulator.</summary>
internal static class Apps
{
    /// <summary>Arguments that send the application to the emulator; configuration otherwise stays what appsettings.json says.</summary>
    public static string[] On(InventoryEmulator emulator, params string[] more) =>
    [
        $"--contentRoot={AppContext.BaseDirectory}",
        $"--Inventory:oss:Endpoint={emulator.OssEndpoint}",
        $"--Inventory:oss:AccessKeyId={EmulatorCredential.DefaultAccessKeyId}",
        $"--Inventory:oss:AccessKeySecret={EmulatorCredential.DefaultSecret}",
        $"--Inventory:bos:Endpoint={emulator.BosEndpoint}",
        $"--Inventory:bos:AccessKeyId={EmulatorCredential.DefaultAccessKeyId}",
        $"--Inventory:bos:SecretAccessKey={EmulatorCredential.DefaultSecret}",
        .. more.Select(line => $"--{line}"),
    ];
}

namespace Inventory.Emulator;

/// <summary>The names of the two wires that the emulator speaks.</summary>
public static class EmulatorWire
{
    /// <summary>Alibaba Cloud OSS: XML documents, <c>inventoryId</c>.</summary>
    public const string Oss = "oss";

    /// <summary>Baidu Cloud BOS: JSON documents, <c>id</c>.</summary>
    public const string Bos = "bos";
}

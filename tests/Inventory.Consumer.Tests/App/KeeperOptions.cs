namespace Inventory.Consumer;

/// <summary>The application's own options.</summary>
public sealed class KeeperOptions
{
    /// <summary>The bucket whose objects are listed.</summary>
    public string Bucket { get; set; } = "";
}

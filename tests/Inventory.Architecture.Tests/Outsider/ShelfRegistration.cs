using Inventory.DependencyInjection;

namespace Acme.Shelf;

/// <summary>What the section of a shelf in the configuration may hold.</summary>
public sealed class ShelfOptions
{
    public string? Folder { get; set; }

    internal DirectoryInfo Root => Folder is null ? throw new ArgumentException("Folder: it must be set.") : new(Folder);
}

public static class ShelfRegistration
{
    /// <summary>Adds a shelf: its options are bound from the section of its name.</summary>
    public static InventoryBuilder AddShelf(this InventoryBuilder builder, string name = ShelfCapabilities.Provider) =>
        builder.AddProvider<ShelfOptions>(name, shelf => new ShelfInventoryService(new ShelfStore(shelf.Options.Root)));
}

namespace Inventory.Benchmarks.Load;

/// <summary>The operations of the load, each with its share.</summary>
internal enum LoadKind
{
    Get,
    Put,
    Delete,
    List,
}

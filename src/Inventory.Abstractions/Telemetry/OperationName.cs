namespace Inventory;

/// <summary>What an operation is called: as a value, and as the name of its span.</summary>
internal sealed record OperationName
{
    private OperationName(string name) => (Name, SpanName) = (name, $"inventory.{name}");

    public static OperationName Put { get; } = new("put");

    public static OperationName Find { get; } = new("find");

    public static OperationName List { get; } = new("list");

    public static OperationName Delete { get; } = new("delete");

    public string Name { get; }

    public string SpanName { get; }
}

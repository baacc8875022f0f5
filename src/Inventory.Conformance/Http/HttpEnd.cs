namespace Inventory.Conformance;

/// <summary>How a call over HTTP ended.</summary>
internal sealed class HttpEnd
{
    public required HttpOperation Operation { get; init; }

    public required InventoryRule Rule { get; init; }

    /// <summary>What it failed with; null where it succeeded.</summary>
    public Exception? Failure { get; set; }

    public PutResult? Put { get; set; }

    public InventoryRule? Found { get; set; }

    /// <summary>What was listed before the end.</summary>
    public List<InventoryRule> Listed { get; } = [];

    /// <summary>Every request that it took.</summary>
    public IReadOnlyList<ReceivedRequest> Received { get; set; } = [];

    /// <summary>The requests of the operation itself: a put may look first.</summary>
    public IReadOnlyList<ReceivedRequest> Requests => [.. Received.Where(r => r.IsOf(Operation))];

    /// <summary>What it ended as, for the end of a sentence. NUnit's own way to ask for a type differs from one major version to the next.</summary>
    public override string ToString() => Failure is null ? "a success" : $"{Failure.GetType().Name}: {Failure.Message}";

    /// <summary>The error that it ended with, and with nothing listed before.</summary>
    public InventoryException Error(string what)
    {
        Assert.That(Failure is InventoryException, Is.True, $"{Operation}: {what} must end as an {nameof(InventoryException)}, and ended as {this}");
        Assert.That(Listed, Is.Empty, $"{Operation}: {what} must yield nothing");
        return (InventoryException)Failure!;
    }
}

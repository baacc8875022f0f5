namespace Inventory.Conformance;

/// <summary>What a fixture says of its service's wire.</summary>
internal sealed record HttpScript
{
    public required Func<HttpRequestMessage, string?, HttpOperation> OperationOf { get; init; }

    public required Func<string, HttpAnswer> Stored { get; init; }

    public required Func<string, HttpAnswer> Found { get; init; }

    public required Func<IReadOnlyList<string>, HttpAnswer> Listed { get; init; }

    public required Func<HttpAnswer> Deleted { get; init; }

    public required Func<InventoryErrorKind, string, HttpAnswer?> AnswerTo { get; init; }

    public required string? RequestIdHeader { get; init; }

    /// <summary>An answer without which the kit's back end cannot be.</summary>
    public HttpAnswer Needed(InventoryErrorKind kind, string why) => AnswerTo(kind, "No.")
        ?? throw FixtureProblem.Of($"AnswerTo({kind}) returned null. It must say how the service answers {why}.");
}

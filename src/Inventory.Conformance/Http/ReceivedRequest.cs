namespace Inventory.Conformance;

/// <summary>A request that reached the kit's back end.</summary>
internal sealed record ReceivedRequest
{
    /// <summary>What it asks for.</summary>
    public required HttpOperation Operation { get; init; }

    /// <summary>The rule that it names; null for none that the kit knows.</summary>
    public required string? RuleId { get; init; }

    public required Uri Uri { get; init; }

    public required string Body { get; init; }

    /// <summary>The header of that name; null where there is none.</summary>
    public required string? Authorization { get; init; }

    /// <summary>When it arrived.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Counted from 1 among all.</summary>
    public required int Number { get; init; }

    /// <summary>Does what is asked, and gives the answer to it.</summary>
    public required Func<HttpResponseMessage> Apply { get; init; }

    /// <summary>Gives another answer.</summary>
    public required Func<HttpAnswer, HttpResponseMessage> Answer { get; init; }

    /// <summary>What tells that its sender has given it up.</summary>
    public required CancellationToken GivenUp { get; init; }

    /// <summary>Whether it is of an operation. A service may find a rule in the list of all.</summary>
    public bool IsOf(HttpOperation operation) =>
        Operation == operation || (operation is HttpOperation.Find or HttpOperation.List && Operation is HttpOperation.Find or HttpOperation.List);
}

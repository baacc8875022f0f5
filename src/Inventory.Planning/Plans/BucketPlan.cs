namespace Inventory.Planning;

/// <summary>What is to be done in one bucket. Immutable and compares by value.</summary>
public sealed record BucketPlan
{
    /// <summary>The account's name.</summary>
    public required string Account { get; init; }

    /// <summary>The bare name of the bucket.</summary>
    public required string Bucket { get; init; }

    /// <summary>The short name of the account's provider; null where the account has no service, which <see cref="Failure"/> says.</summary>
    public string? Provider { get; init; }

    /// <summary>The changes, by the rule's id, ordinally.</summary>
    public ValueList<PlannedChange> Changes { get; init; }

    /// <summary>The rules that are refused, by their ids, ordinally.</summary>
    public ValueList<RuleRefusal> Refusals { get; init; }

    /// <summary>The ids of the rules that the desired state does not name and that are left alone, ordinally; <c>(no id)</c> for one without.</summary>
    public ValueList<string> Unmanaged { get; init; }

    /// <summary>How many rules are as they are to be.</summary>
    public int Unchanged { get; init; }

    /// <summary>Why nothing is planned here; null where something could be.</summary>
    public BucketFailure? Failure { get; init; }

    /// <summary>Whether there is something to tell: a change, a refusal, an unmanaged rule or a failure.</summary>
    public bool IsWorthTelling => !Changes.IsEmpty || !Refusals.IsEmpty || !Unmanaged.IsEmpty || Failure is not null;
}

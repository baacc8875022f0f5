namespace Inventory.Conformance.Tests;

/// <summary>How a <see cref="TinyHttpService"/> goes about it: soundly, unless a saboteur changes a way.</summary>
internal sealed record TinyWays
{
    public NativePut NativePut { get; init; } = NativePut.CreateOnly;

    public int MaxAttempts { get; init; } = 3;

    public Func<InventoryException, bool> IsAskedAgain { get; init; } = e => e.IsTransient;

    /// <summary>What a refusal means, by status and code.</summary>
    public Func<int, string?, InventoryErrorKind> Kind { get; init; } = TinyErrors.Kind;

    /// <summary>Changes what a caller is told.</summary>
    public Func<InventoryException, InventoryException> Tell { get; init; } = e => e;

    /// <summary>What a failure without an answer becomes.</summary>
    public Func<Exception, Exception> Lost { get; init; } = e => new InventoryException(InventoryErrorKind.Unavailable, "There is no answer.");

    public Func<TimeProvider, TimeProvider> Waiting { get; init; } = time => time;

    public TimeSpan FirstWait { get; init; } = TimeSpan.FromMilliseconds(200);

    public bool HasDeadline { get; init; } = true;

    public bool ReadsSecondsToWait { get; init; } = true;

    public bool ReadsDateToWaitFor { get; init; } = true;

    public bool CountsAttempts { get; init; } = true;

    /// <summary>What an answer that cannot be read becomes: a failure, or what it passes for.</summary>
    public Func<Exception, string, Exception?> Malformed { get; init; } = (_, _) => new InventoryException(InventoryErrorKind.MalformedResponse, "The answer cannot be read.");

    /// <summary>What the body of a refusal becomes that cannot be read; null for nothing.</summary>
    public Func<Exception, Exception?> MalformedRefusal { get; init; } = _ => null;

    public long LongestAnswer { get; init; } = 1 << 20;

    public bool FollowsRedirects { get; init; }

    public Func<int, bool> IsSuccess { get; init; } = status => status is >= 200 and < 300;

    public bool HidesSecretsInMessages { get; init; } = true;

    public bool HidesSecretsInRequestIds { get; init; } = true;

    public bool ObservesTheCaller { get; init; } = true;

    public bool KnowsTheCallerFromTheClock { get; init; } = true;

    /// <summary>What is done with a rule that was read.</summary>
    public Func<InventoryRule, InventoryRule> Read { get; init; } = rule => rule;

    public bool FindsNothingWhereThereIsNoRule { get; init; } = true;

    public bool DeletesWhatIsNotThere { get; init; } = true;

    /// <summary>Spoils the service from outside.</summary>
    public Func<IInventoryService, IInventoryService> Around { get; init; } = service => service;
}

namespace Inventory;

/// <summary>What went wrong: callers act on this and never on a message. Numbers are frozen: they may stand in logs and metrics.</summary>
public enum InventoryErrorKind
{
    /// <summary>Something that no other kind describes; look at the service's code.</summary>
    Unexpected = 0,

    /// <summary>The provider cannot hold the rule; nothing was sent. See <see cref="InventoryRuleRejectedException.Violations"/>.</summary>
    RuleRejected = 1,

    /// <summary>There is no rule with this id.</summary>
    RuleNotFound = 2,

    /// <summary>There is a rule with this id, and it was to be created only.</summary>
    RuleAlreadyExists = 3,

    /// <summary>The bucket holds as many rules as it can.</summary>
    RuleLimitReached = 4,

    /// <summary>The service took the rule and holds something else. See <see cref="RuleNotStoredAsSentException"/>.</summary>
    NotStoredAsSent = 5,

    /// <summary>The rule is not what the caller expected it to be, or somebody else changed it at the same time.</summary>
    Conflict = 6,

    /// <summary>The bucket does not exist, or not at this endpoint.</summary>
    BucketNotFound = 7,

    /// <summary>The credentials are good and may not do this.</summary>
    AccessDenied = 8,

    /// <summary>The credentials, the signature or the clock are not accepted.</summary>
    AuthenticationFailed = 9,

    /// <summary>An argument is malformed, or the service refused the request as such.</summary>
    InvalidRequest = 10,

    /// <summary>Too many requests.</summary>
    Throttled = 11,

    /// <summary>The service does not answer, or answers that it cannot now.</summary>
    Unavailable = 12,

    /// <summary>The answer is not one that the service's documents describe.</summary>
    MalformedResponse = 13,

    /// <summary>A replacement was interrupted and the old rule could not be put back. See <see cref="ReplaceInterruptedException"/>.</summary>
    ReplaceInterrupted = 14,

    /// <summary>A rule file cannot be read; every problem is named with line and path.</summary>
    InvalidDocument = 15,

    /// <summary>The options are incomplete or contradict each other.</summary>
    InvalidConfiguration = 16,
}

namespace Inventory.AlibabaOss.Tests.Support;

/// <summary>What happens to a request on its way.</summary>
internal enum Fault
{
    /// <summary>The connection dies before the service has the request.</summary>
    DiesUnsent,

    /// <summary>The service does what it was asked, and its answer is lost.</summary>
    DiesUnanswered,

    /// <summary>500, and nothing was done.</summary>
    FailsUndone,

    /// <summary>500, although it was done.</summary>
    FailsDone,

    /// <summary>The caller cancels just before the request is sent.</summary>
    CancelledBefore,

    /// <summary>The caller cancels when the answer is there.</summary>
    CancelledAfter,

    /// <summary>A read that is behind the times: it shows again what the read before it showed.</summary>
    Stale,

    /// <summary>The connection dies, and the service does what it was asked when all is over.</summary>
    AppliedLate,

    /// <summary>From here on no request gets through.</summary>
    DeadForGood,

    /// <summary>The service does what it was asked, and from here on no answer and no request gets through.</summary>
    DeadOnceDone,
}

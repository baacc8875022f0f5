namespace Inventory.Abstractions.Tests.TestDoubles;

/// <summary>What goes wrong in one call of a Core method.</summary>
internal enum Fault
{
    None,

    /// <summary>The service does not answer, and nothing was applied.</summary>
    UnavailableBefore,

    /// <summary>The request was applied and its answer was lost.</summary>
    UnavailableAfter,

    /// <summary>The service refuses the one request that was sent.</summary>
    Denied,

    /// <summary>The first request was applied and its answer was lost; the second one was refused.</summary>
    DeniedAfter,

    /// <summary>The caller gives up just before the call, which goes on unless it sees the caller's token.</summary>
    CallerCancels,

    /// <summary>The call outlasts the deadline of a replacement; nothing was applied.</summary>
    HangsBefore,

    /// <summary>The request was applied, and its answer outlasts the deadline of a replacement.</summary>
    HangsAfter,

    /// <summary>The adapter fails with an exception of its own making; nothing was applied.</summary>
    MistakeBefore,

    /// <summary>The request was applied, and the adapter fails with an exception of its own making.</summary>
    MistakeAfter,
}

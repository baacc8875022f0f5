namespace Inventory.Emulator;

/// <summary>The ways in which a request can go wrong on purpose.</summary>
public enum EmulatorFaultKind
{
    /// <summary>The answer is an error that the service makes up.</summary>
    Status,

    /// <summary>The answer comes late, or never to a client that gives up before.</summary>
    Delay,

    /// <summary>The connection is reset instead of an answer.</summary>
    Reset,

    /// <summary>The request is done, and its answer ends before the length that it announces.</summary>
    TruncatedBody,

    /// <summary>The answer is what the service says of a session token that has expired.</summary>
    ExpiredToken,

    /// <summary>The server's clock is off while it answers.</summary>
    SkewedClock,
}

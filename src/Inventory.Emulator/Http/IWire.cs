namespace Inventory.Emulator.Http;

/// <summary>One vendor's side of the emulator: a request in, an answer out, no exception for anything a client sends.</summary>
internal interface IWire
{
    /// <summary><see cref="EmulatorWire.Oss"/> or <see cref="EmulatorWire.Bos"/>.</summary>
    string Name { get; }

    /// <summary>What the vendor calls what a request asks for, told by its head; empty where the head cannot be read or no name is known.</summary>
    string OperationOf(WireRequest request);

    WireAnswer Answer(WireRequest request);

    /// <summary>The answer to a request whose body could not be received.</summary>
    WireAnswer AnswerUnreadable(WireRequest request, int status, string reason);

    /// <summary>An error that the service makes up; a page as of a proxy where neither the script nor the service's documents have a code for it.</summary>
    WireAnswer AnswerStatus(WireRequest request, int status, string? code);

    /// <summary>The answer to a session token that has expired.</summary>
    WireAnswer AnswerExpiredToken(WireRequest request);
}

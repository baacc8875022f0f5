using Microsoft.AspNetCore.Http.Features;

namespace Inventory.Emulator.Http;

/// <summary>What an exchange has to know of its connection, beside what the server tells it.</summary>
/// <param name="gone">Cancelled when the client closes its side: it is gone, or has no more to say.</param>
internal sealed class ClientConnection(CancellationToken gone)
{
    public CancellationToken Gone => gone;

    /// <summary>Whether the answer that is about to be written is a 505 that a script of faults asked for.</summary>
    public bool IsOwn505 { get; set; }

    /// <summary>Whether the line of a request that the server refuses as well, for not coming whole, is in the log already.</summary>
    public bool IsRefusalTold { get; set; }

    public static ClientConnection Of(IFeatureCollection features) => features.GetRequiredFeature<ClientConnection>();
}

namespace Inventory.Http;

/// <summary>Turns a request, credentials and an instant into the headers that authenticate it. Pure: no clock, no network, no state.</summary>
/// <remarks>Implementations are safe for use by several threads at once.</remarks>
public interface IRequestSigner
{
    /// <summary>Signs a request.</summary>
    /// <param name="request">What is about to be sent.</param>
    /// <param name="credentials">The key to sign with.</param>
    /// <param name="now">The instant to sign for, on the service's clock.</param>
    /// <returns>The headers to set, each replacing one of the same name, and what was signed.</returns>
    RequestSignature Sign(SigningRequest request, CloudCredentials credentials, DateTimeOffset now);
}

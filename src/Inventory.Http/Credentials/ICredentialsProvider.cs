namespace Inventory.Http;

/// <summary>Where credentials come from. Asked before every attempt, so that temporary ones are never stale.</summary>
/// <remarks>Implementations are safe for use by several threads at once, and keep what they fetched until it is about to expire.</remarks>
public interface ICredentialsProvider
{
    /// <summary>The credentials at present.</summary>
    /// <exception cref="InventoryException">
    /// There are none. Where it is <see cref="InventoryException.IsTransient"/>, the call tries again as it does where a service gives no answer.
    /// </exception>
    ValueTask<CloudCredentials> GetAsync(CancellationToken cancellationToken = default);

    /// <summary>
    /// Says that the service did not take credentials given before. A provider that keeps what it fetched drops these, so that it is asked in vain no longer
    /// than it must; one that does not has nothing to do. Called from several threads at once, and late: others may have been fetched since. Does not throw.
    /// </summary>
    /// <param name="refused">What was refused.</param>
    void Forget(CloudCredentials refused)
    {
    }
}

namespace Inventory.Http;

/// <summary>Credentials that do not change.</summary>
/// <param name="credentials">The credentials.</param>
public sealed class StaticCredentials(CloudCredentials credentials) : ICredentialsProvider
{
    /// <inheritdoc/>
    public ValueTask<CloudCredentials> GetAsync(CancellationToken cancellationToken = default) => ValueTask.FromResult(credentials);
}

using Inventory.Http;

namespace Inventory.AlibabaOss;

/// <summary>The temporary credentials of the RAM role that is attached to the ECS instance that this runs on, kept and refreshed ahead of their end.</summary>
/// <remarks>
/// They are asked of the instance's metadata endpoint, <c>http://100.100.100.200/latest/meta-data/ram/security-credentials/</c>, in security hardening mode
/// where the endpoint gives a token, and in normal mode where it gives none, as aliyun/credentials-go does (credentials/providers/ecs_ram_role.go);
/// the mode is described in Instance metadata, 2025-10-10. A fetch takes 5 s at most, less than an attempt, so that its error is the one that is seen.
/// When they are refreshed is described at <see cref="RefreshingCredentials"/>. Safe for use by several threads at once; make one for a process.
/// </remarks>
public sealed class EcsRamRoleCredentials : ICredentialsProvider
{
    private readonly RefreshingCredentials _refreshing;

    /// <summary>Makes a provider. Nothing is asked yet.</summary>
    /// <param name="roleName">The role's name; asked of the instance, which has one at most, if null.</param>
    /// <param name="handler">What sends in the end, not disposed of here; one without redirects and proxies if null.</param>
    /// <param name="time">The clock; the system's if null.</param>
    /// <exception cref="ArgumentException">It is not a role's name.</exception>
    public EcsRamRoleCredentials(string? roleName = null, HttpMessageHandler? handler = null, TimeProvider? time = null)
    {
        if (roleName is not null && !EcsMetadata.IsRoleName(roleName))
        {
            throw new ArgumentException($"'{ShownText.Of(roleName)}' is not the name of a RAM role: 1 to 64 letters, digits, periods, hyphens and underscores.", nameof(roleName));
        }

        var metadata = new EcsMetadata(handler, time ?? TimeProvider.System);
        _refreshing = new(cancellationToken => metadata.FetchAsync(roleName, cancellationToken), time);
    }

    /// <inheritdoc/>
    /// <exception cref="InventoryException">
    /// Of kind <see cref="InventoryErrorKind.Unavailable"/>, which a call tries again, where the endpoint does not answer or cannot now;
    /// <see cref="InventoryErrorKind.AuthenticationFailed"/> where it knows no such role or gives no credentials, or expired ones;
    /// <see cref="InventoryErrorKind.MalformedResponse"/> where its answer cannot be read. Each says what to check.
    /// </exception>
    public ValueTask<CloudCredentials> GetAsync(CancellationToken cancellationToken = default) => _refreshing.GetAsync(cancellationToken);

    /// <inheritdoc/>
    public void Forget(CloudCredentials refused) => _refreshing.Forget(refused);
}

using System.Globalization;
using System.Text.RegularExpressions;
using Inventory.Http;

namespace Inventory.AlibabaOss;

/// <summary>The metadata endpoint of an ECS instance, as far as it gives the credentials of the instance's role.</summary>
/// <param name="handler">What sends in the end, not disposed of here; one of its own for each fetch if null: there are hours between two.</param>
/// <param name="time">The clock of the time limits.</param>
internal sealed partial class EcsMetadata(HttpMessageHandler? handler, TimeProvider time)
{
    private const string Roles = "http://100.100.100.200/latest/meta-data/ram/security-credentials/";
    private const string Tokens = "http://100.100.100.200/latest/api/token";
    private const string ToCheck = "Is this an ECS instance with a RAM role attached, and may it reach its metadata endpoint 100.100.100.200?";
    private const string NoRole = "knows no RAM role of this instance. Attach one to it, or give credentials in another way.";
    private const int MaxBytes = 64 * 1024;
    private static readonly TimeSpan LongestFetch = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan LongestTokenRequest = TimeSpan.FromSeconds(2);

    /// <summary>Whether a text can be a role's name, and nothing but a name in a path.</summary>
    public static bool IsRoleName(string text) => RoleName().IsMatch(text);

    /// <summary>Fetches the role's credentials.</summary>
    /// <param name="roleName">The role; asked first if null.</param>
    /// <param name="cancellationToken">Ends the fetch.</param>
    public async ValueTask<CloudCredentials> FetchAsync(string? roleName, CancellationToken cancellationToken)
    {
        using var deadline = new CancellationTokenSource(LongestFetch, time);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, deadline.Token);
        using var client = new HttpClient(handler ?? OwnHandler(), disposeHandler: handler is null)
        {
            Timeout = Timeout.InfiniteTimeSpan,
            MaxResponseContentBufferSize = MaxBytes,
        };
        try
        {
            var token = await TokenAsync(client, limit.Token).ConfigureAwait(false);
            roleName ??= ReadRoleName(await GetAsync(client, "", token, limit.Token).ConfigureAwait(false));
            return EcsRoleKey.Read(await GetAsync(client, roleName, token, limit.Token).ConfigureAwait(false));
        }
        catch (OperationCanceledException e) when (!cancellationToken.IsCancellationRequested)
        {
            throw new InventoryException(InventoryErrorKind.Unavailable, $"The ECS metadata endpoint did not answer within 5 s. {ToCheck}", e);
        }
        catch (HttpRequestException e) when (e.HttpRequestError == HttpRequestError.ConfigurationLimitExceeded)
        {
            throw new InventoryException(InventoryErrorKind.MalformedResponse, $"The ECS metadata endpoint answered with more than 64 KiB. {ToCheck}", e);
        }
        catch (Exception e) when (e is HttpRequestException or IOException)
        {
            throw new InventoryException(InventoryErrorKind.Unavailable, $"The ECS metadata endpoint did not answer: {e.Message} {ToCheck}", e);
        }
    }

    /// <summary>The token of security hardening mode; null where the endpoint does not give one.</summary>
    private async Task<string?> TokenAsync(HttpClient client, CancellationToken cancellationToken)
    {
        using var deadline = new CancellationTokenSource(LongestTokenRequest, time);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, deadline.Token);
        using var request = new HttpRequestMessage(HttpMethod.Put, Tokens);
        request.Headers.Add("X-aliyun-ecs-metadata-token-ttl-seconds", "60");
        try
        {
            using var response = await client.SendAsync(request, limit.Token).ConfigureAwait(false);
            return (int)response.StatusCode == 200 ? ReadToken(await response.Content.ReadAsByteArrayAsync(limit.Token).ConfigureAwait(false)) : null;
        }
        catch (Exception e) when (e is HttpRequestException or IOException or OperationCanceledException && !cancellationToken.IsCancellationRequested)
        {
            return null;
        }
    }

    private static async Task<byte[]> GetAsync(HttpClient client, string roleName, string? token, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, Roles + roleName);
        if (token is not null)
        {
            request.Headers.Add("X-aliyun-ecs-metadata-token", token);
        }

        using var response = await client.SendAsync(request, cancellationToken).ConfigureAwait(false);
        var status = (int)response.StatusCode;
        return status == 200
            ? await response.Content.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false)
            : throw Refused(status, roleName, token is not null);
    }

    /// <summary>The token in an answer; null where it is none. Bytes, since a text would be read in whatever character set the answer names.</summary>
    internal static string? ReadToken(byte[] body) => System.Text.Encoding.ASCII.GetString(body).Trim() is var token && HeaderText().IsMatch(token) ? token : null;

    /// <summary>The role in an answer.</summary>
    /// <exception cref="InventoryException">
    /// Of kind <see cref="InventoryErrorKind.AuthenticationFailed"/> where it is empty, <see cref="InventoryErrorKind.MalformedResponse"/> where it is no name.
    /// </exception>
    internal static string ReadRoleName(byte[] body)
    {
        var name = System.Text.Encoding.ASCII.GetString(body).Trim();
        return name.Length == 0 ? throw new InventoryException(InventoryErrorKind.AuthenticationFailed, $"The ECS metadata endpoint {NoRole}")
            : IsRoleName(name) ? name
            : throw new InventoryException(
                InventoryErrorKind.MalformedResponse, $"The ECS metadata endpoint named no role where it was asked for one. {ToCheck}");
    }

    private static InventoryException Refused(int status, string roleName, bool hasToken)
    {
        var (kind, why) = status switch
        {
            404 when roleName.Length == 0 => (InventoryErrorKind.AuthenticationFailed, NoRole),
            404 => (InventoryErrorKind.AuthenticationFailed,
                $"knows no RAM role '{roleName}' of this instance. Is that the one attached to it? Leave the name out to have it asked for."),
            401 or 403 when hasToken => (InventoryErrorKind.AuthenticationFailed, "refused its own token. Look at the instance's metadata access mode."),
            401 or 403 => (InventoryErrorKind.AuthenticationFailed,
                "refused a request without a token, and gave none. Look at the instance's metadata access mode."),
            429 or >= 500 => (InventoryErrorKind.Unavailable, "cannot answer now."),
            _ => (InventoryErrorKind.MalformedResponse, $"did not answer as one does. {ToCheck}"),
        };
        return new(kind, string.Create(CultureInfo.InvariantCulture, $"The ECS metadata endpoint (status {status}) {why}"));
    }

    /// <summary>What asks where nothing is handed over. The endpoint is next door: a proxy, or wherever one redirects to, should never see the key.</summary>
    internal static SocketsHttpHandler OwnHandler() => new() { AllowAutoRedirect = false, UseProxy = false, UseCookies = false };

    // A path of a name alone: no dot first, so that it is no other directory. RAM's CreateRole allows letters, digits, periods and hyphens, and
    // the role resource of Resource Orchestration underscores too.
    [GeneratedRegex(@"\A[A-Za-z0-9][A-Za-z0-9._-]{0,63}\z")]
    private static partial Regex RoleName();

    [GeneratedRegex(@"\A[!-~]{1,4096}\z")]
    private static partial Regex HeaderText();
}

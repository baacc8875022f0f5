using Inventory.Http;

namespace Inventory.BaiduBos.Tests;

/// <summary>Services whose answers a script gives.</summary>
internal static class ScriptedBos
{
    public const string Source = "src-bucket";
    public const string Secret = "scripted-secret-0123456789";
    public const string Token = "scripted-token-0123456789";

    /// <summary>Options of a region, with temporary credentials, that send once.</summary>
    public static BosOptions Options() => new()
    {
        Region = "bj",
        AccessKeyId = "scripted-key",
        SecretAccessKey = Secret,
        SessionToken = Token,
        Transport = new() { MaxAttempts = 1 },
    };

    public static BosInventoryService Service(
        ScriptedHandler handler, BosOptions? options = null, TimeProvider? time = null, ICredentialsProvider? credentials = null) =>
        new(options ?? Options(), credentials, handler, time);
}

namespace Inventory.AlibabaOss.Tests.Support;

/// <summary>What the metadata endpoint of an ECS instance says, in the words of its documents.</summary>
internal static class Ecs
{
    public const string Id = "STS.ecs-key-id";
    public const string Secret = "ecs-secret-0123456789";
    public const string Token = "ecs-token-abcdef/+=";

    public static string Key(string expiration, string code = "Success", string id = Id) =>
        $$"""
        {
          "AccessKeyId" : "{{id}}",
          "AccessKeySecret" : "{{Secret}}",
          "Expiration" : "{{expiration}}",
          "SecurityToken" : "{{Token}}",
          "LastUpdated" : "2026-03-01T07:00:00Z",
          "Code" : "{{code}}"
        }
        """;
}

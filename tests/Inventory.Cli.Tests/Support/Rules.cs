namespace Inventory.Cli.Tests;

/// <summary>Rules as text on a command line.</summary>
internal static class Rules
{
    /// <summary>A rule that both clouds hold.</summary>
    public const string Weekly = """{"id":"weekly","destination":{"bucket":"destbucket","prefix":"reports"},"schedule":"Weekly"}""";

    /// <summary>A rule that OSS alone holds.</summary>
    public const string Daily = """
        {"id":"daily","destination":{"bucket":"destbucket","encryption":{"kind":"Kms","keyId":"key-1"}},"schedule":"Daily",
         "filter":{"objectSize":{"lower":1024}},"optionalFields":["Size","ETag"]}
        """;

    /// <summary>A rule of another id that both clouds hold.</summary>
    public static string WithId(string id, string schedule = "Weekly") =>
        $$"""{"id":"{{id}}","destination":{"bucket":"destbucket"},"schedule":"{{schedule}}"}""";
}

namespace Inventory.Emulator.Oss;

/// <summary>A refusal as OSS words it. <paramref name="Ec"/> is null where no document gives the value.</summary>
internal sealed record OssError(int Status, string Code, string Message, string? Ec = null)
{
    /// <summary>Elements of the error body beyond the common ones.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Details { get; init; } = [];

    /// <summary>What the log says of it, without a secret; null: nothing beside the code.</summary>
    public string? Report { get; init; }

    public static OssError ExpiredToken { get; } = new(403, "SecurityTokenExpired", "The security token you provided has expired.");

    public static OssError InvalidArgument(string message, string? ec = null) => new(400, "InvalidArgument", message, ec);

    public static OssError MalformedXml(string message) => new(400, "MalformedXML", message);

    public static OssError NotImplemented(string operation) =>
        new(501, "NotImplemented", $"{operation} is not an inventory operation: it is not implemented, and nothing was done.");
}

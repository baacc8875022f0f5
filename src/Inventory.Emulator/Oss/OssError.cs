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

    public static OssError NoSuchBucket(string bucket) => new(404, "NoSuchBucket", "The specified bucket does not exist.", "0015-00000101")
    {
        Details = [new("BucketName", bucket)],
    };

    /// <summary>The disk under the emulator's own folder refused.</summary>
    public static OssError NotKept(string reason) => new(500, "InternalError", $"The emulator could not keep it, and nothing was done: {reason}");

    public static OssError MalformedXml(string message) => new(400, "MalformedXML", message);

    public static OssError NotImplemented(string operation) =>
        new(501, "NotImplemented", $"{operation} is not implemented here, and nothing was done.");
}

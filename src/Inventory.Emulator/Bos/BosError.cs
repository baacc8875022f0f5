namespace Inventory.Emulator.Bos;

/// <summary>A refusal as BOS words it.</summary>
internal sealed record BosError(int Status, string Code, string Message)
{
    /// <summary>What the log says of it, without a secret; null: nothing beside the code.</summary>
    public string? Report { get; init; }

    public static BosError ExpiredToken { get; } = new(400, "InvalidSessionToken", "The session token has expired.");

    public static BosError NoSuchBucket { get; } = new(404, "NoSuchBucket", "The specified bucket does not exist.");

    /// <summary>The disk under the emulator's own folder refused.</summary>
    public static BosError NotKept(string reason) => new(500, "InternalError", $"The emulator could not keep it, and nothing was done: {reason}");

    public static BosError InvalidArgument(string message) => new(400, "InvalidArgument", message);

    public static BosError InappropriateJson(string message) =>
        new(400, "InappropriateJSON", $"The JSON you provided was well-formed but not appropriate for this operation: {message}");

    public static BosError MalformedJson(string message) => new(400, "MalformedJSON", $"The JSON you provided was not well-formed: {message}");

    public static BosError NotImplemented(string operation) =>
        new(501, "NotImplemented", $"{operation} is not implemented here, and nothing was done.");
}

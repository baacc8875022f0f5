namespace Inventory.Emulator.Bos;

/// <summary>A refusal as BOS words it.</summary>
internal sealed record BosError(int Status, string Code, string Message)
{
    /// <summary>What the log says of it, without a secret; null: nothing beside the code.</summary>
    public string? Report { get; init; }

    public static BosError ExpiredToken { get; } = new(400, "InvalidSessionToken", "The session token has expired.");

    public static BosError InvalidArgument(string message) => new(400, "InvalidArgument", message);

    public static BosError InappropriateJson(string message) =>
        new(400, "InappropriateJSON", $"The JSON you provided was well-formed but not appropriate for this operation: {message}");

    public static BosError MalformedJson(string message) => new(400, "MalformedJSON", $"The JSON you provided was not well-formed: {message}");

    public static BosError NotImplemented(string operation) =>
        new(501, "NotImplemented", $"{operation} is not an inventory operation: it is not implemented, and nothing was done.");
}

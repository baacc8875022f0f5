namespace Inventory.Emulator.Oss;

/// <summary>What an operation came to: a status, and a document or a refusal or neither.</summary>
internal sealed record OssReply(int Status, string? Document = null, OssError? Error = null)
{
    /// <summary>The header of that name; null: none.</summary>
    public string? Location { get; init; }

    public static implicit operator OssReply(OssError error) => new(error.Status, Error: error);
}

namespace Inventory.Emulator.Bos;

/// <summary>What an operation came to: a status, and a document or a refusal or neither.</summary>
internal sealed record BosReply(int Status, string? Document = null, BosError? Error = null)
{
    /// <summary>The header of that name; null: none.</summary>
    public string? Location { get; init; }

    public static implicit operator BosReply(BosError error) => new(error.Status, Error: error);
}

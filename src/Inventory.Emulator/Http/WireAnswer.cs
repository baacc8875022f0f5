namespace Inventory.Emulator.Http;

/// <summary>An answer, ready to be written.</summary>
internal sealed record WireAnswer(int Status)
{
    public List<KeyValuePair<string, string>> Headers { get; } = [];

    public string? ContentType { get; init; }

    public byte[] Body { get; init; } = [];

    /// <summary>The service's error code; null for a success.</summary>
    public string? ErrorCode { get; init; }

    /// <summary>What the log says beside the code, without a secret; null: nothing.</summary>
    public string? Report { get; init; }
}

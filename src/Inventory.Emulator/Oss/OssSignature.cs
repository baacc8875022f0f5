namespace Inventory.Emulator.Oss;

/// <summary>What a correct signer arrives at, for the request at hand.</summary>
/// <param name="Value">The signature.</param>
/// <param name="StringToSign">The text that was signed.</param>
/// <param name="CanonicalRequest">The request that the text hashes; null in version 1.</param>
internal sealed record OssSignature(string Value, string StringToSign, string? CanonicalRequest = null);

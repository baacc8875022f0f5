namespace Inventory.Http;

/// <summary>What an attempt was answered with that was not the last one.</summary>
/// <param name="Attempt">Which attempt: 1 for the first.</param>
/// <param name="Status">The HTTP status.</param>
/// <param name="Headers">The headers.</param>
/// <param name="Error">What the service said; null where the status says success, and the body broke off.</param>
internal sealed record EarlierAnswer(int Attempt, int Status, IReadOnlyDictionary<string, string> Headers, ServiceError? Error);

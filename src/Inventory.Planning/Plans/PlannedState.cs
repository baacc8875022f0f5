namespace Inventory.Planning;

/// <summary>What the hash of a plan says of a bucket.</summary>
/// <param name="Account">The account's name.</param>
/// <param name="Bucket">The bucket's name.</param>
/// <param name="Provider">The provider's short name, where the account has a service.</param>
/// <param name="Desired">The desired rules.</param>
/// <param name="Live">The live rules, each in JSON; null where nobody knows them.</param>
internal sealed record PlannedState(string Account, string Bucket, string? Provider, ValueList<StateOfDesire> Desired, ValueList<string>? Live);

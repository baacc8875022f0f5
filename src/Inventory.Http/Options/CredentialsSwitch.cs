namespace Inventory.Http;

/// <summary>A switch in options that makes credentials come from a place that one cloud alone has.</summary>
/// <param name="Name">What the options call the switch.</param>
/// <param name="IsOn">Whether it is on.</param>
/// <param name="Create">Makes the provider, given the clock; the system's if null. Asked once, and only where the switch decides.</param>
public sealed record CredentialsSwitch(string Name, bool IsOn, Func<TimeProvider?, ICredentialsProvider> Create);

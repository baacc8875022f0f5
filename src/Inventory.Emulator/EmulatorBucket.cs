namespace Inventory.Emulator;

/// <summary>A bucket that exists on both wires.</summary>
/// <param name="Name">3 to 63 characters: lower-case letters, digits, hyphens.</param>
/// <param name="Region">The region, on both wires; null: <see cref="EmulatorOptions.OssRegion"/> and <see cref="EmulatorOptions.BosRegion"/>.</param>
/// <param name="Owner">The account id of the owner; null: any account id fits.</param>
public sealed record EmulatorBucket(string Name, string? Region = null, string? Owner = null)
{
    /// <summary>The source bucket that exists when no other is given.</summary>
    public const string DefaultSource = "examplebucket";

    /// <summary>The destination bucket that exists when no other is given.</summary>
    public const string DefaultDestination = "destbucket";
}

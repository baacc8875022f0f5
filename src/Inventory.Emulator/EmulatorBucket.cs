namespace Inventory.Emulator;

/// <summary>A bucket that exists on both wires.</summary>
/// <param name="Name">3 to 63 characters: lower-case letters, digits, hyphens.</param>
/// <param name="Region">
/// The region on the wire of its cloud: with a hyphen, such as <c>cn-beijing</c>, it is one of OSS; without, such as <c>gz</c>, one of BOS. On the other wire, and
/// on both where it is null, the bucket is in <see cref="EmulatorOptions.OssRegion"/> or <see cref="EmulatorOptions.BosRegion"/>.
/// </param>
/// <param name="Owner">The account id of the owner; null: any account id fits.</param>
public sealed record EmulatorBucket(string Name, string? Region = null, string? Owner = null)
{
    /// <summary>The source bucket that exists when no other is given.</summary>
    public const string DefaultSource = "examplebucket";

    /// <summary>The destination bucket that exists when no other is given.</summary>
    public const string DefaultDestination = "destbucket";

    /// <summary>The bucket as one wire has it: no host name of that wire has a region of the other cloud.</summary>
    internal EmulatorBucket On(string wire) =>
        Region is null || Region.Contains('-', StringComparison.Ordinal) == (wire == EmulatorWire.Oss) ? this : this with { Region = null };
}

namespace Inventory.Emulator.Oss;

/// <summary>A rule that passed every check, in the service's own normal form: what is null or empty was not set.</summary>
internal sealed record OssRule
{
    public required string Id { get; init; }

    public required bool IsEnabled { get; init; }

    public required OssFilter Filter { get; init; }

    public required OssDestination Destination { get; init; }

    public required string Frequency { get; init; }

    public int? DayOfMonth { get; init; }

    public bool? AutoDelete { get; init; }

    public required string IncludedObjectVersions { get; init; }

    public IReadOnlyList<string> OptionalFields { get; init; } = [];

    public OssIncremental? Incremental { get; init; }
}

internal sealed record OssFilter(string Prefix, long? Begin, long? End, long? LowerSize, long? UpperSize, string? StorageClass);

internal sealed record OssDestination(string AccountId, string RoleArn, string Bucket, string Prefix, bool HasSseOss, bool HasSseKms, string? KeyId);

internal sealed record OssIncremental(bool IsEnabled, IReadOnlyList<string> Fields);

using Inventory.InMemory;

namespace Inventory.Conformance.Tests;

/// <summary>A sound cloud in memory, for a saboteur to spoil.</summary>
public sealed record Ground(string Name, InMemoryOptions Options)
{
    private static readonly Evidence Page = new("It is in the table.", "Memory, limits", new DateOnly(2026, 11, 21));

    /// <summary>Every ground.</summary>
    public static IReadOnlyList<Ground> All => [CreateOnly, Overwrite, Limited, OnCondition, Lesser];

    /// <summary>Whether it keeps what the library does not know.</summary>
    public bool KeepsUnknownContent => !Options.Capabilities.ExtensionTypes.IsEmpty;

    /// <summary>Holds everything; its own put only creates; 20 rules in a bucket, 3 on a page.</summary>
    public static Ground CreateOnly { get; } = Of(nameof(CreateOnly), Everything with { NativePut = NativePut.CreateOnly, MaxRulesPerBucket = 20 });

    /// <summary>Holds everything; its own put overwrites.</summary>
    public static Ground Overwrite { get; } = Of(nameof(Overwrite), Everything with { NativePut = NativePut.Overwrite });

    /// <summary>Holds everything, with a limit to each text, instant and size.</summary>
    public static Ground Limited { get; } = Of(nameof(Limited), Everything with
    {
        FilterPrefix = new(20, LengthUnit.Utf8Bytes, ".*", "up to 20 bytes") { Evidence = [Page] },
        DestinationPrefix = new(20, LengthUnit.Characters, ".*", "up to 20 characters") { Evidence = [Page] },
        LastModified = new(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddYears(100), MustBePast: true, "between 1970 and 2070, and past") { Evidence = [Page] },
        ObjectSize = new(1000, "at most 1000") { Evidence = [Page] },
        DestinationPrefixSlash = PrefixSlash.LeaveOut,
        DestinationPrefixSlashEvidence = [Page],
        KmsKeyId = new(40, LengthUnit.Characters, "[a-z0-9-]+", "1 to 40 lower-case letters, digits and hyphens") { Evidence = [Page] },
        UnrecognizedValue = new(40, LengthUnit.Characters, "[A-Za-z]+", "1 to 40 letters") { Evidence = [Page] },
    });

    /// <summary>Holds everything; each filter, and each value that this library does not know, on a condition.</summary>
    public static Ground OnCondition { get; } = Of(nameof(OnCondition), Everything with
    {
        Features = InMemoryCapabilities.Create().Features.With(Doubtful.Select(f => KeyValuePair.Create(f, FeatureSupport.Conditional("Some regions hold it.", "Ask for it.", Page)))),
    });

    /// <summary>Holds little, and some of it on a condition.</summary>
    public static Ground Lesser { get; } = Of(nameof(Lesser), LesserCloud.Capabilities);

    private static IEnumerable<InventoryFeature> Doubtful => Enum.GetValues<InventoryFeature>().Where(f => f.ToString() is var name
        && (name.EndsWith("Filter", StringComparison.Ordinal) || name.StartsWith("Unrecognized", StringComparison.Ordinal)));

    private static InventoryCapabilities Everything => InMemoryCapabilities.Create() with
    {
        ExtensionTypes = [typeof(NewerExtension)],
        Extensions = new Dictionary<string, FeatureSupport> { [NewerExtension.Setting] = FeatureSupport.Conditional("It is of next year.", "Wait.", Page) },
    };

    public override string ToString() => Name;

    private static Ground Of(string name, InventoryCapabilities capabilities) => new(name, new() { Buckets = ["source", "reports"], Capabilities = capabilities, PageSize = 3 });
}

using System.Collections.ObjectModel;

namespace Inventory;

/// <summary>What a provider holds, within which limits, and how its put behaves. Readable without a network call.</summary>
/// <remarks>Immutable and safe to share between threads.</remarks>
public sealed record InventoryCapabilities
{
    /// <summary>The provider, by both its names.</summary>
    public override string ToString() => $"{DisplayName} ('{Provider}')";

    /// <summary>The provider's short name, in lower case: what configuration, rule files and extensions call it.</summary>
    public required string Provider
    {
        get;
        init => field = OpenText.Provider(value);
    }

    /// <summary>The name that sentences use.</summary>
    public required string DisplayName { get; init; }

    /// <summary>The answer for every feature.</summary>
    public required FeatureTable Features { get; init; }

    /// <summary>
    /// The types of the provider's own extensions, that of access included. A rule's extension that names the provider and is of none of them is refused: the
    /// adapter would not look at it. None unless stated.
    /// </summary>
    public ValueList<Type> ExtensionTypes { get; init; }

    /// <summary>The answer for every setting of the provider's own extensions, by the name that <see cref="InventoryExtension.SettingsUsed"/> gives.</summary>
    public IReadOnlyDictionary<string, FeatureSupport> Extensions { get; init; } = ReadOnlyDictionary<string, FeatureSupport>.Empty;

    /// <summary>How many rules a bucket holds; null where nobody says.</summary>
    public int? MaxRulesPerBucket { get; init; }

    /// <summary>Who says how many rules a bucket holds. Empty where nobody does.</summary>
    public ValueList<Evidence> MaxRulesEvidence { get; init; }

    /// <summary>What a rule's id may be.</summary>
    public required TextLimit RuleId { get; init; }

    /// <summary>What a bucket's name may be, the source's and the destination's.</summary>
    public required TextLimit BucketName { get; init; }

    /// <summary>What a prefix of a filter may be; null for anything.</summary>
    public TextLimit? FilterPrefix { get; init; }

    /// <summary>What a destination prefix may be; null for anything.</summary>
    public TextLimit? DestinationPrefix { get; init; }

    /// <summary>What the id of a key of the key management service may be; null for anything.</summary>
    public TextLimit? KmsKeyId { get; init; }

    /// <summary>What a value that this library does not know may be, so that it reaches the provider as it stands; null for anything.</summary>
    public TextLimit? UnrecognizedValue { get; init; }

    /// <summary>What the documents advise about a slash at the end of a destination prefix.</summary>
    public PrefixSlash DestinationPrefixSlash { get; init; }

    /// <summary>Who says so. Empty where <see cref="DestinationPrefixSlash"/> is <see cref="PrefixSlash.Indifferent"/>.</summary>
    public ValueList<Evidence> DestinationPrefixSlashEvidence { get; init; }

    /// <summary>
    /// Who says that the keys of a report hold the source bucket's name and the rule's id, so that no two rules write over one another. Empty where nobody does.
    /// </summary>
    public ValueList<Evidence> ReportPathEvidence { get; init; }

    /// <summary>Which instants a filter may name; null for any.</summary>
    public InstantLimit? LastModified { get; init; }

    /// <summary>Which sizes a filter may name; null for any.</summary>
    public SizeLimit? ObjectSize { get; init; }

    /// <summary>What the provider's own put does to a rule that is there.</summary>
    public required NativePut NativePut { get; init; }

    /// <summary>Who says what the put does, and with it the two guarantees below; both readings where sources disagree.</summary>
    public ValueList<Evidence> NativePutEvidence { get; init; }

    /// <summary>One sentence: how sure <see cref="PutMode.CreateOnly"/> is, and which race remains.</summary>
    public required string CreateOnlyGuarantee { get; init; }

    /// <summary>One sentence: what a replacement can leave behind when it is interrupted.</summary>
    public required string ReplaceGuarantee { get; init; }

    /// <summary>
    /// Who pays and who may write, as the options say: what a rule's own access extension overrides. Null where the provider asks for nothing.
    /// </summary>
    public InventoryAccessExtension? DefaultAccess { get; init; }

    /// <summary>Every limit that is stated here of a text, an instant or a size, for people.</summary>
    public IEnumerable<StatedLimit> StatedLimits =>
    [
        .. Stated("rule id", RuleId),
        .. Stated("bucket name", BucketName),
        .. Stated("filter prefix", FilterPrefix),
        .. Stated("destination prefix", DestinationPrefix),
        .. Stated("KMS key id", KmsKeyId),
        .. Stated("unrecognized value", UnrecognizedValue),
        .. LastModified is { } instants ? [new("modification time", instants.Description, instants.Evidence)] : Array.Empty<StatedLimit>(),
        .. ObjectSize is { } sizes ? [new("object size", sizes.Description, sizes.Evidence)] : Array.Empty<StatedLimit>(),
    ];

    private static StatedLimit[] Stated(string name, TextLimit? limit) => limit is null ? [] : [new(name, limit.Description, limit.Evidence)];
}

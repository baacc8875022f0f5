namespace Inventory.InMemory;

/// <summary>How an in-memory service behaves. The defaults suit an application's own tests: every bucket exists, and everything is held.</summary>
/// <remarks>Immutable, safe to share between services and threads. Services over one <see cref="InMemoryStore"/> should be given the same options.</remarks>
public sealed record InMemoryOptions
{
    /// <summary>The options where nobody states any.</summary>
    public static InMemoryOptions Default { get; } = new();

    /// <summary>
    /// The buckets that exist; in any other, every operation fails with <see cref="InventoryErrorKind.BucketNotFound"/>.
    /// Null, the default, is every bucket: no ceremony for a test that is not about buckets.
    /// </summary>
    public IReadOnlyCollection<string>? Buckets { get; init; }

    /// <summary>What the service says that it holds. <see cref="InMemoryCapabilities.Create"/>, which holds everything, unless stated.</summary>
    /// <remarks>Put a cloud's own capabilities here to have a rule refused in a test as that cloud would refuse it.</remarks>
    public InventoryCapabilities Capabilities { get; init; } = InMemoryCapabilities.Create();

    /// <summary>What a put does to a rule that is there; null, the default, is what <see cref="Capabilities"/> say.</summary>
    public NativePut? NativePut { get; init; }

    /// <summary>How many rules a bucket holds; null, the default, is what <see cref="Capabilities"/> say.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is not positive.</exception>
    public int? MaxRulesPerBucket
    {
        get;
        init => field = value is not < 1 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "A bucket holds 1 rule or more.");
    }

    /// <summary>How many rules a page of a list holds. 100 unless stated.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is not positive.</exception>
    public int PageSize
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfNegativeOrZero(value);
            field = value;
        }
    } = 100;

    /// <summary>Deadlines, the clock and accepted changes.</summary>
    public InventoryServiceSettings Settings { get; init; } = InventoryServiceSettings.Default;

    /// <summary>The capabilities, with what these options say of their own.</summary>
    internal InventoryCapabilities EffectiveCapabilities => Capabilities with
    {
        NativePut = NativePut ?? Capabilities.NativePut,
        MaxRulesPerBucket = MaxRulesPerBucket ?? Capabilities.MaxRulesPerBucket,
    };
}

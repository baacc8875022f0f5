namespace Inventory.InMemory;

/// <summary>How an in-memory service behaves. The defaults suit an application's own tests: every bucket exists, and everything is held.</summary>
/// <remarks>Filled in once, then read. Services over one <see cref="InMemoryStore"/> should be given the same options.</remarks>
public sealed class InMemoryOptions
{
    /// <summary>
    /// The buckets that exist; in any other, every operation fails with <see cref="InventoryErrorKind.BucketNotFound"/>.
    /// Null, the default, is every bucket: no ceremony for a test that is not about buckets.
    /// </summary>
    public IReadOnlyCollection<string>? Buckets { get; set; }

    /// <summary>What the service says that it holds. <see cref="InMemoryCapabilities.Create"/>, which holds everything, unless stated.</summary>
    /// <remarks>Put a cloud's own capabilities here, in code, to have a rule refused in a test as that cloud would refuse it.</remarks>
    public InventoryCapabilities Capabilities { get; set; } = InMemoryCapabilities.Create();

    /// <summary>What a put does to a rule that is there; null, the default, is what <see cref="Capabilities"/> say.</summary>
    public NativePut? NativePut { get; set; }

    /// <summary>How many rules a bucket holds, 1 or more; null, the default, is what <see cref="Capabilities"/> say.</summary>
    public int? MaxRulesPerBucket { get; set; }

    /// <summary>How many rules a page of a list holds, 1 or more. 100 unless stated.</summary>
    public int PageSize { get; set; } = 100;

    /// <summary>
    /// Changes to make to every rule that the <see cref="Capabilities"/> cannot hold as it stands, such as <c>drop=OptionalFields</c>; see <see cref="Acceptance"/>.
    /// </summary>
    public IList<string> Accept { get; } = [];

    /// <summary>The capabilities, with what these options say of their own.</summary>
    internal InventoryCapabilities EffectiveCapabilities => Capabilities with
    {
        NativePut = NativePut ?? Capabilities.NativePut,
        MaxRulesPerBucket = MaxRulesPerBucket ?? Capabilities.MaxRulesPerBucket,
    };

    internal InventoryServiceSettings ToSettings(TimeProvider? time) => new()
    {
        Accept = Accept.Select(Acceptance.Parse).ToValueList(),
        Time = time ?? TimeProvider.System,
    };

    /// <summary>Fails unless the options make sense. Everything is named at once.</summary>
    /// <exception cref="InvalidConfigurationException">Everything that is wrong.</exception>
    internal static InMemoryOptions Validated(InMemoryOptions? options)
    {
        options ??= new();
        List<string> problems =
        [
            .. options.MaxRulesPerBucket < 1 ? [$"{nameof(MaxRulesPerBucket)}: it must be 1 or more."] : Array.Empty<string>(),
            .. options.PageSize < 1 ? [$"{nameof(PageSize)}: it must be 1 or more."] : Array.Empty<string>(),
            .. options.Accept.Select(Acceptance.ConfigurationProblem).OfType<string>().Select(problem => $"{nameof(Accept)}: {problem}"),
        ];
        return problems.Count == 0 ? options : throw new InvalidConfigurationException("The options of memory cannot be used", problems);
    }
}

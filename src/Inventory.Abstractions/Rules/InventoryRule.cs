namespace Inventory;

/// <summary>A bucket inventory rule: which objects of a bucket to list, how often, with which columns, and where to write the report.</summary>
/// <remarks>
/// Immutable, compares by value with its lists, safe to share between threads. A value that is impossible by itself throws where it is made;
/// what takes two members or a provider's limit to see is reported by <see cref="InventoryValidator"/>, all of it at once.
/// </remarks>
public sealed record InventoryRule
{
    /// <summary>The rule's name, unique in its bucket. Length and characters are the provider's to limit.</summary>
    public required string Id
    {
        get;
        init => field = value ?? throw new ArgumentNullException(nameof(value));
    }

    /// <summary>Whether reports are written. A rule that is not enabled is kept and does nothing. True unless stated.</summary>
    public bool IsEnabled { get; init; } = true;

    /// <summary>Where the report is written, and how.</summary>
    public required InventoryDestination Destination
    {
        get;
        init => field = value ?? throw new ArgumentNullException(nameof(value));
    }

    /// <summary>How often a report is written.</summary>
    public required InventorySchedule Schedule
    {
        get;
        init => field = value ?? throw new ArgumentNullException(nameof(value));
    }

    /// <summary>Which objects are listed. Every object unless stated.</summary>
    public InventoryFilter Filter
    {
        get;
        init => field = value ?? throw new ArgumentNullException(nameof(value));
    } = InventoryFilter.WholeBucket;

    /// <summary>Which versions of an object are listed. The current one unless stated.</summary>
    public InventoryObjectVersions IncludedObjectVersions { get; init; }

    /// <summary>The columns beyond bucket and key, in their order in the report. None unless stated.</summary>
    public ValueList<InventoryField> OptionalFields { get; init; }

    /// <summary>Settings that one provider alone has, in the order of their keys. An extension without a setting in use is left out.</summary>
    public ValueList<InventoryExtension> Extensions
    {
        get;
        init => field = Canonical(value);
    }

    /// <summary>The extension of a type, or null.</summary>
    public T? Extension<T>()
        where T : InventoryExtension
    {
        foreach (var extension in Extensions)
        {
            if (extension is T found)
            {
                return found;
            }
        }

        return null;
    }

    /// <summary>This rule with an extension put in, in the place of one with the same key.</summary>
    public InventoryRule WithExtension(InventoryExtension extension)
    {
        ArgumentNullException.ThrowIfNull(extension);
        return this with { Extensions = [.. Extensions.Where(e => e.Key != extension.Key), extension] };
    }

    /// <summary>This rule with the extensions of one provider alone: what a file that holds a section for each provider means to that one.</summary>
    public InventoryRule ForProvider(string provider) =>
        this with { Extensions = Extensions.Where(e => string.Equals(e.Provider, provider, StringComparison.OrdinalIgnoreCase)).ToValueList() };

    private static ValueList<InventoryExtension> Canonical(ValueList<InventoryExtension> extensions)
    {
        if (extensions.IsEmpty)
        {
            return extensions;
        }

        if (extensions.Contains(null!))
        {
            throw new ArgumentNullException(nameof(extensions), "An extension is null.");
        }

        // Repeated keys stay, so that the validator can name them.
        return extensions.Where(e => e.SettingsUsed.Any()).OrderBy(e => e.Key, StringComparer.Ordinal).ToValueList();
    }
}

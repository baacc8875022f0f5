namespace Inventory;

/// <summary>Settings that one provider alone has. Its service takes them; every other refuses them by name.</summary>
/// <remarks>A rule holds at most one of each <see cref="Key"/>. Derived records are immutable and compare by value.</remarks>
public abstract record InventoryExtension
{
    /// <summary>Names the extension.</summary>
    /// <param name="provider">The provider that has these settings, without regard to case.</param>
    /// <param name="part">What to add to the key where a provider has more than one extension.</param>
    private protected InventoryExtension(string provider, string? part)
    {
        Provider = OpenText.Provider(provider);
        Key = part is null ? Provider : $"{Provider}.{part}";
    }

    /// <summary>Names the extension of a provider.</summary>
    /// <param name="provider">The provider that has these settings, without regard to case.</param>
    protected InventoryExtension(string provider)
        : this(provider, null)
    {
    }

    /// <summary>The provider that has these settings, in lower case.</summary>
    public string Provider { get; }

    /// <summary>What tells the extensions of a rule apart, and what a rule file calls this one.</summary>
    public string Key { get; }

    /// <summary>The settings in use, by name. An extension that uses none says nothing and is not kept in a rule.</summary>
    public abstract IEnumerable<string> SettingsUsed { get; }

    /// <summary>Where a setting of this extension stands in a rule, for messages.</summary>
    public string PathOf(string setting) => $"Extensions[{Key}].{setting}";

    /// <summary>Reports what is wrong with these settings in this rule. Pure; returns everything at once; the rule as a whole is checked elsewhere.</summary>
    public virtual IEnumerable<RuleViolation> Check(InventoryRule rule) => [];
}

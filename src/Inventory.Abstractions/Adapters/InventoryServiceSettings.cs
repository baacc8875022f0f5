namespace Inventory;

/// <summary>What every adapter's options hold for <see cref="InventoryServiceBase"/>.</summary>
public sealed record InventoryServiceSettings
{
    /// <summary>The longest that <see cref="ReplaceDeadline"/> may be: 24 hours.</summary>
    public static TimeSpan LongestReplaceDeadline { get; } = TimeSpan.FromHours(24);

    /// <summary>The settings where nobody states any.</summary>
    public static InventoryServiceSettings Default { get; } = new();

    /// <summary>
    /// What messages, log lines and spans call the service where it is one of several on its provider, such as two accounts; null for the provider's short name.
    /// </summary>
    public string? Name { get; init; }

    /// <summary>How long a replacement may take from its delete on, settling and putting back included. 30 seconds unless stated.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The time is not positive, or above 24 hours.</exception>
    public TimeSpan ReplaceDeadline
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(value, TimeSpan.Zero);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value, LongestReplaceDeadline);
            field = value;
        }
    } = TimeSpan.FromSeconds(30);

    /// <summary>Changes to make to every rule that the provider cannot hold as it stands, before it is validated. None unless stated.</summary>
    /// <exception cref="InventoryException">
    /// Of kind <see cref="InventoryErrorKind.InvalidConfiguration"/>: one of them may not stand in configuration.
    /// </exception>
    public ValueList<Acceptance> Accept
    {
        get;
        init
        {
            foreach (var acceptance in value)
            {
                if (!acceptance.IsAllowedInConfiguration)
                {
                    throw new InventoryException(InventoryErrorKind.InvalidConfiguration,
                        $"Accept holds '{acceptance}', which cannot be accepted in configuration. Convert the rule with ConvertTo, where somebody sees which one it is.");
                }
            }

            field = value;
        }
    }

    /// <summary>
    /// Told of each change that a put makes because <see cref="Accept"/> allows it: where an application logs them. Called from any thread; nobody unless
    /// stated.
    /// </summary>
    public Action<AcceptedChange>? OnAcceptedChange { get; init; }

    /// <summary>The clock of validation, deadlines and waiting. The system's unless stated.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>What messages call a service with these settings.</summary>
    internal string NameOn(InventoryCapabilities capabilities) => Name ?? capabilities.Provider;
}

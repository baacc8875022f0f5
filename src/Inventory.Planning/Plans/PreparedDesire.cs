namespace Inventory.Planning;

/// <summary>A desired rule as one service would hold it, or why it cannot.</summary>
/// <param name="Desired">What is desired.</param>
/// <param name="Own">The rule for that service's provider alone.</param>
/// <param name="Sent">The same with the changes that were accepted.</param>
/// <param name="Held">What the service would give back; null where it refuses the rule.</param>
/// <param name="Violations">Everything found.</param>
internal sealed record PreparedDesire(DesiredRule Desired, InventoryRule Own, InventoryRule Sent, InventoryRule? Held, ValueList<RuleViolation> Violations)
{
    /// <summary>The id that it has in the bucket.</summary>
    public string Id => (Held ?? Sent).Id;

    /// <summary>Where the desired state says so; null where it does not.</summary>
    public string? Source => Desired.Source is { } source ? WholeText.Of(source) : null;

    /// <summary>
    /// Takes a desired rule to a bucket of a service: sections of other providers are left out, the desired state's acceptances are applied first, the service's
    /// own after them. A rule that is there as it stands is kept whatever the service says of it: it is not written.
    /// </summary>
    /// <param name="desired">What is desired.</param>
    /// <param name="bucket">The bucket's name.</param>
    /// <param name="live">The rules that the bucket has, by their ids.</param>
    /// <param name="service">The service.</param>
    /// <param name="time">The clock.</param>
    public static PreparedDesire Of(DesiredRule desired, string bucket, IReadOnlyDictionary<string, InventoryRule> live, IInventoryService service, TimeProvider time)
    {
        var capabilities = service.Capabilities;
        var own = desired.Rule.ForProvider(capabilities.Provider);
        if (live.GetValueOrDefault(own.Id) == own)
        {
            return new(desired, own, own, own, []);
        }

        var rule = own;
        List<RuleViolation> found = [];
        foreach (var acceptance in desired.Accept)
        {
            var changed = rule.WithAccepted(capabilities, time, acceptance);
            if (changed != rule)
            {
                found.Add(Change(acceptance, capabilities));
                rule = changed;
            }
        }

        found.AddRange(service.ValidateFor(bucket, rule));
        if (found.Exists(v => v.Severity == ViolationSeverity.Error))
        {
            return new(desired, own, rule, null, [.. found]);
        }

        try
        {
            return new(desired, own, rule, service.Normalize(rule), [.. found]);
        }
        catch (InventoryRuleRejectedException e)
        {
            return new(desired, own, rule, null, found.Union(e.Violations).ToValueList());
        }
    }

    /// <summary>The same, refused for one more reason.</summary>
    public PreparedDesire Refused(IEnumerable<RuleViolation> violations) => this with { Held = null, Violations = [.. Violations, .. violations] };

    private static RuleViolation Change(Acceptance acceptance, InventoryCapabilities capabilities) => new()
    {
        Kind = RuleViolationKind.AcceptedChange,
        Severity = ViolationSeverity.Warning,
        Path = acceptance.Path,
        Provider = capabilities.Provider,
        Reason = $"Changed on the way, as the desired state accepts: {acceptance}.",
        Remedy = "Take it out of the desired state to have such a rule refused.",
    };
}

namespace Inventory.Cli;

/// <summary>A rule as it is meant for one cloud.</summary>
/// <param name="Rule">The rule, with the changes that were accepted.</param>
/// <param name="Notes">What was left behind and what was changed on the way.</param>
internal sealed record PreparedRule(InventoryRule Rule, IReadOnlyList<RuleViolation> Notes)
{
    /// <summary>Takes a rule that was read to a cloud, with the changes that the user accepts.</summary>
    /// <exception cref="InventoryRuleRejectedException">Changes are accepted, and the cloud refuses what is left; every violation is in it.</exception>
    public static PreparedRule Of(RuleFile file, CloudTerms terms, IReadOnlyList<Acceptance> accepted)
    {
        var (rule, notes) = LeaveBehind(file, terms.Capabilities);
        if (accepted.Count == 0)
        {
            return new(rule, notes);
        }

        // What the command line accepts comes first: where it settles a thing, configuration has nothing left to change.
        List<Acceptance> all = [.. accepted.Concat(terms.Accept).Distinct()];
        var converted = rule.ConvertTo(terms.Capabilities, all);
        return new(converted, [.. notes, .. all.Where(a => IsEffective(a, rule, converted, all, terms.Capabilities)).Select(a => Change(a, terms.Capabilities))]);
    }

    /// <summary>
    /// A neutral file may hold a section for each cloud, and each gets its own. From a document of another cloud, who pays and who may write stays behind,
    /// for it means nothing here; its other settings do not, so that they are refused by name.
    /// </summary>
    private static (InventoryRule Rule, List<RuleViolation> Notes) LeaveBehind(RuleFile file, InventoryCapabilities capabilities)
    {
        var rule = file.Document.Rule;
        var left = rule.Extensions.Where(e => e.Provider != capabilities.Provider && (file.Owner is null || e is InventoryAccessExtension)).ToList();
        return (rule with { Extensions = rule.Extensions.Except(left).ToValueList() }, [.. left.Select(Note)]);

        RuleViolation Note(InventoryExtension extension) => new()
        {
            Kind = RuleViolationKind.Advice,
            Severity = ViolationSeverity.Note,
            Path = $"{RulePaths.Extensions}[{extension.Key}]",
            Provider = capabilities.Provider,
            Reason = $"It is for '{extension.Provider}' and stays behind.",
            Remedy = $"What {capabilities.DisplayName} needs comes from its own section and options.",
        };
    }

    private static bool IsEffective(Acceptance acceptance, InventoryRule rule, InventoryRule converted, List<Acceptance> all, InventoryCapabilities capabilities)
    {
        try
        {
            return rule.ConvertTo(capabilities, all.Where(a => a != acceptance)) != converted;
        }
        catch (InventoryRuleRejectedException)
        {
            return true;
        }
    }

    private static RuleViolation Change(Acceptance acceptance, InventoryCapabilities capabilities) => new()
    {
        Kind = RuleViolationKind.AcceptedChange,
        Severity = ViolationSeverity.Warning,
        Path = acceptance.Path,
        Provider = capabilities.Provider,
        Reason = $"Changed on the way, as you accept: {acceptance}.",
        Remedy = "Leave the acceptance out to have such a rule refused.",
    };
}

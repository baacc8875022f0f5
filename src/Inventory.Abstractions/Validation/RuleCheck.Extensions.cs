namespace Inventory;

/// <content>The settings that one provider alone has: its own are checked, those of another are refused by name.</content>
internal partial struct RuleCheck
{
    public void Extensions(InventoryRule rule)
    {
        InventoryAccessExtension? access = null;
        string? previous = null;
        foreach (var extension in rule.Extensions)
        {
            if (extension.Provider != capabilities.Provider)
            {
                Foreign(extension);
                continue;
            }

            if (extension.Key == previous)
            {
                Contradiction($"{RulePaths.Extensions}[{extension.Key}]", "The rule holds this extension more than once.", "Merge them into one.", null);
            }

            previous = extension.Key;
            if (extension is InventoryAccessExtension own)
            {
                access = own;
                continue;
            }

            Settings(extension);
            AddAll(extension.Check(rule));
        }

        var effective = capabilities.DefaultAccess is { } defaults ? access?.Over(defaults) ?? defaults : access;
        if (effective is not null)
        {
            AddAll(effective.Check(rule));
        }
    }

    private void Settings(InventoryExtension extension)
    {
        foreach (var setting in extension.SettingsUsed)
        {
            if (!capabilities.Extensions.TryGetValue(setting, out var support))
            {
                Foreign(extension);
                return;
            }

            if (support.Level != SupportLevel.Supported)
            {
                Add(Unsupported(extension.PathOf(setting), support));
            }
        }
    }

    private void Foreign(InventoryExtension extension)
    {
        var isAccess = extension is InventoryAccessExtension;
        foreach (var setting in extension.SettingsUsed)
        {
            Add(new()
            {
                Kind = RuleViolationKind.ForeignExtension,
                Path = extension.PathOf(setting),
                Provider = capabilities.Provider,
                Reason = $"{capabilities.DisplayName} has no {setting}: it is a setting of '{extension.Provider}'.",
                Remedy = isAccess ? "Leave it out: this provider's options supply their own." : "Leave the extension out.",
            });
        }
    }
}

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

            if (!capabilities.ExtensionTypes.Any(type => type.IsInstanceOfType(extension)))
            {
                Unheard(extension);
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
        var name = capabilities.DisplayName;
        Refuse(
            extension,
            setting => $"{name} has no {setting}: it is a setting of '{extension.Provider}'.",
            extension is InventoryAccessExtension ? "Leave it out: this provider's options supply their own." : "Leave the extension out.");
    }

    /// <summary>Refuses what bears the provider's name and is of a type that its adapter does not look at.</summary>
    private void Unheard(InventoryExtension extension)
    {
        var (name, own) = (capabilities.DisplayName, string.Join(" or ", capabilities.ExtensionTypes.Select(type => type.Name)));
        Refuse(
            extension,
            setting => $"{name} would not be sent {setting}: its adapter knows no extension of type {extension.GetType().Name}.",
            own.Length == 0 ? "Leave the extension out." : $"Use {own}, or leave the extension out.");
    }

    private void Refuse(InventoryExtension extension, Func<string, string> reason, string remedy)
    {
        foreach (var setting in extension.SettingsUsed)
        {
            Add(new()
            {
                Kind = RuleViolationKind.ForeignExtension,
                Path = extension.PathOf(setting),
                Provider = capabilities.Provider,
                Reason = reason(setting),
                Remedy = remedy,
            });
        }
    }
}
